import type { ReportDraft } from '#shared/contract';
import { isWorthKeeping } from './draft.ts';

/** Where drafts lie. A failed call stays silent: the bar on top says that the core is away, and the next key tries again. */
export type DraftStore = {
  readonly save: (draft: ReportDraft) => Promise<unknown>;
  readonly discard: (id: string) => Promise<unknown>;
};

export type DraftKeeper = {
  /** The draft as it stands now. */
  note(draft: ReportDraft): void;
  /** Sends what was not sent yet; resolves when everything has been answered. */
  flush(): Promise<void>;
  /** Stops keeping: the report has left, or is thrown away. Resolves when the call under way has been answered. */
  finish(): Promise<void>;
};

const SAVE_AFTER_MS = 500;

/**
 * Keeps a draft half a second after the last change, one call after the other, so that none overtakes the next. A draft
 * that was emptied is taken out of the store: an empty form must not come back as an unfinished report.
 */
export function draftKeeper(store: DraftStore, initial: ReportDraft, onSaved: () => void): DraftKeeper {
  let pending: ReportDraft | null = null;
  let mayBeStored = isWorthKeeping(initial);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const send = async (): Promise<void> => {
    while (pending !== null) {
      const draft: ReportDraft = pending;
      pending = null;
      const isKept = isWorthKeeping(draft);
      if (!isKept && !mayBeStored) continue;
      // Until it is answered nobody knows whether it is stored.
      mayBeStored = true;
      try {
        await (isKept ? store.save(draft) : store.discard(draft.id));
        mayBeStored = isKept;
        if (isKept) onSaved();
      } catch {}
    }
  };
  const flush = (): Promise<void> => {
    stop();
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    note(draft) {
      stop();
      pending = draft;
      timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    flush,
    finish() {
      stop();
      pending = null;
      return running ?? Promise.resolve();
    },
  };
}
