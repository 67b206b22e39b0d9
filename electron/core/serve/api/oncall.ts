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
  reminderSettings,
  writeChange,
} from '#core/oncall';
import { allRows } from '#core/store';
import { type Answer, type OnCallChange, SHIFT_ROLES, TRADES } from '#shared/contract';
import { costOfGap, coversWithoutEffect, finalSchedule, gaps } from '#shared/oncall';
import type { OnCallApi } from '../oncall-api.ts';
import { company, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { remindersApi } from './oncall-reminders.ts';

const CHANGED = ['oncall', 'status', 'timers'] as const;
const NOT_YET = refusal('notYet', { en: 'Not built yet.', es: 'Aún no existe.' });

/** The plan: shifts, rotations, cover, swaps, time off, gaps. One `finalSchedule` is shown. */
export function oncallApi(parts: Parts): OnCallApi {
  const { book, clock, desk, store } = parts;

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
    });
    if (!planned.ok) return planned;
    desk.change(CHANGED, (db, author) => writeChange(db, author, planned), by);
    return { ok: true, value: { id: planned.id, notes: planned.notes } };
  };

  return {
    onCallNow: () => book.now(clock.now()),
    calendar({ from, to }) {
      const sources = book.sources();
      const trades = TRADES.filter((trade) =>
        [...sources.shifts, ...sources.rotations, ...sources.covers].some((each) => each.trade === trade),
      );
      return {
        duties: finalSchedule(sources, from, to),
        gaps: gaps(sources, trades, SHIFT_ROLES, from, to).map((gap) => ({ ...gap, cost: costOfGap(gap) })),
        sources,
        idleCoverIds: coversWithoutEffect(sources).map(({ id }) => id),
        responders: book.responders(),
        zone: company(parts)?.zone ?? 'UTC',
      };
    },
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
    outlook() {
      const at = clock.now();
      return {
        at,
        findings: [],
        reminders: parts.reminders.view(at),
        reminderSettings: reminderSettings(store.read),
      };
    },
    load: ({ from, to }) => ({ from, to, rows: [], spreadNights: 0 }),
    ...remindersApi(parts),
    exportView: () => ({ isOn: false, host: '127.0.0.1', port: 0, address: null, trouble: null }),
    saveExport: async () => NOT_YET,
    newExportKey: () => NOT_YET,
  };
}
