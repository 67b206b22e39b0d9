import { randomBytes } from 'node:crypto';
import { type Author, getRow, getSecret, putRow, putSecret, type ReadDb, type WriteDb } from '#core/store';
import { ExportInput } from '#shared/contract';

const SETTING = 'export';
const KEY = 'oncallExportKey';
const OFF: ExportInput = { isOn: false, host: '127.0.0.1', port: 0 };

/** Where the schedule is offered to others, and whether. */
export function exportSettings(db: ReadDb): ExportInput {
  const parsed = ExportInput.safeParse(getRow(db, 'setting', SETTING)?.value);
  return parsed.success ? parsed.data : OFF;
}

export function keepExportSettings(db: WriteDb, settings: ExportInput, author: Author): void {
  putRow(db, 'setting', { id: SETTING, value: settings }, author);
}

/** What the address holds; null before there was one. */
export function exportKey(db: ReadDb): string | null {
  return getSecret(db, KEY);
}

/** From now on only the new one opens anything. */
export function makeExportKey(db: WriteDb, author: Author): void {
  putSecret(db, KEY, randomBytes(24).toString('base64url'), author);
}
