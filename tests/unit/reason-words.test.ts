import { describe, expect, it } from 'vitest';
import { ALARM_KINDS, ALARM_WORDS, alarmWords } from '#shared/incident';
import { blindWords, type MessageReason, reasonWords } from '#shared/messages';

describe('why a message did not simply go, in words', () => {
  it.each<[MessageReason, string, string]>([
    ['noReceipt', 'no receipt in time', 'sin acuse a tiempo'],
    [
      'unreachable:ECONNREFUSED',
      'the gateway cannot be reached (ECONNREFUSED)',
      'no se puede alcanzar la pasarela (ECONNREFUSED)',
    ],
    [
      'links:1:2:30',
      '1 of 2 links to the network online, 30 messages queued',
      '1 de 2 enlaces con la red en línea, 30 mensajes en cola',
    ],
    ['driverFailed:', 'Nightdesk’s own part for this gateway failed', 'falló la parte de Nightdesk para esta pasarela'],
  ])('%s', (stored, en, es) => expect([reasonWords(stored, 'en'), reasonWords(stored, 'es')]).toEqual([en, es]));

  it.each(['Kannel cannot be reached (ECONNREFUSED)', 'constructor', 'toString:1', ''])(
    'what no table knows is shown as it was written: %j',
    (stored) => expect(reasonWords(stored, 'es')).toBe(stored),
  );
});

describe('alarms and blind times, in words', () => {
  it('says each in both languages, and of another build its name', () => {
    for (const kind of [...ALARM_KINDS, 'gatewayDown', 'standstill'] as const) {
      expect(ALARM_WORDS.en[kind]).not.toBe(ALARM_WORDS.es[kind]);
      expect(alarmWords(kind, 'es')).toBe(ALARM_WORDS.es[kind]);
    }
    expect(alarmWords('ofTomorrow', 'en')).toBe('ofTomorrow');
    expect(blindWords('asleep', 'es')).toBe('La computadora estaba suspendida o trabada.');
    expect(blindWords('ofTomorrow', 'es')).toBe('ofTomorrow');
  });
});
