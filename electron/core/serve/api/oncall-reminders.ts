import { keepReminderSettings } from '#core/oncall';
import { confirmReminderRow, putReminder, remindersAfter } from '#core/store';
import type { OnCallApi } from '../oncall-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

const CHANGED = ['oncall', 'settings'] as const;
const NOT_THERE = refusal('notThere', {
  en: 'There is no such reminder any more: the shift is over, or somebody else has it.',
  es: 'Ese recordatorio ya no existe: la guardia terminó o la tiene otra persona.',
});
const ALREADY = refusal('alreadyConfirmed', {
  en: 'This shift has been confirmed already.',
  es: 'Esta guardia ya está confirmada.',
});

/** Reminders before shifts: whether they are sent, and what was heard by phone. */
export function remindersApi(parts: Parts): Pick<OnCallApi, 'confirmReminder' | 'saveReminders'> {
  const { store, desk, clock, reminders } = parts;
  return {
    confirmReminder(id) {
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      const now = clock.now();
      const sent = remindersAfter(store.read, now).find((each) => each.id === id);
      // Heard before the text left: then none does.
      const row = sent ?? reminders.coming(id, now);
      if (!row) return NOT_THERE;
      if (row.confirmedAt !== null) return ALREADY;
      desk.change(
        CHANGED,
        (db, author) => {
          if (!sent) putReminder(db, row);
          confirmReminderRow(db, row.id, by.name, author);
        },
        by,
      );
      return DONE;
    },
    saveReminders(settings) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      desk.change(CHANGED, (db, author) => keepReminderSettings(db, settings, author), by);
      return DONE;
    },
  };
}
