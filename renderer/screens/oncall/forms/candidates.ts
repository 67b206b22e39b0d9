import type { Instant, Responder, ScheduleSources, Trade } from '#shared/contract';
import { doubledDuties } from '#shared/oncall';
import type { PlanKey } from '../plan-key.ts';

/** Why somebody is no good choice at a moment: on in the other role, away, or not to be reached. */
export type Hindrance = 'otherRole' | 'away' | 'noNumber';

export function hindranceOf(sources: ScheduleSources, duty: PlanKey, person: Responder, at: Instant): Hindrance | null {
  if (person.phone === null) return 'noNumber';
  const isAway = ({ responderId, startsAt, endsAt }: ScheduleSources['timeOff'][number]) =>
    responderId === person.id && startsAt <= at && at < endsAt;
  if (sources.timeOff.some(isAway)) return 'away';
  return doubledDuties(sources, duty, person.id, at, at + 1).length > 0 ? 'otherRole' : null;
}

export type Candidate = {
  readonly person: Responder;
  readonly isOfTrade: boolean;
  readonly hindrance: Hindrance | null;
};

/**
 * Who could: everybody but the one who is on. Those of the trade first, whom something hinders last of them; but nobody who
 * is hindered comes first of all.
 */
export function candidates(
  responders: readonly Responder[],
  trade: Trade,
  holder: string | null,
  hindrance: (person: Responder) => Hindrance | null,
): readonly Candidate[] {
  const able = responders
    .filter((each) => each.active && each.id !== holder)
    .map((person) => ({ person, isOfTrade: person.trades.includes(trade), hindrance: hindrance(person) }));
  const isAnyFree = able.some((each) => each.isOfTrade && each.hindrance === null);
  const rank = ({ isOfTrade, hindrance: hindered }: Candidate) => {
    if (isOfTrade) return hindered === null ? 0 : isAnyFree ? 1 : 3;
    return hindered === null ? 2 : 4;
  };
  return able.toSorted((a, b) => rank(a) - rank(b));
}
