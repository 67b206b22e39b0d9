import type { SmsDriver } from '../driver.ts';
import { gatewayEntry } from './entry.ts';
import { smppDriver } from './smpp.ts';
import { SmppConfig } from './smpp-config.ts';
import { SMPP_FIELDS } from './smpp-fields.ts';

export const SMPP = gatewayEntry<typeof SmppConfig, SmsDriver>({
  title: { en: 'SMPP account', es: 'Cuenta SMPP' },
  summary: {
    en: 'An account of your own at a carrier or an aggregator, over SMPP 3.4.',
    es: 'Una cuenta propia en un operador o agregador, por SMPP 3.4.',
  },
  medium: 'sms',
  config: SmppConfig,
  fields: SMPP_FIELDS,
  secretFields: ['password'],
  sentTo: { password: ['host', 'port', 'tls', 'tlsAuthority'] },
  create: smppDriver,
});
