import { describe, expect, test } from 'vitest';
import { narrate, refusedActs } from '#shared/incident';
import { LEAK, type Night, of, openNight } from './incident-model.ts';

const refused = (night: Night): readonly string[] => Object.keys(refusedActs(night.state)).toSorted();

describe('what cannot be done to an incident as it stands', () => {
  test('a running P1: it is not taken, not closed, and nobody is asked about 911', () => {
    const night = openNight();
    expect(refused(night)).toEqual([
      'answerEmergencyCall',
      'endHold',
      'handOver',
      'markArrived',
      'reopen',
      'setEta',
      'unlink',
    ]);
    expect(refusedActs(night.state).markArrived?.en).toMatch(/^Nobody has it yet/);
  });

  test('taken, then on site, then closed', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    expect(refused(night)).toEqual([
      'acknowledgeFor',
      'addPerson',
      'answerEmergencyCall',
      'changeLadder',
      'endHold',
      'escalateNow',
      'jumpTo',
      'standDown',
      'unlink',
    ]);
    night.run({ type: 'markArrived' });
    expect(refused(night)).toEqual([
      'acknowledgeFor',
      'addPerson',
      'answerEmergencyCall',
      'changeLadder',
      'endHold',
      'escalateNow',
      'hold',
      'jumpTo',
      'markArrived',
      'standDown',
      'unlink',
    ]);
    expect(night.refusal({ type: 'markArrived' })).toBe('alreadyOnSite');
    night.run({ type: 'resolve', outcome: 'fixed', words: 'valve shut' });
    expect(refused(night)).toEqual([
      'acknowledgeFor',
      'addPerson',
      'answerEmergencyCall',
      'changeLadder',
      'changeTier',
      'connect',
      'declineFor',
      'endHold',
      'escalateNow',
      'handOver',
      'hold',
      'jumpTo',
      'link',
      'markArrived',
      'resolve',
      'sendVendor',
      'setEta',
      'standDown',
      'unlink',
    ]);
  });

  test('a P3 without a number: nobody to write to, no ladder to climb, nobody who was asked', () => {
    const night = openNight({ tier: 'P3', facts: { caller: { ...LEAK.caller, phone: null } } });
    expect(refused(night)).toEqual(expect.arrayContaining(['declineFor', 'escalateNow', 'writeTo']));
  });

  test('whatever is not named there is done', () => {
    for (const tier of ['P1', 'P2', 'P3'] as const) {
      const night = openNight({ tier });
      const isRefused = (type: keyof ReturnType<typeof refusedActs>) => refusedActs(night.state)[type] !== undefined;
      expect(night.refusal({ type: 'resolve', outcome: 'fixed', words: 'x' }) !== null).toBe(isRefused('resolve'));
      expect(night.refusal({ type: 'escalateNow' }) !== null).toBe(isRefused('escalateNow'));
      expect(night.refusal({ type: 'note', words: 'x' }) !== null).toBe(isRefused('note'));
      expect(night.refusal({ type: 'reopen', words: 'x' }) !== null).toBe(isRefused('reopen'));
    }
  });
});

describe('closing', () => {
  test.each(['P1', 'P2'] as const)('a %s wants words, not only an outcome', (tier) => {
    const night = openNight({ tier });
    expect(night.refusal({ type: 'resolve', outcome: 'fixed', words: ' ' })).toBe('wordsMissing');
    expect(night.state.status).toBe('running');
    expect(night.refusal({ type: 'resolve', outcome: 'fixed', words: 'valve shut' })).toBeNull();
  });
  test('a P3 is closed without', () => {
    expect(openNight({ tier: 'P3' }).refusal({ type: 'resolve', outcome: 'duplicate', words: '' })).toBeNull();
  });
});

describe('whether somebody has called 911', () => {
  test('the answer is kept with who asked and when, stands in the log, and may be corrected', () => {
    const night = openNight({ facts: { verdict: { ...LEAK.verdict, lifeSafety: 'gas' } } });
    expect(night.state.emergencyCall).toBeNull();
    night.pass(1);
    night.run({ type: 'answerEmergencyCall', answer: 'couldNotAsk' });
    expect(night.state.emergencyCall).toEqual({ answer: 'couldNotAsk', at: night.now, by: 'Rosa Alvarez' });
    night.run({ type: 'answerEmergencyCall', answer: 'yes' });
    expect(night.state.emergencyCall?.answer).toBe('yes');
    const told = of(night.events, 'emergencyCallAnswered').map((event) => narrate(event, 'es', 'UTC').sentence);
    expect(told).toEqual([
      'Rosa Alvarez preguntó si alguien llamó al 911: no se pudo preguntar',
      'Rosa Alvarez preguntó si alguien llamó al 911: sí',
    ]);
  });
  test('is nobody’s question where nobody’s life is in danger', () => {
    expect(openNight().refusal({ type: 'answerEmergencyCall', answer: 'yes' })).toBe('noLifeSafety');
  });
});
