import { useEffect, useRef, useState } from 'react';
import type { ReportDraft } from '#shared/contract';
import { api, coreNow, refreshDrafts } from '../../stores/index.ts';
import { isWorthKeeping } from './draft.ts';
import { type DraftStore, draftKeeper } from './draft-keeper.ts';

export type DraftForm = {
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
  readonly keptAt: number | null;
  /** Stops keeping; resolves when nothing of it is under way any more. */
  readonly finish: () => Promise<void>;
};

const STORE: DraftStore = {
  save: (draft) => api.report.saveDraft.mutate(draft),
  discard: (id) => api.report.discardDraft.mutate({ id }),
};

/** The report being written. Kept half a second after the last key, and at once when the form is left. */
export function useDraft(initial: ReportDraft): DraftForm {
  const [draft, setDraft] = useState(initial);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const latest = useRef(initial);
  const [keeper] = useState(() => draftKeeper(STORE, initial, () => setKeptAt(coreNow())));

  useEffect(() => {
    const keep = () =>
      void keeper
        .flush()
        .then(refreshDrafts)
        .catch(() => undefined);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keeper]);

  const change = (patch: Partial<ReportDraft>) => {
    // Of what it was a moment ago: two fields may change before the next one is drawn.
    const next = { ...latest.current, ...patch };
    latest.current = next;
    keeper.note(next);
    if (!isWorthKeeping(next)) setKeptAt(null);
    setDraft(next);
  };
  return { draft, change, keptAt, finish: keeper.finish };
}
