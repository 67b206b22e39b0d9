import { z } from 'zod';
import { type Author, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';
import { DEFAULT_REMINDERS, Instant, Language, ReminderSettings } from '#shared/contract';

const ID = 'reminders';

/** Whether and when people are reminded; as it is where nobody has said otherwise. */
export function reminderSettings(db: ReadDb): ReminderSettings {
  const parsed = ReminderSettings.safeParse(getRow(db, 'setting', ID)?.value);
  return parsed.success ? parsed.data : DEFAULT_REMINDERS;
}

export function keepReminderSettings(db: WriteDb, settings: ReminderSettings, author: Author): void {
  putRow(db, 'setting', { id: ID, value: settings }, author);
}

/** The company as a text names it, and since when people are reminded; null until the first start has written it. */
export type CompanyFacts = {
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
  readonly since: Instant | null;
};

const Stored = z.looseObject({
  name: z.string(),
  zone: z.string(),
  language: Language.default('en'),
  since: Instant.optional(),
});

/** Null before the first run. */
export function companyFacts(db: ReadDb): CompanyFacts | null {
  const parsed = Stored.safeParse(getRow(db, 'setting', 'company')?.value);
  return parsed.success ? { ...parsed.data, since: parsed.data.since ?? null } : null;
}

/**
 * A company that was there before anybody was reminded begins now, as a new one does: else the first start of a build that
 * reminds would text everybody whose shift begins soon, in the middle of the night.
 */
export function writeBeginning(db: WriteDb, author: Author): void {
  const value = Stored.parse(getRow(db, 'setting', 'company')?.value);
  putRow(db, 'setting', { id: 'company', value: { ...value, since: author.at } }, author);
}
