import type { SmsDriver } from '../driver.ts';
import { gatewayEntry } from './entry.ts';
import { gammuDriver } from './gammu.ts';
import { GammuConfig } from './gammu-config.ts';
import { GAMMU_FIELDS } from './gammu-fields.ts';

export const GAMMU = gatewayEntry<typeof GammuConfig, SmsDriver>({
  title: { en: 'USB modem (gammu-smsd)', es: 'Módem USB (gammu-smsd)' },
  summary: {
    en: 'A modem with a SIM on this computer, driven by gammu-smsd with an SQLite database. No internet needed.',
    es: 'Un módem con SIM en esta computadora, manejado por gammu-smsd con una base SQLite. No requiere internet.',
  },
  medium: 'sms',
  config: GammuConfig,
  fields: GAMMU_FIELDS,
  secretFields: [],
  create: gammuDriver,
});
