import { randomUUID } from 'node:crypto';
import { type Author, putRow, removeRow, type WriteDb } from '#core/store';
import { type Answer, DEFAULT_REMINDERS, type OnCallChange, SHIFT_ROLES, TRADES } from '#shared/contract';
import { costOfGap, coversWithoutEffect, finalSchedule, gaps } from '#shared/oncall';
import type { OnCallApi } from '../oncall-api.ts';
import { company, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

const CHANGED = ['oncall', 'status', 'timers'] as const;
const NOT_THERE = refusal('notThere', { en: 'It has been removed already.', es: 'Ya se había quitado.' });
const UNKNOWN_PERSON = refusal('unknownResponder', {
  en: 'One of these people is not on the list of responders. Nothing was saved.',
  es: 'Una de estas personas no está en la lista de técnicos. No se guardó nada.',
});
const NOT_YET = refusal('notYet', { en: 'Not built yet.', es: 'Aún no existe.' });
const END_FIRST = refusal('endBeforeStart', {
  en: 'The end must be after the start. Nothing was saved.',
  es: 'El final debe ser después del inicio. No se guardó nada.',
});

/** Shifts, rotations, cover; one `finalSchedule` is shown. */
export function oncallApi(parts: Parts): OnCallApi {
  const { book, clock, desk } = parts;

  const save = (
    id: string,
    people: readonly string[],
    write: (db: WriteDb, author: Author) => void,
  ): Answer<OnCallChange> => {
    const by = whoIsAtDesk(parts);
    if (!by) return SIGN_IN_FIRST;
    if (people.some((id) => book.responder(id) === null)) return UNKNOWN_PERSON;
    desk.change(CHANGED, write, by);
    return { ok: true, value: { id, notes: [] } };
  };
  const remove = (
    table: 'shift' | 'rotation' | 'cover' | 'time_off' | 'gap_decision',
    id: string,
  ): Answer<OnCallChange> => {
    const by = whoIsAtDesk(parts);
    if (!by) return SIGN_IN_FIRST;
    return desk.change(CHANGED, (db, author) => removeRow(db, table, id, author), by)
      ? { ok: true, value: { id, notes: [] } }
      : NOT_THERE;
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
    saveShift: (shift) =>
      shift.endsAt > shift.startsAt
        ? save(shift.id, [shift.responderId], (db, author) => putRow(db, 'shift', shift, author))
        : END_FIRST,
    removeShift: (id) => remove('shift', id),
    saveRotation: (rotation) =>
      save(rotation.id, rotation.members, (db, author) => putRow(db, 'rotation', rotation, author)),
    removeRotation: (id) => remove('rotation', id),
    addCover(cover) {
      if (cover.endsAt <= cover.startsAt) return END_FIRST;
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      const row = { ...cover, id: randomUUID(), swapId: null, by: by.id, createdAt: clock.now() };
      return save(row.id, [cover.responderId], (db, author) => putRow(db, 'cover', row, author));
    },
    removeCover: (id) => remove('cover', id),
    outlook: () => ({ at: clock.now(), findings: [], reminders: [], reminderSettings: DEFAULT_REMINDERS }),
    load: ({ from, to }) => ({ from, to, rows: [], spreadNights: 0 }),
    swap: () => NOT_YET,
    takeOver: () => NOT_YET,
    addTimeOff: () => NOT_YET,
    removeTimeOff: (id) => remove('time_off', id),
    decideGap: () => NOT_YET,
    removeDecision: (id) => remove('gap_decision', id),
    confirmReminder: () => NOT_YET,
    saveReminders: () => NOT_YET,
    exportView: () => ({ isOn: false, host: '127.0.0.1', port: 0, address: null, trouble: null }),
    saveExport: async () => NOT_YET,
    newExportKey: () => NOT_YET,
  };
}
