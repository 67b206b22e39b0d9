import type { BothLanguages, Rotation, Shift } from '#shared/contract';
import { doubledDuties, finalSchedule } from '#shared/oncall';
import { type PlanFacts, type Planned, refuseId, refuseWhen, refuseWhom } from './change.ts';
import { BEGINS_NOW, NO_EFFECT, onePersonNote, peopleNotes } from './notes.ts';
import { NOT_THERE, TOO_MANY_MEMBERS } from './refusals.ts';

/** Shifts and rotations: new ones, changed ones, removed ones. */

const MOST_MEMBERS = 60;
/** How far ahead a rotation is looked through for what its author may not have seen. */
const SIGHT_MS = 60 * 24 * 60 * 60_000;

export function planShift(facts: PlanFacts, shift: Shift): Planned {
  const refused = refuseId(shift.id) ?? refuseWhen(facts, shift) ?? refuseWhom(facts, shift, [shift.responderId]);
  if (refused) return refused;
  const sources = { ...facts.sources, shifts: [...facts.sources.shifts.filter((each) => each.id !== shift.id), shift] };
  const notes: BothLanguages[] = [];
  if (shift.startsAt < facts.now) notes.push(BEGINS_NOW);
  const { trade, role, startsAt, endsAt, responderId } = shift;
  const line = finalSchedule(sources, startsAt, endsAt, { trade, role });
  if (!line.some(({ source }) => source.kind === 'shift' && source.id === shift.id)) notes.push(NO_EFFECT);
  const [doubled] = doubledDuties(sources, shift, responderId, startsAt, endsAt);
  if (doubled) notes.push(onePersonNote(facts, responderId, doubled.startsAt));
  notes.push(...peopleNotes(facts, [responderId], shift));
  return { ok: true, id: shift.id, puts: [{ table: 'shift', row: shift }], removes: [], notes };
}

export function planShiftRemoval({ sources }: PlanFacts, id: string): Planned {
  if (!sources.shifts.some((each) => each.id === id)) return NOT_THERE;
  return { ok: true, id, puts: [], removes: [{ table: 'shift', id }], notes: [] };
}

export function planRotation(facts: PlanFacts, rotation: Rotation): Planned {
  const refused = refuseId(rotation.id) ?? refuseWhom(facts, rotation, rotation.members);
  if (refused) return refused;
  if (rotation.members.length > MOST_MEMBERS) return TOO_MANY_MEMBERS;
  const rotations = [...facts.sources.rotations.filter((each) => each.id !== rotation.id), rotation];
  return {
    ok: true,
    id: rotation.id,
    puts: [{ table: 'rotation', row: rotation }],
    removes: [],
    notes: [...rotationNotes(facts, rotation, rotations)],
  };
}

export function planRotationRemoval({ sources }: PlanFacts, id: string): Planned {
  if (!sources.rotations.some((each) => each.id === id)) return NOT_THERE;
  return { ok: true, id, puts: [], removes: [{ table: 'rotation', id }], notes: [] };
}

function rotationNotes(facts: PlanFacts, rotation: Rotation, rotations: readonly Rotation[]): readonly BothLanguages[] {
  const sources = { ...facts.sources, rotations };
  const until = facts.now + SIGHT_MS;
  const doubled = [...new Set(rotation.members)].flatMap((id) => {
    const [first] = doubledDuties(sources, rotation, id, facts.now, until).filter((duty) =>
      finalSchedule(sources, duty.startsAt, duty.endsAt, { trade: rotation.trade, role: rotation.role }).some(
        (each) => each.responderId === id && each.source.id === rotation.id,
      ),
    );
    return first ? [onePersonNote(facts, id, first.startsAt)] : [];
  });
  return [...doubled, ...peopleNotes(facts, rotation.members, null)];
}
