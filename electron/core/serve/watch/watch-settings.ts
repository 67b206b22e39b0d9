import { newSharedKey } from '#core/guard';
import { type Author, getRow, getSecret, putRow, putSecret, type ReadDb, type WriteDb } from '#core/store';
import { WatchSettings } from '#shared/contract';

const SETTING = 'watch';
const KEY = 'watchKey';
const OFF: WatchSettings = { isOn: false, host: '127.0.0.1', port: 0 };

/** Whether a second computer may ask how the desk is, and where; nowhere unless somebody turned it on. */
export function watchSettings(db: ReadDb): WatchSettings {
  const parsed = WatchSettings.safeParse(getRow(db, 'setting', SETTING)?.value);
  return parsed.success ? parsed.data : OFF;
}

export function keepWatchSettings(db: WriteDb, settings: WatchSettings, author: Author): void {
  putRow(db, 'setting', { id: SETTING, value: settings }, author);
}

/** What the two computers share; null before there was one. */
export function watchKey(db: ReadDb): string | null {
  return getSecret(db, KEY);
}

/** From now on only the new one counts. */
export function makeWatchKey(db: WriteDb, author: Author): void {
  putSecret(db, KEY, newSharedKey(), author);
}
