import type { Instant, Outcome, Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { ResidentTextKind } from '#shared/messages';
import type { IncidentState } from './state.ts';

/** What an outcome means for the resident: done, to be gone on with in the morning, or nothing of theirs. */
const CLOSING: Record<Outcome, 'done' | 'morning' | 'over' | 'nothing'> = {
  fixed: 'done',
  madeSafe: 'done',
  vendorScheduled: 'morning',
  followUpNeeded: 'morning',
  noAccess: 'morning',
  falseAlarm: 'over',
  cancelled: 'over',
  duplicate: 'nothing',
};

/** The news of a closing; null where there is none: the resident hears of the incident it was joined to. */
export function closingNews(outcome: Outcome): ResidentTextKind | null {
  switch (CLOSING[outcome]) {
    case 'done':
      return 'resolved';
    case 'over':
      return 'closed';
    case 'morning':
      return 'morning';
    case 'nothing':
      return null;
  }
}

/**
 * When the resident is asked "fixed?": two hours after a P1, in the morning after a P2. What waits for the morning is
 * asked then too, whatever the tier, because the resident was told to expect us.
 */
export function followUpAt(outcome: Outcome, tier: Tier, now: Instant, nextMorningAt: Instant): Instant | null {
  const closing = CLOSING[outcome];
  if (closing === 'morning') return nextMorningAt;
  if (closing !== 'done' || tier === 'P3') return null;
  return tier === 'P1' ? now + TIMING.followUpAfterP1Ms : nextMorningAt;
}

/** True when the follow-up is a length of time after the closing, and not an hour of the business day. */
export function isAskedWithinHours({ tier, resolution }: IncidentState): boolean {
  return tier === 'P1' && resolution !== null && CLOSING[resolution.outcome] === 'done';
}
