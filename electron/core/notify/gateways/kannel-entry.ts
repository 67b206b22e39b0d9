import { gatewayEntry } from './entry.ts';
import { type KannelDriver, kannelDriver } from './kannel.ts';
import { KannelConfig } from './kannel-config.ts';
import { KANNEL_FIELDS } from './kannel-fields.ts';

export const KANNEL = gatewayEntry<typeof KannelConfig, KannelDriver>({
  title: { en: 'Kannel', es: 'Kannel' },
  summary: {
    en: 'Your own Kannel on the office network, with an SMPP account or modems behind it.',
    es: 'Su propio Kannel en la red de la oficina, con una cuenta SMPP o módems detrás.',
  },
  medium: 'sms',
  config: KannelConfig,
  fields: KANNEL_FIELDS,
  secretFields: ['password', 'statusPassword', 'callbackSecret'],
  sentTo: { password: ['sendUrl'], statusPassword: ['statusUrl'] },
  madeUpFields: ['callbackSecret'],
  create: (config, { log }) => kannelDriver(config, { log }),
});
