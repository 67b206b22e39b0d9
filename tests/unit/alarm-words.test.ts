import { describe, expect, it } from 'vitest';
import { ALARM_KINDS, ALARM_WORDS, alarmWords } from '#shared/incident';
import { blindWords } from '#shared/messages';

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
