import type { OutboxEntry, OutboxFilter } from '#shared/contract';

/** What the list shows, in the order of its tabs. */
export const OUTBOX_TABS = ['waiting', 'unknown', 'failed', 'all'] as const;
export type OutboxTab = (typeof OUTBOX_TABS)[number];

/** Nobody knows whether these arrived. */
const UNKNOWN = ['unknown', 'unconfirmed'];

/** What the core is asked for a tab. */
export function filterOf(tab: OutboxTab): OutboxFilter {
  return tab === 'unknown' || tab === 'failed' ? 'trouble' : tab;
}

/** Of what came, what belongs under the tab. */
export function rowsOf(tab: OutboxTab, entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  if (tab === 'unknown') return entries.filter((each) => UNKNOWN.includes(each.state));
  if (tab === 'failed') return entries.filter((each) => !UNKNOWN.includes(each.state));
  return entries;
}

/** The key of the row to stand on: the chosen one while it is there, else the one that took its place. */
export function chosenKey(
  entries: readonly OutboxEntry[],
  chosen: { readonly key: string; readonly index: number } | null,
): string | null {
  if (chosen === null) return entries[0]?.key ?? null;
  if (entries.some((each) => each.key === chosen.key)) return chosen.key;
  return entries[Math.min(chosen.index, entries.length - 1)]?.key ?? null;
}
