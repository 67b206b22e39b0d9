import { describe, expect, test } from 'vitest';
import { LANGUAGES, TemplateKind } from '#shared/contract';
import {
  builtInText,
  costlyLetters,
  lifeSafetyText,
  residentText,
  segmentsOf,
  templateParts,
  templateShown,
  templateTrouble,
  variablesOf,
} from '#shared/messages';

const troubleOf = (kind: TemplateKind, text: string) => templateTrouble(kind, 'en', text).map(({ en }) => en);

describe.each(TemplateKind.options)('the built-in text %s', (kind) => {
  test.each(LANGUAGES)('passes its own checks in %s, and fits one plain segment', (language) => {
    const text = builtInText(kind, language);
    expect(templateTrouble(kind, language, text)).toEqual([]);
    expect(segmentsOf(templateShown(text, language, 'sample'))).toMatchObject({ segments: 1, encoding: 'GSM-7' });
  });

  test('has the same variables in both languages', () => {
    for (const { name } of variablesOf(kind)) expect(builtInText(kind, 'es')).toContain(`{${name}}`);
  });

  test.each(LANGUAGES)('without what it has to say it is refused in %s', (language) => {
    for (const part of templateParts(kind)) expect(part.isSaid('.', language)).toBe(false);
    if (templateParts(kind).length > 0 || variablesOf(kind).some((each) => each.isNeeded))
      expect(templateTrouble(kind, language, 'Hello.')).not.toEqual([]);
  });
});

describe('a wording of the company', () => {
  test('is refused with a sentence for a variable that nobody knows', () => {
    expect(troubleOf('stepping', 'Still looking. Next text by {next}, {nmae}.')).toEqual([
      '{nmae} is no variable of this text. It knows {next}.',
    ]);
    expect(troubleOf('resolved', 'Fixed by {by}. If not, reply 2.')).toEqual([
      'This text has no variables, so {by} would stay empty.',
    ]);
    expect(troubleOf('stepping', 'Still looking, {next}. {')).toEqual(['A brace { or } has no partner.']);
  });

  test('keeps the promise of the next text, and the way to reply', () => {
    expect(troubleOf('stepping', 'We are looking.')).toEqual(['{next} has to stay: each text promises the next.']);
    expect(troubleOf('followUp', 'Is it fixed? Reply 1 yes.')).toEqual([
      'Whatever else it says, it has to say: how to say that it is not fixed: reply 2.',
    ]);
  });

  test('keeps numbers of life safety and the shut-off', () => {
    expect(troubleOf('safety-water', 'Keep away from wet outlets. This text does not alert 911.')).toEqual([
      'Whatever else it says, it has to say: the shut-off: the water valve.',
      'Whatever else it says, it has to say: call 911.',
    ]);
    expect(troubleOf('safety-selfHarm', 'In danger, call 911.')).toHaveLength(2);
  });

  test('carries no door code', () => {
    expect(troubleOf('closed', 'Closed. The gate code is 4521#. If it is still wrong, reply.')).toEqual([
      'This looks like a door or gate code. Such codes never leave in a text.',
    ]);
  });

  test('of 2,000 letters is refused, and the letter that costs the other alphabet is named', () => {
    const [tooLong] = troubleOf('closed', `Reply to this text. ${'x'.repeat(1980)}`);
    expect(tooLong).toMatch(/^It takes 14 segments with the longest names; 3 is the most\.$/);
    const accented = `Atención: ${builtInText('safety-fire', 'es')}`;
    expect(costlyLetters(accented)).toEqual(['ó']);
    expect(templateTrouble('safety-fire', 'es', accented)[0]?.es).toMatch(/^Ocupa 3 segmentos.*“ó” no está/);
  });

  test('may be right-to-left or hold an emoji, which cost and are named, and nothing breaks', () => {
    const text = 'שלום 🚿 we are looking, next text by {next}';
    expect(troubleOf('stepping', text)).toEqual([]);
    expect(costlyLetters(text)).toEqual(['ש', 'ל', 'ו', 'ם', '🚿']);
    expect(residentText('stepping', { nextBy: '1:05 AM' }, 'en', () => text)).toBe(
      'שלום 🚿 we are looking, next text by 1:05 AM',
    );
  });

  test('takes the place of the built-in text, each variable once and in the language of the text', () => {
    const own = 'Soy {by}; llego {estimate}. Otro mensaje antes de {next}.';
    const facts = { by: 'Ann {next} (Ñandú)', estimate: '00:20', nextBy: '01:05' };
    expect(residentText('acknowledged', facts, 'es', () => own)).toBe(
      'Soy Ann {next} (Ñandu); llego 00:20. Otro mensaje antes de la 01:05.',
    );
  });

  test('for what it does without an estimate is another', () => {
    const own = (kind: string) => (kind === 'acknowledgedWithoutEstimate' ? '{by} has it. More by {next}.' : null);
    const facts = { by: 'Ann', nextBy: '1:05 AM' };
    expect(residentText('acknowledged', { ...facts, estimate: null }, 'en', own)).toBe('Ann has it. More by 1:05 AM.');
    expect(residentText('acknowledged', { ...facts, estimate: '1:00 AM' }, 'en', own)).toContain('estimates 1:00 AM');
  });

  test('that misses what is demanded now is not sent: the built-in text is', () => {
    expect(lifeSafetyText('gas', 'en', () => 'Please wait inside.')).toBe(builtInText('safety-gas', 'en'));
    expect(residentText('stepping', { nextBy: '1:05 AM' }, 'en', () => 'Wait.')).toContain('by 1:05 AM');
  });
});
