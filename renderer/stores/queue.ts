import { create } from 'zustand';
import type { QueueList, QueueRow, QueueTab } from '#shared/contract';
import { oneAtATime } from './changes.ts';
import { api } from './client.ts';
import { read } from './link.ts';
import { usePreferences } from './preferences.ts';

export type QueueState = {
  readonly tab: QueueTab;
  readonly list: QueueList | null;
  /** Rows that are on screen, near it, or at the head of the queue; a row keeps its identity while it is unchanged. */
  readonly rows: ReadonlyMap<string, QueueRow>;
};

/** The head of the queue is always known, whatever is scrolled to: announcements are made from it. */
const HEAD = 60;
const CHUNK = 80;

export const useQueue = create<QueueState>(() => ({ tab: 'all', list: null, rows: new Map() }));
let wanted: readonly string[] = [];

/** New rows in place of old ones; unchanged ones keep their identity so that their components need not be drawn again. */
export function mergeRows(
  before: ReadonlyMap<string, QueueRow>,
  fetched: readonly QueueRow[],
): ReadonlyMap<string, QueueRow> {
  const after = new Map<string, QueueRow>();
  for (const row of fetched) {
    const known = before.get(row.id);
    after.set(row.id, known && JSON.stringify(known) === JSON.stringify(row) ? known : row);
  }
  return after;
}

/** The same list object when nothing in it changed: a hundred thousand rows are not laid out anew for a countdown. */
export function mergeList(before: QueueList | null, after: QueueList): QueueList {
  if (!before) return after;
  const ids = isSame(before.ids, after.ids) ? before.ids : after.ids;
  const groups = isEqual(before.groups, after.groups) ? before.groups : after.groups;
  const isUnchanged = ids === before.ids && groups === before.groups && isEqual(before.counts, after.counts);
  return isUnchanged ? before : { ids, counts: after.counts, groups };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

async function fetchRows(ids: readonly string[]): Promise<readonly QueueRow[]> {
  const chunks: string[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) chunks.push(ids.slice(start, start + CHUNK));
  return (await Promise.all(chunks.map((chunk) => api.queue.rows.query({ ids: chunk })))).flat();
}

/** Asks for the list of the current tab and the rows in view. */
export const refreshQueue = oneAtATime(async () => {
  const { tab } = useQueue.getState();
  const { isByProperty } = usePreferences.getState();
  const fresh = await api.queue.list.query({ tab, isByProperty });
  const list = mergeList(useQueue.getState().list, fresh);
  const inList = new Set(list.ids);
  const ids = [...new Set([...list.ids.slice(0, HEAD), ...wanted.filter((id) => inList.has(id))])];
  const fetched = await fetchRows(ids);
  if (useQueue.getState().tab !== tab || usePreferences.getState().isByProperty !== isByProperty) return;
  useQueue.setState((state) => ({ list, rows: mergeRows(state.rows, fetched) }));
});

const refreshMissing = oneAtATime(async () => {
  const known = useQueue.getState().rows;
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const fetched = await fetchRows(missing);
  useQueue.setState((state) => ({ rows: new Map([...state.rows, ...fetched.map((row) => [row.id, row] as const)]) }));
});

/** Tells which rows are on screen; those not yet known are fetched. */
export function wantRows(ids: readonly string[]): void {
  wanted = ids;
  const known = useQueue.getState().rows;
  if (ids.some((id) => !known.has(id))) void read('rows', refreshMissing);
}

export function showTab(tab: QueueTab): void {
  if (useQueue.getState().tab === tab) return;
  useQueue.setState({ tab });
  void read('queue', refreshQueue);
}

/** Asks for the list anew when it is to stand by property, or no longer. Returns how to stop. */
export function followGrouping(): () => void {
  return usePreferences.subscribe((now, before) => {
    if (now.isByProperty !== before.isByProperty) void read('queue', refreshQueue);
  });
}
