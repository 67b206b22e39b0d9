import { type ReviewItem, type ReviewView, TRIAGE_MARKS, type TriageMark } from '#shared/contract';

/**
 * What is looked at: an incident by its id, or nothing because all was marked. Never "the first there is": a report that
 * comes in meanwhile would slip under the finger.
 */
export type Selected = string | 'end';

/** Where the manager begins. */
export function beginning({ waiting }: Pick<ReviewView, 'waiting'>): Selected {
  return waiting[0]?.row.id ?? 'end';
}

/** The incident in front of the manager; null where there is none, or where it is not in this view: then a person picks. */
export function currentOf(view: Pick<ReviewView, 'waiting' | 'done'>, selected: Selected): ReviewItem | null {
  if (selected === 'end') return null;
  return [...view.waiting, ...view.done].find((item) => item.row.id === selected) ?? null;
}

/**
 * What comes after one was marked: the next that waits below it, else whatever waits above. One that had been marked
 * before stays in front, for whoever goes back is correcting. `given` are the ids marked in this sitting: a quick hand is
 * ahead of the view, in which those still wait.
 */
export function afterMark(view: Pick<ReviewView, 'waiting'>, id: string, given: ReadonlySet<string>): Selected {
  const at = view.waiting.findIndex((item) => item.row.id === id);
  if (at < 0) return id;
  const isLeft = (item: ReviewItem) => item.row.id !== id && !given.has(item.row.id);
  const next = view.waiting.slice(at).find(isLeft) ?? view.waiting.find(isLeft);
  return next?.row.id ?? 'end';
}

/** The id `step` further on in the list as it is drawn; the ends hold. */
export function walked(view: Pick<ReviewView, 'waiting' | 'done'>, selected: Selected, step: 1 | -1): Selected {
  const ids = [...view.waiting, ...view.done].map((item) => item.row.id);
  const current = currentOf(view, selected);
  const at = current === null ? -1 : ids.indexOf(current.row.id);
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? selected;
}

/** The key of each mark, as it stands in its button. */
export const MARK_KEYS = { right: '1', tooHigh: '2', tooLow: '3' } as const satisfies Record<TriageMark, string>;

/** What each of the keys does: all of them act, so that one that cannot be meant is refused in words. */
export function markKeys(give: (mark: TriageMark) => void): Readonly<Record<string, () => void>> {
  return Object.fromEntries(TRIAGE_MARKS.map((mark) => [MARK_KEYS[mark], () => give(mark)]));
}
