import type { LoadRow, LoadView } from '#shared/contract';

const NONE = { hours: 0, nights: 0, weekendNights: 0, wakeUps: 0 } as const;

/** One person's past and coming weeks side by side. */
export type PersonLoad = { readonly responderId: string; readonly past: LoadRow; readonly next: LoadRow };

/** Everybody who was or will be on, most nights first. */
export function peopleOf(past: LoadView, next: LoadView): readonly PersonLoad[] {
  const ids = new Set([...past.rows, ...next.rows].map((row) => row.responderId));
  const of = (view: LoadView, responderId: string): LoadRow =>
    view.rows.find((row) => row.responderId === responderId) ?? { responderId, ...NONE };
  return [...ids]
    .map((responderId) => ({ responderId, past: of(past, responderId), next: of(next, responderId) }))
    .toSorted(
      (a, b) =>
        b.past.nights + b.next.nights - a.past.nights - a.next.nights || a.responderId.localeCompare(b.responderId),
    );
}
