import { randomUUID } from 'node:crypto';
import {
  type PlanFacts,
  type Planned,
  planCover,
  planCoverRemoval,
  planDecision,
  planDecisionRemoval,
  planRotation,
  planRotationRemoval,
  planShift,
  planShiftRemoval,
  planSwap,
  planTakeOver,
  planTimeOff,
  planTimeOffRemoval,
  writeChange,
} from '#core/oncall';
import { allRows } from '#core/store';
import type { Answer, Cover, OnCallChange } from '#shared/contract';
import type { OnCallApi } from '../oncall-api.ts';
import { company, type Parts, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { exportApi } from './oncall-export.ts';
import { remindersApi } from './oncall-reminders.ts';
import { oncallViews } from './oncall-views.ts';

const CHANGED = ['oncall', 'status', 'timers'] as const;

/** The plan: shifts, rotations, cover, swaps, time off, gaps. Nothing changes who was on before now. */
export function oncallApi(parts: Parts): OnCallApi {
  const { book, clock, desk, store } = parts;

  /** So that an undo gives back what was taken; nobody undoes after a restart. */
  const removed = new Map<string, Cover>();

  /** Decides by what stands now and writes it at once: nothing waits in between. */
  const change = (plan: (facts: PlanFacts) => Planned): Answer<OnCallChange> => {
    const by = whoIsAtDesk(parts);
    if (by?.kind !== 'staff') return SIGN_IN_FIRST;
    const planned = plan({
      now: clock.now(),
      by: by.id,
      sources: book.sources(),
      responder: book.responder,
      properties: allRows(store.read, 'property'),
      zone: company(parts)?.zone ?? 'UTC',
      newId: randomUUID,
      removedCover: (id) => removed.get(id) ?? null,
    });
    if (!planned.ok) return planned;
    const gone = new Set(planned.removes.map(({ id }) => id));
    for (const cover of book.sources().covers) if (gone.has(cover.id)) removed.set(cover.id, cover);
    desk.change(CHANGED, (db, author) => writeChange(db, author, planned), by);
    return { ok: true, value: { id: planned.id, notes: planned.notes } };
  };

  return {
    ...oncallViews(parts),
    ...remindersApi(parts),
    ...exportApi(parts),
    saveShift: (shift) => change((facts) => planShift(facts, shift)),
    removeShift: (id) => change((facts) => planShiftRemoval(facts, id)),
    saveRotation: (rotation) => change((facts) => planRotation(facts, rotation)),
    removeRotation: (id) => change((facts) => planRotationRemoval(facts, id)),
    addCover: (cover) => change((facts) => planCover(facts, cover)),
    removeCover: (id) => change((facts) => planCoverRemoval(facts, id)),
    swap: (input) => change((facts) => planSwap(facts, input)),
    takeOver: (input) => change((facts) => planTakeOver(facts, input)),
    addTimeOff: (input) => change((facts) => planTimeOff(facts, input)),
    removeTimeOff: (id) => change((facts) => planTimeOffRemoval(facts, id)),
    decideGap: (input) => change((facts) => planDecision(facts, input)),
    removeDecision: (id) => change((facts) => planDecisionRemoval(facts, id)),
  };
}
