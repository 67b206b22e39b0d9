import type { BothLanguages, Rotation, ScheduleSources, Shift } from '#shared/contract';
import { changedRotation, changedShift, doubledDuties, type PlanChange as History } from '#shared/oncall';
import { type PlanFacts, type Planned, refuseId, refuseWhom } from './change.ts';
import { lineOf } from './lines.ts';
import { BEGINS_NOW, CHANGED_FROM_NOW, CUT_NOW, NO_EFFECT, onePersonNote, peopleNotes } from './notes.ts';
import { END_FIRST, NOT_THERE, OVER, TOO_MANY_MEMBERS } from './refusals.ts';

/** Shifts and rotations: new ones, changed ones, removed ones. */

const MOST_MEMBERS = 60;
/** How far ahead a rotation is looked through for what its author may not have seen. */
const SIGHT_MS = 60 * 24 * 60 * 60_000;

export function planShift(facts: PlanFacts, shift: Shift): Planned {
  const refused = refuseId(shift.id) ?? (shift.endsAt <= shift.startsAt ? END_FIRST : null);
  if (refused) return refused;
  const unknown = refuseWhom(facts, shift, [shift.responderId]);
  if (unknown) return unknown;
  return entryChange(facts, 'shift', facts.sources.shifts, shift, changedShift, shiftNotes);
}

export function planShiftRemoval(facts: PlanFacts, id: string): Planned {
  return entryRemoval(facts, 'shift', facts.sources.shifts, id, changedShift);
}

export function planRotation(facts: PlanFacts, rotation: Rotation): Planned {
  const refused = refuseId(rotation.id) ?? refuseWhom(facts, rotation, rotation.members);
  if (refused) return refused;
  if (rotation.members.length > MOST_MEMBERS) return TOO_MANY_MEMBERS;
  if (rotation.untilDate !== null && rotation.untilDate <= rotation.fromDate) return END_FIRST;
  return entryChange(facts, 'rotation', facts.sources.rotations, rotation, changedRotation, rotationNotes);
}

export function planRotationRemoval(facts: PlanFacts, id: string): Planned {
  return entryRemoval(facts, 'rotation', facts.sources.rotations, id, changedRotation);
}

type Entry = Shift | Rotation;
type Change<Row> = (before: Row | null, after: Row | null, now: number, newId: string) => History<Row>;

function entryChange<Row extends Entry>(
  facts: PlanFacts,
  table: 'shift' | 'rotation',
  rows: readonly Row[],
  wanted: Row,
  change: Change<Row>,
  notesOf: (facts: PlanFacts, row: Row, isNew: boolean, after: ScheduleSources) => readonly BothLanguages[],
): Planned {
  const { now } = facts;
  const stored = rows.find((each) => each.id === wanted.id) ?? null;
  // What is over keeps its name; whoever puts it back, or makes it longer, enters it anew from now on.
  const isOver = stored !== null && !change(stored, null, now, facts.newId()).ok;
  const before = isOver ? null : stored;
  const after = isOver ? { ...wanted, id: facts.newId() } : wanted;
  const changed = change(before, after, now, facts.newId());
  if (!changed.ok) return OVER;
  const written = new Map([...rows, ...changed.put].map((row) => [row.id, row]));
  for (const id of changed.remove) written.delete(id);
  const sources: ScheduleSources = { ...facts.sources, [`${table}s`]: [...written.values()] };
  const goesOn = changed.put.find((each) => each.id !== before?.id) ?? changed.put.at(-1);
  const isEnded = goesOn === undefined || !change(goesOn, null, now, facts.newId()).ok;
  const began = before === null ? BEGINS_NOW : CHANGED_FROM_NOW;
  const notes = isEnded
    ? [CUT_NOW]
    : [
        ...(changed.beginsNow ? [began] : []),
        ...notesOf({ ...facts, sources }, goesOn, before === null, facts.sources),
      ];
  return {
    ok: true,
    id: goesOn?.id ?? wanted.id,
    puts: changed.put.map((row) => ({ table, row }) as { table: 'shift'; row: Shift }), // the row is of that table
    removes: changed.remove.map((id) => ({ table, id })),
    notes,
  };
}

function entryRemoval<Row extends Entry>(
  { now, newId }: PlanFacts,
  table: 'shift' | 'rotation',
  rows: readonly Row[],
  id: string,
  change: Change<Row>,
): Planned {
  const before = rows.find((each) => each.id === id);
  if (!before) return NOT_THERE;
  const changed = change(before, null, now, newId());
  if (!changed.ok) return OVER;
  return {
    ok: true,
    id,
    puts: changed.put.map((row) => ({ table, row }) as { table: 'shift'; row: Shift }), // the row is of that table
    removes: changed.remove.map((each) => ({ table, id: each })),
    notes: changed.put.length > 0 ? [CUT_NOW] : [],
  };
}

/** `facts` hold the sources as they will be, `before` as they are. */
function shiftNotes(facts: PlanFacts, shift: Shift, isNew: boolean, before: ScheduleSources): readonly BothLanguages[] {
  if (shift.endsAt <= facts.now) return [];
  const { responderId, startsAt, endsAt } = shift;
  const line = lineOf(facts.sources, shift, shift);
  const isHidden = !line.some(({ source }) => source.kind === 'shift' && source.id === shift.id);
  const changesNobody = isNew && holders(line) === holders(lineOf(before, shift, shift));
  const [doubled] = doubledDuties(facts.sources, shift, responderId, startsAt, endsAt);
  return [
    ...(isHidden || changesNobody ? [NO_EFFECT] : []),
    ...(doubled ? [onePersonNote(facts, responderId, doubled.startsAt)] : []),
    ...peopleNotes(facts, [responderId], shift),
  ];
}

function rotationNotes(facts: PlanFacts, rotation: Rotation): readonly BothLanguages[] {
  const sight = { startsAt: facts.now, endsAt: facts.now + SIGHT_MS };
  const own = lineOf(facts.sources, rotation, sight).filter((duty) => duty.source.id === rotation.id);
  const isPlanned = lineOf({ ...facts.sources, ...ALONE, rotations: [rotation] }, rotation, sight).length > 0;
  const doubled = [...new Set(rotation.members)].flatMap((id) => {
    const first = own
      .filter((duty) => duty.responderId === id)
      .flatMap((duty) => doubledDuties(facts.sources, rotation, id, duty.startsAt, duty.endsAt))[0];
    return first ? [onePersonNote(facts, id, first.startsAt)] : [];
  });
  return [
    ...(isPlanned && own.length === 0 ? [NO_EFFECT] : []),
    ...doubled,
    ...peopleNotes(facts, rotation.members, null),
  ];
}

/** Nothing but what one looks at. */
const ALONE = { shifts: [], covers: [], feedShifts: [], timeOff: [], decisions: [] } as const;

/** Who holds a line when, whatever it comes from. */
function holders(line: ReturnType<typeof lineOf>): string {
  const spells: { who: string; startsAt: number; endsAt: number }[] = [];
  for (const { responderId: who, startsAt, endsAt } of line) {
    const last = spells.at(-1);
    if (last && last.who === who && last.endsAt === startsAt) last.endsAt = endsAt;
    else spells.push({ who, startsAt, endsAt });
  }
  return JSON.stringify(spells);
}
