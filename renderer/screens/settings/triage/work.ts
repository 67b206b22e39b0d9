import { create } from 'zustand';
import type { BenchFilter, BenchResult, Category, TriageLayer } from '#shared/contract';

/** What is tried on the bench, as typed and chosen. Kept in this window alone. */
export type BenchWork = {
  readonly kind: 'texts' | 'contacts';
  readonly typed: string;
  readonly last: number;
  readonly filter: BenchFilter;
  /** `nothing`, `draft`, or a place. */
  readonly against: string;
  readonly result: BenchResult | null;
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

export function keepDraft(draft: TriageLayer): void {
  useWork.setState(({ drafts }) => ({ drafts: { ...drafts, [draft.place]: draft } }));
}

export function dropDraft(place: string): void {
  useWork.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([name]) => name !== place)),
  }));
}

export function changeBench(change: Partial<BenchWork>): void {
  useWork.setState(({ bench }) => ({ bench: { ...bench, ...change } }));
}
