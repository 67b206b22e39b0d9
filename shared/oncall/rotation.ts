import type { Duty, Instant, Rotation } from '#shared/contract';
import { DAY_MS, dayOf, instantOfWallTime, weekdayOf } from './wall-clock.ts';

/**
 * The turns of a rotation that touch `[from, to)`, uncut, in order.
 *
 * Turns go from hand-off to hand-off by the wall clock of the rotation's zone, so a turn over a DST night is an hour
 * shorter or longer and the next begins exactly where it ends. Nobody is on before the first hand-off on or after
 * `fromDate`; the last turn ends at the hand-off time of `untilDate`, so that a rotation whose `fromDate` is another's
 * `untilDate` follows it without a gap. Throws RangeError for a zone that does not exist.
 */
export function turnsOf(rotation: Rotation, from: Instant, to: Instant): readonly Duty[] {
  const { zone, handOffTime, members } = rotation;
  const startDay = dayOf(rotation.fromDate);
  const firstDay = startDay + ((rotation.handOffWeekday - weekdayOf(startDay) + 7) % 7);
  const turnDays = rotation.turn.count * (rotation.turn.unit === 'week' ? 7 : 1);
  const endsAt = rotation.untilDate === null ? to : instantOfWallTime(zone, dayOf(rotation.untilDate), handOffTime);
  const limit = Math.min(to, endsAt);
  const handOff = (turn: number): Instant => instantOfWallTime(zone, firstDay + turn * turnDays, handOffTime);

  // A turn early, because the wall clock may be most of a day away from UTC.
  let turn = Math.max(0, Math.floor((from / DAY_MS - firstDay) / turnDays) - 1);
  let turnStartsAt = handOff(turn);
  const turns: Duty[] = [];
  while (turnStartsAt < limit) {
    const nextStartsAt = handOff(turn + 1);
    const responderId = members[turn % members.length];
    if (responderId !== undefined && nextStartsAt > from) {
      turns.push({
        trade: rotation.trade,
        role: rotation.role,
        propertyId: rotation.propertyId,
        group: rotation.group,
        responderId,
        startsAt: turnStartsAt,
        endsAt: rotation.untilDate === null ? nextStartsAt : Math.min(nextStartsAt, endsAt),
        source: { kind: 'rotation', id: rotation.id },
      });
    }
    turn += 1;
    turnStartsAt = nextStartsAt;
  }
  return turns;
}
