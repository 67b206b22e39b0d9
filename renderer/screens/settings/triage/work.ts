import { create } from 'zustand';
import type { BenchFilter, BenchResult, Category, TriageLayer } from '#shared/contract';
import { saysTheSame } from '#shared/triage';

/** What is tried on the bench, as typed and chosen. Kept in this window alone. */
export type BenchWork = {
  readonly kind: 'texts' | 'contacts';
  readonly typed: string;
  readonly last: number;
  readonly filter: BenchFilter;
  /** `nothing`, `draft`, or a place. */
  readonly against: string;
  /** `of`: what was judged, and by which versions; what stands in the form may be something else by now. */
  readonly result: { readonly of: string; readonly found: BenchResult } | null;
};

/**
 * What is being changed but not saved: it outlives a look at another tab or screen, since an alarm may come in between.
 * `saved`: the last version that was saved, and what it took the place of.
 */
type Work = {
  readonly place: string;
  readonly category: Category;
  readonly drafts: Readonly<Record<string, TriageLayer>>;
  readonly saved: { readonly before: TriageLayer; readonly version: number } | null;
  readonly bench: BenchWork;
};

export const useWork = create<Work>(() => ({
  place: 'company',
  category: 'plumbing',
  drafts: {},
  saved: null,
  bench: { kind: 'texts', typed: '', last: 500, filter: 'all', against: 'draft', result: null },
}));

function keepDraft(draft: TriageLayer): void {
  useWork.setState(({ drafts }) => ({ drafts: { ...drafts, [draft.place]: draft } }));
}

/** What was changed in the form. Changed back to what is saved, it is no draft. */
export function changeDraft(saved: TriageLayer, draft: TriageLayer): void {
  if (saysTheSame(saved, draft)) dropDraft(draft.place);
  else keepDraft(draft);
}

/** After a save of `sent` under `version`: it is a draft no more, but what was typed meanwhile is one, of that version. */
export function draftSaved(sent: TriageLayer, version: number): void {
  const now = useWork.getState().drafts[sent.place];
  if (now === undefined) return;
  if (now === sent || saysTheSame(sent, now)) dropDraft(sent.place);
  else keepDraft({ ...now, version });
}

export function dropDraft(place: string): void {
  useWork.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([name]) => name !== place)),
  }));
}

export function changeBench(change: Partial<BenchWork>): void {
  useWork.setState(({ bench }) => ({ bench: { ...bench, ...change } }));
}
