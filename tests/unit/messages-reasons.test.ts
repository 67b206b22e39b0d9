import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/contract';
import { type EventOf, narrate } from '#shared/incident';
import { reasonWords } from '#shared/messages';
import { CALL_BACK_REASONS } from '../../shared/incident/events.ts';

const state = (changed: Partial<EventOf<'messageState'>>): EventOf<'messageState'> => ({
  type: 'messageState',
  v: 1,
  at: 0,
  by: { kind: 'core' },
  key: 'k',
  state: 'retrying',
  attempt: 1,
  gateway: 'kannel',
  reason: null,
  isPossiblyTwice: false,
  nextAt: null,
  ...changed,
});
const told = (changed: Partial<EventOf<'messageState'>>, language: 'en' | 'es') =>
  narrate(state(changed), language, 'UTC').sentence;

describe('why a message stands as it does', () => {
  test.each([
    ['acknowledged', 'somebody has it', 'alguien ya lo atiende'],
    [
      'unreachable:ECONNREFUSED',
      'the gateway cannot be reached: nothing listens at that address and port (ECONNREFUSED)',
      'no se puede alcanzar la pasarela: nadie escucha en esa dirección y ese puerto (ECONNREFUSED)',
    ],
    ['unreachable:E_NEW', 'the gateway cannot be reached: E_NEW', 'no se puede alcanzar la pasarela: E_NEW'],
    [
      'no answer before the core stopped',
      'no answer before the core stopped',
      'sin respuesta antes de que el núcleo se detuviera',
    ],
    ['waited too long', 'waited too long', 'esperó demasiado'],
    [
      'links:1:2:30',
      '1 of 2 links to the network online, 30 messages queued',
      '1 de 2 enlaces con la red en línea, 30 mensajes en cola',
    ],
    ['driverFailed:', 'Nightdesk’s own part for this gateway failed', 'falló la parte de Nightdesk para esta pasarela'],
    ['Number blocked', 'the gateway says “Number blocked”', 'la pasarela dice: “Number blocked”'],
    ['Error 12: blocked', 'the gateway says “Error 12: blocked”', 'la pasarela dice: “Error 12: blocked”'],
    ['toString', 'the gateway says “toString”', 'la pasarela dice: “toString”'],
    ['constructor: x', 'the gateway says “constructor: x”', 'la pasarela dice: “constructor: x”'],
  ])('%s', (reason, en, es) => {
    expect([reasonWords(reason, 'en'), reasonWords(reason, 'es')]).toEqual([en, es]);
  });

  test('each reason for calling back has words of its own', () => {
    for (const language of LANGUAGES)
      for (const reason of CALL_BACK_REASONS) expect(reasonWords(reason, language)).not.toMatch(/says|dice|[a-z][A-Z]/);
  });
});

describe('the log tells it', () => {
  test('in words, in the reader’s language', () => {
    expect(told({ state: 'cancelled', reason: 'tierChanged' }, 'en')).toBe(
      'Message cancelled, not sent (the tier was changed)',
    );
    expect(told({ state: 'cancelled', reason: 'tierChanged' }, 'es')).toBe(
      'Mensaje cancelado, no se envió (se cambió el nivel)',
    );
    expect(told({ reason: 'full:503', attempt: 3 }, 'es')).toBe(
      'La pasarela no tomó el mensaje, se reintenta, intento 3 (la pasarela está llena por el momento: 503)',
    );
  });

  test('that what may lie on a phone is only not sent again', () => {
    const changed = { state: 'unknown', reason: 'acknowledged' } as const;
    expect(told(changed, 'en')).toBe('Not known whether the message left, not sent again (somebody has it)');
    expect(told(changed, 'es')).toBe('No se sabe si el mensaje salió, no se envía de nuevo (alguien ya lo atiende)');
  });
});
