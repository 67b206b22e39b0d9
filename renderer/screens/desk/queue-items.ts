import type { QueueGroup, QueueList } from '#shared/contract';

/** A line of the queue's list: an incident, or the head of the property it stands under. */
export type QueueItem =
  | { readonly kind: 'row'; readonly id: string }
  | { readonly kind: 'group'; readonly group: QueueGroup };

/** The list as it is drawn: by property each group's head comes before its incidents. Groups take the ids in turn. */
export function itemsOf({ ids, groups }: Pick<QueueList, 'ids' | 'groups'>): readonly QueueItem[] {
  const rows = ids.map((id): QueueItem => ({ kind: 'row', id }));
  if (groups === null) return rows;
  let taken = 0;
  return groups.flatMap((group): readonly QueueItem[] => {
    const from = taken;
    taken += group.count;
    return [{ kind: 'group', group }, ...rows.slice(from, taken)];
  });
}
