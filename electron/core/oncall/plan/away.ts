import type { BothLanguages, GapDecision, GapDecisionInput, TimeOff, TimeOffInput } from '#shared/contract';
import { changedDecision, changedTimeOff, finalSchedule } from '#shared/oncall';
import { enteredAt, type PlanChange, type PlanFacts, type Planned, refuseWhen, refuseWhom } from './change.ts';
import { acceptsAllNote, BEGINS_NOW, CUT_NOW, leavesGapNote, peopleNotes, stepsNote } from './notes.ts';
import { ACCEPTED_TOO_LONG, NOT_THERE, OVER, OWN_SUBSTITUTE, UNTIL_PAST, VENDOR_INACTIVE } from './refusals.ts';

/** Time off, and what was decided about gaps. */

const LONGEST_ACCEPTED_MS = 366 * 24 * 60 * 60_000;
const EVERYWHERE = { propertyId: null, group: null };

export function planTimeOff(facts: PlanFacts, input: TimeOffInput): Planned {
  const { now, by, newId, sources } = facts;
  const { responderId, substituteId, endsAt, reason } = input;
  const people = [responderId, ...(substituteId === null ? [] : [substituteId])];
  const refused = refuseWhen(facts, input) ?? refuseWhom(facts, EVERYWHERE, people);
  if (refused) return refused;
  if (substituteId === responderId) return OWN_SUBSTITUTE;
  const startsAt = Math.max(input.startsAt, now);
  const entered = { by, createdAt: enteredAt(facts) };
  const row: TimeOff = { id: newId(), responderId, substituteId, startsAt, endsAt, reason, ...entered };
  const notes: BothLanguages[] = input.startsAt < now ? [BEGINS_NOW] : [];
  if (substituteId !== null) notes.push(...peopleNotes(facts, [substituteId], row));
  else {
    const left = finalSchedule(sources, startsAt, endsAt).filter((duty) => duty.responderId === responderId);
    const [first] = left;
    if (first) notes.push(leavesGapNote(facts, left.length, first.startsAt));
  }
  notes.push(...stepsNote(facts, responderId, substituteId));
  return { ok: true, id: row.id, puts: [{ table: 'time_off', row }], removes: [], notes };
}

export function planTimeOffRemoval({ now, sources, newId }: PlanFacts, id: string): Planned {
  const row = sources.timeOff.find((each) => each.id === id);
  if (!row) return NOT_THERE;
  const cut = changedTimeOff(row, null, now, newId());
  if (!cut.ok) return OVER;
  const puts = cut.put.map((each) => ({ table: 'time_off', row: each }) as const);
  const removes = cut.remove.map((each) => ({ table: 'time_off', id: each }) as const);
  return { ok: true, id, puts, removes, notes: puts.length > 0 ? [CUT_NOW] : [] };
}

/** A vendor for whatever nobody holds, or the gap is known and accepted by name. */
export function planDecision(facts: PlanFacts, input: GapDecisionInput): Planned {
  const { now, by, newId } = facts;
  const { trade, role, propertyId, group, reason } = input;
  const refused = refuseWhom(facts, input, input.kind === 'vendor' ? [input.responderId] : []);
  if (refused) return refused;
  if (input.until !== null && input.until <= now) return UNTIL_PAST;
  const about = { id: newId(), trade, role, propertyId, group, reason, by, createdAt: now };
  if (input.kind === 'accepted') {
    if (input.until - now > LONGEST_ACCEPTED_MS) return ACCEPTED_TOO_LONG;
    const row: GapDecision = { kind: 'accepted', ...about, until: input.until };
    return decided(facts, row, [acceptsAllNote(facts, input.until)]);
  }
  const { responderId, until } = input;
  if (facts.responder(responderId)?.active !== true) return VENDOR_INACTIVE;
  const row: GapDecision = { kind: 'vendor', ...about, responderId, until };
  return decided(facts, row, peopleNotes(facts, [responderId], null));
}

export function planDecisionRemoval(facts: PlanFacts, id: string): Planned {
  const row = facts.sources.decisions.find((each) => each.id === id);
  if (!row) return NOT_THERE;
  const ended = endDecision(facts, row);
  return ended === null ? OVER : { ok: true, id, ...ended, notes: ended.puts.length > 0 ? [CUT_NOW] : [] };
}

type Ended = Pick<PlanChange, 'puts' | 'removes'>;

/** Ends it now; null when it is over already. */
function endDecision({ now, newId }: PlanFacts, row: GapDecision): Ended | null {
  const cut = changedDecision(row, null, now, newId());
  if (!cut.ok) return null;
  return {
    puts: cut.put.map((each) => ({ table: 'gap_decision', row: each })),
    removes: cut.remove.map((id) => ({ table: 'gap_decision', id })),
  };
}

/** Saves it; what was decided before about the same role in the same place, and the same way, ends with it. */
function decided(facts: PlanFacts, row: GapDecision, notes: readonly BothLanguages[]): Planned {
  const isAboutTheSame = (each: GapDecision): boolean =>
    (['kind', 'trade', 'role', 'propertyId', 'group'] as const).every((part) => each[part] === row[part]);
  const ended = facts.sources.decisions.filter(isAboutTheSame).flatMap((each) => endDecision(facts, each) ?? []);
  return {
    ok: true,
    id: row.id,
    puts: [...ended.flatMap((each) => each.puts), { table: 'gap_decision', row }],
    removes: ended.flatMap((each) => each.removes),
    notes,
  };
}
