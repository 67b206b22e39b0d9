import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/contract';
import { type CallTextInput, callKeys, callText, callWords, LONGEST_CALL_S, secondsToSay } from '#shared/messages';

const MAPLE = { propertyName: 'Maple Court', unitLabel: '14B', address: '120 W. Maple St' };
const LEAK: CallTextInput = {
  language: 'en',
  tier: 'P1',
  hazard: null,
  place: MAPLE,
  category: 'plumbing',
  words: 'Water is coming through the ceiling light',
};

/** What is heard at least: text and keys. */
const heard = (input: CallTextInput): string => `${callText(input)} ${callKeys(input.language, { hasKeys: true })}`;

describe('what a call says', () => {
  test('tier first, then where, then the problem; numbers and letters are spelled for hearing', () => {
    expect(callText(LEAK)).toBe(
      'Nightdesk, priority 1. Maple Court, unit 1 4 B, B as in Bravo. 1 2 0 West Maple Street. plumbing: Water is coming through the ceiling light.',
    );
    expect(callText({ ...LEAK, language: 'es', words: 'Sale agua por la lámpara del techo' })).toBe(
      'Nightdesk, prioridad 1. Maple Court, unidad 1 4 B, B de Bravo. 1 2 0 West Maple Street. plomería: Sale agua por la lámpara del techo.',
    );
  });

  test('what endangers whoever goes comes before the place', () => {
    expect(callText({ ...LEAK, category: 'gas', hazard: 'doNotEnter', words: 'It smells of gas' })).toMatch(
      /^Nightdesk, priority 1\. Do not enter before .+ clears\. Maple Court/,
    );
    expect(callText({ ...LEAK, language: 'es', hazard: 'electric' })).toMatch(
      /^Nightdesk, prioridad 1\. Hay corriente: no toque agua ni cables\. Maple Court/,
    );
  });

  test.each([
    ['a unit of several parts', { ...MAPLE, unitLabel: 'Apt. 3-C' }, 'unit Apt 3 C, C as in Charlie.'],
    ['no unit', { ...MAPLE, unitLabel: null }, 'Maple Court. 1 2 0 West Maple Street.'],
    ['a place of one line', { propertyName: '9 Elm Ave', unitLabel: null, address: '9 Elm Ave' }, '. 9 Elm Avenue. '],
    ['a street with a number for a name', { ...MAPLE, address: '1500 42nd St' }, '1 5 0 0 4 2nd Street.'],
  ])('%s', (_, place, said) => {
    expect(callText({ ...LEAK, place })).toContain(said);
  });

  test('the keys: where none are heard, the text is to be answered', () => {
    expect(callKeys('en', { hasKeys: true })).toBe(
      'Press 1 to accept. Press 2 to decline. Press 3 for the resident’s words.',
    );
    expect(callKeys('es', { hasKeys: true })).toBe(
      'Marque 1 para aceptar. Marque 2 si no puede. Marque 3 para oír al residente.',
    );
    expect(callKeys('en', { hasKeys: false })).toBe('Answer the text message: 1 to accept, 2 to decline.');
    expect(callKeys('es', { hasKeys: false })).toMatch(/^Conteste el mensaje/);
  });

  const BAD_WORDS: readonly (readonly [string, string])[] = [
    ['2,000 letters', 'the water keeps rising and nobody knows where the valve is '.repeat(40)],
    ['2,000 letters without a blank', 'a'.repeat(2_000)],
    ['emoji and signs', '🔥🔥 <speak>fire</speak> & "smoke" ⚠️'],
    ['right to left', 'الماء يتسرب من السقف\u202e منذ ساعة'],
    ['nothing', '   '],
    ['line breaks and marks', 'help!!!!\n\n\tnow....'],
  ];

  test.each(LANGUAGES.flatMap((language) => BAD_WORDS.map(([name, words]) => [language, name, words] as const)))(
    '%s, %s: within 25 seconds, nothing in it that no voice can say',
    (language, _, words) => {
      const said = heard({ ...LEAK, language, hazard: 'doNotEnter', words });
      expect(secondsToSay(said)).toBeLessThanOrEqual(LONGEST_CALL_S);
      expect(said).not.toMatch(/[<>&"*\n\t]|\p{Extended_Pictographic}|\u202e/u);
      expect(said).toContain('Maple Court');
      expect(said).not.toMatch(/: \.|\.\./);
    },
  );

  test('a long name of a place is said shorter, never left out', () => {
    const place = {
      propertyName: 'Residences at '.repeat(20),
      unitLabel: 'Penthouse '.repeat(9),
      address: 'x'.repeat(400),
    };
    const said = heard({ ...LEAK, place });
    expect(said).toMatch(/Residences at .+unit Penthouse/);
    expect(said.length).toBeLessThan(450);
  });

  test('door codes are said to nobody', () => {
    const words = 'the gate code is 4521# and the lockbox: 0912';
    expect(callText({ ...LEAK, words })).not.toMatch(/4521|0912|4 5 2 1/);
    expect(callWords('en', words)).not.toMatch(/4521|0912/);
  });

  test('key 3 reads the words further than the call had room for, and not for ever', () => {
    const words = 'the water keeps rising and nobody knows where the valve is '.repeat(40);
    const read = callWords('en', words);
    expect(read).toMatch(/^The resident says: the water keeps rising/);
    expect(read.length).toBeGreaterThan(callText({ ...LEAK, words }).length);
    expect(secondsToSay(read)).toBeLessThan(45);
    expect(callWords('es', 'agua')).toBe('El residente dice: agua');
  });
});
