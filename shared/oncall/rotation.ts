import type { Duty, Instant, Rotation, Stretch } from '#shared/contract';
import { dutyHoursBetween } from './duty-hours.ts';
import { isSameSpell, joined, NOTHING, together } from './layers.ts';
import {
  DAY_MS,
  type DayNumber,
  dayOf,
  instantOfMinutes,
  instantOfWallTime,
  minutesOf,
  weekdayOf,
} from './wall-clock.ts';

/**
 * The turns of a rotation in `[from, to)`, cut to it, in order.
 *
 * Turns go from hand-off to hand-off by the wall clock of the rotation's zone, so a turn over a DST night is an hour
 * shorter or longer and the next begins exactly where it ends. Nobody is on before the first hand-off on or after
 * `fromDate`; the last turn ends at the hand-off time of `untilDate`, so that a rotation whose `fromDate` is another's
 * `untilDate` follows it without a gap. Where it has hours, a turn holds within them only. Throws RangeError for a zone
 * that does not exist.
 */
export function turnsOf(rotation: Rotation, from: Instant, to: Instant): readonly Duty[] {
  const span = spanOf(rotation);
  const startsAt = Math.max(from, span.startsAt);
  const endsAt = Math.min(to, span.endsAt);
  if (startsAt >= endsAt) return NOTHING;
  const turns = joined(turnsBetween(rotation, startsAt, endsAt));
  if (rotation.hours.length === 0) return turns;
  const hours = dutyHoursBetween(rotation.hours, rotation.zone, startsAt, endsAt);
  return together(turns, hours, (turn, within) => (within === null ? null : turn), isSameSpell);
}

/** From the first moment it can put anybody on to the last; `endsAt` is Infinity where it has no end. */
export function spanOf(rotation: Rotation): Stretch {
  const { zone, handOffTime, untilDate, validFrom, validUntil } = rotation;
  const until = untilDate === null ? Infinity : instantOfWallTime(zone, dayOf(untilDate), handOffTime);
  return {
    startsAt: Math.max(instantOfWallTime(zone, firstDayOf(rotation), handOffTime), validFrom ?? -Infinity),
    endsAt: Math.min(until, validUntil ?? Infinity),
  };
}

function firstDayOf({ fromDate, handOffWeekday, turn }: Rotation): DayNumber {
  const startDay = dayOf(fromDate);
  return turn.unit === 'day' ? startDay : startDay + ((handOffWeekday - weekdayOf(startDay) + 7) % 7);
}

function turnsBetween(rotation: Rotation, from: Instant, to: Instant): readonly Duty[] {
  const { id, trade, role, propertyId, group, zone, handOffTime, members } = rotation;
  const firstDay = firstDayOf(rotation);
  const turnDays = rotation.turn.count * (rotation.turn.unit === 'week' ? 7 : 1);
  const minutes = minutesOf(handOffTime);
  const handOff = (turn: number): Instant => instantOfMinutes(zone, firstDay + turn * turnDays, minutes);
  const source = { kind: 'rotation', id } as const;
  const turns: Duty[] = [];
  // Two days early, because the wall clock may be most of a day away from UTC.
  let turn = Math.max(0, Math.floor((from / DAY_MS - firstDay - 2) / turnDays));
  let turnStartsAt = handOff(turn);
  while (turnStartsAt < to) {
    const nextStartsAt = handOff(turn + 1);
    const responderId = members[turn % members.length];
    const [startsAt, endsAt] = [Math.max(turnStartsAt, from), Math.min(nextStartsAt, to)];
    if (responderId !== undefined && startsAt < endsAt) {
      turns.push({ trade, role, propertyId, group, responderId, startsAt, endsAt, source });
    }
    turn += 1;
    turnStartsAt = nextStartsAt;
  }
  return turns;
}
