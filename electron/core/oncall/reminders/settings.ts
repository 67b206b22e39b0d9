import { type Author, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';
import { DEFAULT_REMINDERS, type Instant, ReminderSettings } from '#shared/contract';

const ID = 'reminders';

/** Whether and when people are reminded; as it is where nobody has said otherwise. */
export function reminderSettings(db: ReadDb): ReminderSettings {
  const parsed = ReminderSettings.safeParse(getRow(db, 'setting', ID)?.value);
  return parsed.success ? parsed.data : DEFAULT_REMINDERS;
}

export function keepReminderSettings(db: WriteDb, settings: ReminderSettings, author: Author): void {
  putRow(db, 'setting', { id: ID, value: settings }, author);
}

/** The company as a text names it, and since when it is there. */
export type CompanyFacts = { readonly name: string; readonly zone: string; readonly since: Instant };

/** Null before the first run. */
export function companyFacts(db: ReadDb): CompanyFacts | null {
  const row = getRow(db, 'setting', 'company');
  if (!row) return null;
  const { name, zone, since } = row.value as { name: string; zone: string; since?: Instant }; // written by the first run
  return { name, zone, since: since ?? 0 };
}
