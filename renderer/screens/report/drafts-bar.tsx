import { useState } from 'react';
import { create } from 'zustand';
import type { ReportDraft } from '#shared/contract';
import { timeOf, useIsNarrow, useKeys, useText, useZone } from '../../app/index.ts';
import { ActionButton, UndoStrip } from '../../parts/index.ts';
import { api, go, refreshDrafts, useDrafts } from '../../stores/index.ts';
import { isWorthKeeping, nextDraft } from './draft.ts';
import type { DraftForm } from './use-draft.ts';

/** What was discarded last, until it is had back or something else happens to it. */
const useDropped = create<{ readonly draft: ReportDraft | null }>(() => ({ draft: null }));

/** How many chips stand in one line. */
const SHOWN = { wide: 3, narrow: 2 } as const;

async function discard(draft: ReportDraft, ready: Promise<void> = Promise.resolve()): Promise<void> {
  useDropped.setState({ draft });
  await ready;
  await api.report.discardDraft.mutate({ id: draft.id });
  await refreshDrafts();
}

async function restore(draft: ReportDraft): Promise<void> {
  useDropped.setState({ draft: null });
  await api.report.saveDraft.mutate(draft);
  await refreshDrafts();
  go('report', draft.id);
}

/** Discards the report on screen; what comes in its place is the next unfinished one, or an empty form. */
export function useDiscard(form: DraftForm): (() => void) | null {
  const drafts = useDrafts((state) => state.drafts);
  const { draft, finish } = form;
  if (!isWorthKeeping(draft)) return null;
  return () => {
    void discard(draft, finish());
    go('report', nextDraft(drafts, draft)?.id ?? null);
  };
}

/** Reports that were left half-way, each one press away. */
export function DraftsBar({ form }: { readonly form: DraftForm }) {
  const { t } = useText();
  const { draft } = form;
  const drafts = useDrafts((state) => state.drafts);
  const dropped = useDropped((state) => state.draft);
  const others = drafts.filter((each) => each.id !== draft.id);
  const next = nextDraft(drafts, draft);
  useKeys(next ? { 'alt+j': () => go('report', next.id) } : {});
  return (
    <>
      {dropped && (
        <UndoStrip
          what={t('report.discarded', { who: nameOf(dropped) || t('report.draftEmpty') })}
          onUndo={() => void restore(dropped)}
          onClose={() => useDropped.setState({ draft: null })}
          isAmongFields
        />
      )}
      {next && <Others drafts={others} next={next} />}
    </>
  );
}

function Others({ drafts, next }: { readonly drafts: readonly ReportDraft[]; readonly next: ReportDraft }) {
  const { t } = useText();
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const count = isOpen ? drafts.length : SHOWN[isNarrow ? 'narrow' : 'wide'];
  const more = drafts.length - Math.min(count, drafts.length);
  return (
    <section className="drafts" aria-label={t('report.drafts')}>
      <span className="dim">{t('report.drafts')}</span>
      <ul>
        {drafts.slice(0, count).map((draft) => (
          <DraftChip key={draft.id} draft={draft} />
        ))}
        {(more > 0 || isOpen) && (
          <li>
            <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? t('report.draftsFewer') : t('report.draftsMore', { count: more })}
            </button>
          </li>
        )}
      </ul>
      <ActionButton label={t('report.draftNext')} cap="Alt J" kind="quiet" onPress={() => go('report', next.id)} />
    </section>
  );
}

function DraftChip({ draft }: { readonly draft: ReportDraft }) {
  const { t } = useText();
  const zone = useZone();
  const who = nameOf(draft) || t('report.draftEmpty');
  return (
    <li className="chip draft">
      <button type="button" className="draft-open" onClick={() => go('report', draft.id)}>
        {t('report.draftOf', { who, time: timeOf(draft.startedAt, zone) })}
      </button>
      <button
        type="button"
        className="draft-discard"
        aria-label={`${t('report.discard')}: ${who}`}
        title={t('report.discard')}
        onClick={() => void discard(draft)}
      >
        ×
      </button>
    </li>
  );
}

const MOST_LETTERS = 24;

/** What a draft is known by: caller, words, place or number, whichever there is. */
function nameOf(draft: ReportDraft): string {
  const words = draft.text.trim();
  const first = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS).trimEnd()}…` : words;
  return draft.callerName || first || draft.placeText || draft.callerPhone;
}
