import { type Instant, TRIAGE_MARKS, type TriageMark } from '#shared/contract';
import type { RefusalCode } from './commands.ts';
import type { Draft } from './draft.ts';
import type { EventOf, IncidentEvent } from './events.ts';
import type { IncidentState } from './state.ts';

/** What the morning manager has to look at, and what he made of it. */
export type TriageReview = {
  /** Triage or a person called it P1 or P2 at some time. */
  readonly wasUrgent: boolean;
  /** It came back: opened again, or the resident wrote that it is worse or not fixed. */
  readonly hasReturned: boolean;
  readonly mark: { readonly mark: TriageMark; readonly at: Instant; readonly by: string } | null;
};

export function beginReview({ tier, verdict }: EventOf<'reported'>): TriageReview {
  return { wasUrgent: tier !== 'P3' || verdict.tier !== 'P3', hasReturned: false, mark: null };
}

/** Folds one event into the review. Migration 060 says the same in SQL, for incidents of before it. */
export function foldReview(review: TriageReview, event: IncidentEvent): TriageReview {
  switch (event.type) {
    // From one tier to another, one of them is not P3.
    case 'tierChanged':
      return { ...review, wasUrgent: true };
    case 'reopened':
      // The other reasons are about whoever had it: they say nothing about its tier.
      return event.why === 'coordinator' || event.why === 'residentNotFixed'
        ? { ...review, hasReturned: true }
        : review;
    case 'contactJoined':
      return event.isWorse ? { ...review, hasReturned: true } : review;
    case 'followUpAnswered':
      return event.isFixed ? review : { ...review, hasReturned: true };
    case 'triageMarked': {
      const { mark, at, by } = event;
      return { ...review, mark: mark && { mark, at, by: 'name' in by ? by.name : '' } };
    }
    default:
      return review;
  }
}

/** Whether the manager is to mark it: every P1, every P2, and a P3 that came back. */
export function isReviewed({ review }: IncidentState): boolean {
  return review.wasUrgent || review.hasReturned;
}

/** A person has put it below what triage judged. Tiers sort as they weigh: P1 before P2 before P3. */
export function isBelowJudged({ tier, verdict }: IncidentState): boolean {
  return tier > verdict.tier;
}

/** The marks that can be meant: nothing is above P1, nothing below P3. */
export function marksThatFit({ tier }: { readonly tier: IncidentState['tier'] }): readonly TriageMark[] {
  return TRIAGE_MARKS.filter((mark) => !(mark === 'tooLow' && tier === 'P1') && !(mark === 'tooHigh' && tier === 'P3'));
}

export function refusedMark(state: IncidentState, mark: TriageMark | null): RefusalCode | null {
  if (!isReviewed(state)) return 'notReviewed';
  return mark === null || marksThatFit(state.verdict).includes(mark) ? null : 'noSuchMark';
}

/** The mark is about what triage judged, whatever a person made of it. The same mark again is no news. */
export function markTriage(draft: Draft, mark: TriageMark | null): void {
  const { verdict, review } = draft.state;
  if ((review.mark?.mark ?? null) === mark) return;
  draft.emit({ type: 'triageMarked', mark, tier: verdict.tier, category: verdict.category });
}
