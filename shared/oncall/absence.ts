import type { Duty, Instant, Stretch, TimeOff } from '#shared/contract';
import { byEntry } from './entries.ts';
import { NOTHING, type Spell, topmost } from './layers.ts';

type Absence = Stretch & { readonly timeOff: TimeOff };

/** When each person is away, as a line each; where two entries say so at once, by the one entered later. */
export type Absences = ReadonlyMap<string, readonly Absence[]>;

const kept = new WeakMap<readonly TimeOff[], Absences>();

/** Worked out once per list, which is never written to. */
export function absencesOf(timeOff: readonly TimeOff[]): Absences {
  const known = kept.get(timeOff);
  if (known !== undefined) return known;
  const entries = new Map<string, Absence[]>();
  for (const each of timeOff.toSorted(byEntry)) {
    const { responderId, startsAt, endsAt } = each;
    const absence = { startsAt, endsAt, timeOff: each };
    const person = entries.get(responderId);
    if (person === undefined) entries.set(responderId, [absence]);
    else person.push(absence);
  }
  const absences = new Map([...entries].map(([id, person]) => [id, topmost(person)]));
  kept.set(timeOff, absences);
  return absences;
}

/**
 * A line without those who are away: their substitute in their place, or a hole where there is none or that one is away
 * too. Time off that was not entered after `enteredAt` says nothing: whoever entered the duty knew of it.
 */
export function withoutAbsent(line: readonly Duty[], absences: Absences, enteredAt: Instant): readonly Spell[] {
  if (!line.some(({ responderId }) => absences.has(responderId))) return line;
  const spells: Spell[] = [];
  for (const duty of line) {
    let at = duty.startsAt;
    for (const { startsAt, endsAt, timeOff } of absences.get(duty.responderId) ?? NOTHING) {
      if (endsAt <= at || timeOff.createdAt <= enteredAt) continue;
      if (startsAt >= duty.endsAt) break;
      const leavesAt = Math.max(startsAt, at);
      if (leavesAt > at) spells.push({ ...duty, startsAt: at, endsAt: leavesAt });
      at = Math.min(endsAt, duty.endsAt);
      spells.push(...handedOver({ ...duty, startsAt: leavesAt, endsAt: at }, timeOff, absences));
    }
    if (at < duty.endsAt) spells.push(at === duty.startsAt ? duty : { ...duty, startsAt: at });
  }
  return spells;
}

/** Who comes for somebody at a moment: they themselves, their substitute while they are away, or nobody. */
export function standInAt(timeOff: readonly TimeOff[], responderId: string, at: Instant): string | null {
  const absences = absencesOf(timeOff);
  const awayAt = (id: string) =>
    absences.get(id)?.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)?.timeOff ?? null;
  const away = awayAt(responderId);
  if (away === null) return responderId;
  const { substituteId } = away;
  return substituteId === null || awayAt(substituteId) !== null ? null : substituteId;
}

function handedOver(duty: Duty, { id, substituteId, reason }: TimeOff, absences: Absences): readonly Spell[] {
  const { startsAt, endsAt, responderId } = duty;
  if (substituteId === null) return [{ startsAt, endsAt, responderId: null }];
  const held: Duty = {
    ...duty,
    responderId: substituteId,
    source: { kind: 'timeOff', id, insteadOf: responderId, reason },
  };
  const spells: Spell[] = [];
  let at = startsAt;
  for (const away of absences.get(substituteId) ?? NOTHING) {
    if (away.endsAt <= at) continue;
    if (away.startsAt >= endsAt) break;
    if (away.startsAt > at) spells.push({ ...held, startsAt: at, endsAt: away.startsAt });
    const backAt = Math.min(away.endsAt, endsAt);
    spells.push({ startsAt: Math.max(away.startsAt, at), endsAt: backAt, responderId: null });
    at = backAt;
  }
  if (at < endsAt) spells.push({ ...held, startsAt: at });
  return spells;
}
