import type { ConsoleApi } from '../console-api.ts';
import { type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { keepWatchSettings, makeWatchKey, watchKey } from '../watch/index.ts';

const CHANGED = ['settings'] as const;
const HOST = /^[\w.:-]+$/;
const BAD_HOST = refusal('badHost', {
  en: 'Write the address alone: 127.0.0.1, or the name or number of this computer, without http and without a path.',
  es: 'Escriba solo la dirección: 127.0.0.1, o el nombre o número de esta computadora, sin http ni ruta.',
});

/** The watch on a second computer: where it asks, and the key that the two share. */
export function watchApi(parts: Parts): Pick<ConsoleApi, 'watch' | 'saveWatch' | 'makeWatchKey'> {
  const { desk, outside } = parts;
  return {
    watch() {
      const view = outside.view();
      return whoIsAtDesk(parts) ? view : { ...view, key: null };
    },
    async saveWatch(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      if (!HOST.test(input.host)) return BAD_HOST;
      desk.change(
        CHANGED,
        (db, author) => {
          keepWatchSettings(db, input, author);
          if (input.isOn && watchKey(db) === null) makeWatchKey(db, author);
        },
        by,
      );
      await outside.apply();
      return { ok: true, value: outside.view() };
    },
    makeWatchKey() {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      desk.change(CHANGED, (db, author) => makeWatchKey(db, author), by);
      return { ok: true, value: outside.view() };
    },
  };
}
