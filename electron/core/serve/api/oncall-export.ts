import { exportKey, keepExportSettings, makeExportKey } from '#core/oncall';
import type { OnCallApi } from '../oncall-api.ts';
import { type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

const CHANGED = ['oncall', 'settings'] as const;
const NOT_ON = refusal('notOn', {
  en: 'The feed is off, so there is no key to replace. Turn it on first.',
  es: 'El calendario para otros está apagado y no hay clave que cambiar. Enciéndalo primero.',
});
const BAD_HOST = refusal('badHost', {
  en: 'Write the address alone: 127.0.0.1, or the name or number of this computer, without http and without a path.',
  es: 'Escriba solo la dirección: 127.0.0.1, o el nombre o número de esta computadora, sin http ni ruta.',
});
const HOST = /^[\w.:-]+$/;

/** The schedule for other people's calendars. */
export function exportApi(parts: Parts): Pick<OnCallApi, 'exportView' | 'saveExport' | 'newExportKey'> {
  const { store, desk, intake } = parts;
  return {
    exportView() {
      const view = intake.view();
      return whoIsAtDesk(parts) ? view : { ...view, address: null };
    },
    async saveExport(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      if (!HOST.test(input.host)) return BAD_HOST;
      desk.change(
        CHANGED,
        (db, author) => {
          keepExportSettings(db, input, author);
          if (input.isOn && exportKey(db) === null) makeExportKey(db, author);
        },
        by,
      );
      await intake.apply();
      return { ok: true, value: intake.view() };
    },
    newExportKey() {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      if (exportKey(store.read) === null) return NOT_ON;
      desk.change(CHANGED, (db, author) => makeExportKey(db, author), by);
      return { ok: true, value: intake.view() };
    },
  };
}
