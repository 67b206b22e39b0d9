import type { BothLanguages, GapDecision, GapDecisionInput, TimeOff, TimeOffInput } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import { type PlanFacts, type Planned, refuseWhen, refuseWhom } from './change.ts';
import { BEGINS_NOW, CUT_NOW, leavesGapNote, peopleNotes } from './notes.ts';
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
  const row: TimeOff = { id: newId(), responderId, substituteId, startsAt, endsAt, reason, by, createdAt: now };
  const notes: BothLanguages[] = input.startsAt < now ? [BEGINS_NOW] : [];
  if (substituteId !== null) notes.push(...peopleNotes(facts, [substituteId], row));
  else {
    const left = finalSchedule(sources, startsAt, endsAt).filter((duty) => duty.responderId === responderId);
    const [first] = left;
    if (first) notes.push(leavesGapNote(facts, left.length, first.startsAt));
  }
  return { ok: true, id: row.id, puts: [{ table: 'time_off', row }], removes: [], notes };
}

export function planTimeOffRemoval({ now, sources }: PlanFacts, id: string): Planned {
  const row = sources.timeOff.find((each) => each.id === id);
  if (!row) return NOT_THERE;
  if (row.endsAt <= now) return OVER;
  if (row.startsAt >= now) return { ok: true, id, puts: [], removes: [{ table: 'time_off', id }], notes: [] };
  const cut = { ...row, endsAt: now };
  return { ok: true, id, puts: [{ table: 'time_off', row: cut }], removes: [], notes: [CUT_NOW] };
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
    return { ok: true, id: row.id, puts: [{ table: 'gap_decision', row }], removes: [], notes: [] };
  }
  const { responderId, until } = input;
  if (facts.responder(responderId)?.active !== true) return VENDOR_INACTIVE;
  const row: GapDecision = { kind: 'vendor', ...about, responderId, until };
  const notes = peopleNotes(facts, [responderId], null);
  return { ok: true, id: row.id, puts: [{ table: 'gap_decision', row }], removes: [], notes };
}

export function planDecisionRemoval({ now, sources }: PlanFacts, id: string): Planned {
  const row = sources.decisions.find((each) => each.id === id);
  if (!row) return NOT_THERE;
  if (row.until !== null && row.until <= now) return OVER;
  if (row.createdAt >= now) return { ok: true, id, puts: [], removes: [{ table: 'gap_decision', id }], notes: [] };
  const cut = { ...row, until: now };
  return { ok: true, id, puts: [{ table: 'gap_decision', row: cut }], removes: [], notes: [CUT_NOW] };
}
