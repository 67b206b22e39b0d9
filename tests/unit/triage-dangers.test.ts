import { describe, expect, test } from 'vitest';
import type { GivenAnswer } from '#shared/contract';
import { classify, dangerKind, lifeSafetyKind, resolveRules } from '#shared/triage';

/** Words of one danger each; which of two is spoken of must not depend on which was said first. */
const SAID = {
  gas: 'I smell gas in the hallway',
  co: 'the carbon monoxide alarm is going off',
  fire: 'the kitchen is on fire',
  medical: 'somebody is unconscious',
  police: 'somebody broke in and is still here',
  electric: 'the outlet is sparking',
  trapped: 'people are stuck in the elevator',
  water: 'water is pouring through the ceiling',
} as const;
const ORDER = Object.keys(SAID) as (keyof typeof SAID)[]; // the keys of a literal, in their order

describe('two dangers in one text', () => {
  const pairs = ORDER.flatMap((one, index) => ORDER.slice(index + 1).map((two) => [one, two] as const));
  test.each(pairs)('%s goes before %s, whichever is said first', (graver, other) => {
    expect(lifeSafetyKind(classify(`${SAID[graver]}. ${SAID[other]}`, {}))).toBe(graver);
    expect(lifeSafetyKind(classify(`${SAID[other]}. ${SAID[graver]}`, {}))).toBe(graver);
  });

  test('water by itself is no danger that goes before the receipt', () => {
    expect(dangerKind(classify(SAID.water, {}))).toBeNull();
    expect(dangerKind(classify(`${SAID.water} and it smells like gas`, {}))).toBe('gas');
  });
});

test.each([
  'I smell gas in the hallway, just letting you know',
  'huele a gas en el pasillo, solo aviso',
  'water is coming through the ceiling, just letting you know',
  'asking for my mother, she smells gas in her apartment',
  'Silly question maybe, but I smell gas in the hallway',
  'I smell gas. Everything is fine otherwise',
  'hay humo en la cocina, por lo demás todo bien',
  'Thanks for picking up there is a fire in the kitchen',
  'The kitchen is on fire, is that covered?',
  'the pipe burst, the super got them out of bed',
  'flooding in unit 3',
  'sentí olor a gas en el sótano y el piloto está apagado',
  'the boiler room is full of smoke, everyone is out',
])('no by-word takes away a danger: %s', (text) => {
  expect(classify(text, {}).tier).toBe('P1');
});

describe('answers and what is said after them', () => {
  const drops: GivenAnswer = { card: 'plumbing', question: 'is-water-running', answer: 'drops' };
  test.each(['my toddler swallowed a battery', 'my wife went into labor in the elevator lobby'])(
    'one about water lowers nothing else: %s',
    (text) => {
      expect(classify(text, { answers: [drops] }).tier).toBe(classify(text, {}).tier);
    },
  );

  test('medical equipment and an outage known from an answer are P1, in either order', () => {
    const dark: GivenAnswer = { card: 'electrical', question: 'whole-unit-dark', answer: 'whole' };
    const equipment: GivenAnswer = { card: 'electrical', question: 'anyone-in-danger', answer: 'equipment' };
    for (const answers of [
      [dark, equipment],
      [equipment, dark],
    ])
      expect(classify('the outlet in the bedroom does nothing', { answers }).tier).toBe('P1');
  });
});

test.each(['heather court pump', 'apt manager', 'leek house', 'bldg 9 boilr', 'Brekaer-Room', 'Águas lobby'])(
  'a company’s phrase is found as it is written, whatever the speller knows: %s',
  (words) => {
    const phrases = [{ id: '1', words, leastTier: 'P1', category: 'security' } as const];
    const layer = { place: 'company', version: 1, signedBy: null, preset: null, numbers: {}, cards: {}, phrases };
    const verdict = classify(`something at the ${words.toLowerCase()} please`, { rules: resolveRules([layer]) });
    expect(verdict).toMatchObject({ tier: 'P1', reasons: [{ code: 'company-phrase' }] });
    expect(verdict.reasons[0]?.words).toBe(words.toLowerCase());
  },
);
