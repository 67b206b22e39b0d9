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

/** Who could: everybody but the one who is on. Those of the trade first, then the others; whom something hinders last. */
export function candidates(
  responders: readonly Responder[],
  trade: Trade,
  holder: string | null,
  hindrance: (person: Responder) => Hindrance | null,
): readonly Candidate[] {
  const able = responders
    .filter((each) => each.active && each.id !== holder)
    .map((person) => ({ person, isOfTrade: person.trades.includes(trade), hindrance: hindrance(person) }));
  const rank = (each: Candidate) => (each.hindrance === null ? 0 : 2) + (each.isOfTrade ? 0 : 1);
  return able.toSorted((a, b) => rank(a) - rank(b));
}
