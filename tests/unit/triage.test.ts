import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { TIERS, type Verdict } from '#shared/contract';
import { LIFE_SAFETY_TEXT } from '#shared/messages';
import {
  classify,
  LIFE_SAFETY_KINDS,
  LIFE_SAFETY_SPOKEN,
  lifeSafetyKind,
  PACK_VERSION,
  REASON_LABELS,
} from '#shared/triage';

// Pieces of reports, so that random texts reach the rules and not only the fallback.
const PIECES = [
  'no heat',
  'the sink is leaking',
  'no huele a gas',
  'I smell gas',
  'water',
  'from the ceiling',
  'se fue la luz',
  'not',
  'but',
  'if',
  'last week',
  'smoke',
  'detector',
  '52 degrees',
  '-5 °C',
  '🚽💦',
  'ñandú',
  'ÁÉ',
  '.',
  '?',
  '…',
  'elevator',
  'stuck',
  'adentro',
  'fixed',
  'rent',
  'ﬁre',
  '👩‍👩‍👧',
  '\n',
  'wtr',
  '"',
  '14B',
] as const;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(' ')),
);
const RUNS = { numRuns: 300 };

function rank(verdict: Pick<Verdict, 'tier'>): number {
  return TIERS.indexOf(verdict.tier);
}

describe('properties of every verdict', () => {
  test('it never throws and is well formed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const verdict = classify(text, {});
        expect(verdict.problems.length).toBeGreaterThan(0);
        expect(verdict.packVersion).toContain(PACK_VERSION);
        expect(verdict.confidence).toBeGreaterThan(0);
        expect(verdict.confidence).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  test('each reason is a stretch of the text as typed and has a label', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const reason of classify(text, {}).problems.flatMap((problem) => problem.reasons)) {
          expect(reason.start).toBeGreaterThanOrEqual(0);
          expect(reason.end).toBeGreaterThanOrEqual(reason.start);
          expect(reason.end).toBeLessThanOrEqual(text.length);
          expect(reason.words).toBe(text.slice(reason.start, reason.end));
          expect(REASON_LABELS).toHaveProperty([reason.code]);
        }
      }),
      RUNS,
    );
  });

  test('the verdict is its worst problem and the rest follow in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const verdict = classify(text, {});
        const ranks = verdict.problems.map(rank);
        expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
        expect(verdict.tier).toBe(verdict.problems[0]?.tier);
        expect(verdict.category).toBe(verdict.problems[0]?.category);
      }),
      RUNS,
    );
  });

  test('adding a hazard in a sentence of its own never lowers the tier', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const worse = classify(`${text}. There is a gas leak, I smell gas right now`, {});
        expect(rank(worse)).toBeLessThanOrEqual(rank(classify(text, {})));
        expect(worse.tier).toBe('P1');
      }),
      RUNS,
    );
  });

  test('knowing about cold or a need never lowers the tier', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: -20, max: 110 }), fc.boolean(), (text, outsideF, hasVolunteeredNeed) => {
        const knowing = classify(text, { outsideF, hasVolunteeredNeed });
        expect(rank(knowing)).toBeLessThanOrEqual(rank(classify(text, {})));
      }),
      RUNS,
    );
  });
});

describe('what is known beside the words', () => {
  test.each([
    ['no heat', {}, 'P2'],
    ['no heat', { outsideF: 32 }, 'P1'],
    ['no heat', { outsideF: 33 }, 'P2'],
    ['no heat', { hasVolunteeredNeed: true }, 'P1'],
    ['no hay calefacción', { outsideF: 10 }, 'P1'],
    ['AC is out', {}, 'P3'],
    ['AC is out', { outsideF: 95 }, 'P2'],
    ['AC is out', { hasVolunteeredNeed: true }, 'P2'],
    ['the faucet drips', { outsideF: 5, hasVolunteeredNeed: true }, 'P3'],
    ['no heat, 55 degrees inside', {}, 'P2'],
    ['no heat, 54 degrees inside', {}, 'P1'],
    ['no heat, 12 celsius inside', {}, 'P1'],
    ['no hay calefaccion, 18 grados adentro', {}, 'P2'],
    ['thermostat is set to 50 but no heat', {}, 'P2'],
  ] as const)('%s with %j is %s', (text, context, tier) => {
    expect(classify(text, context).tier).toBe(tier);
  });

  test('a property may send another trade', () => {
    expect(classify('I smell gas', {}).trade).toBe('general');
    expect(classify('I smell gas', { tradeOf: { gas: 'plumbing' } }).trade).toBe('plumbing');
  });

  test('the language on file wins over the language of the text', () => {
    expect(classify('no hay agua caliente en mi casa', {}).language).toBe('es');
    expect(classify('there is no hot water in my house', {}).language).toBe('en');
    expect(classify('no hay agua caliente en mi casa', { language: 'en' }).language).toBe('en');
  });
});

describe('several problems at once', () => {
  test('each is listed, the worst decides', () => {
    const verdict = classify(
      'Blinds are broken, the faucet drips, and the CO alarm has been going off for an hour',
      {},
    );
    expect(verdict.problems.map((problem) => [problem.tier, problem.category])).toEqual([
      ['P1', 'fire'],
      ['P3', 'plumbing'],
      ['P3', 'structural'],
    ]);
  });

  test('reasons point into the words as typed, accents and all', () => {
    const text = '¡Ay! Está cayendo AGUA del téchó…';
    const reasons = classify(text, {}).reasons.map((reason) => [reason.code, reason.words]);
    expect(reasons).toContainEqual(['water-through-ceiling', 'AGUA del téchó']);
  });
});

describe('the question that could change the tier', () => {
  test.each([
    ['no heat', 'inside-temperature'],
    ['no hay calefacción', 'inside-temperature'],
    ['no heat, it is 64 degrees inside', null],
    ['my sink is leaking', 'is-water-running'],
    ['hay mucha agua en la cocina', 'is-water-running'],
    ['se tapó el excusado', 'only-toilet'],
    ['The toilet is clogged', 'only-toilet'],
    ['the elevator is not working', 'anyone-trapped'],
    ['I am locked out', 'anyone-inside'],
    ['no power in my apartment', 'sparks-or-burning'],
    ['the fridge stopped cooling', 'medicine-in-refrigerator'],
    ['Our smoke alarm keeps beeping', 'alarm-pattern'],
    ['hello?', 'what-is-wrong'],
    ['there is a strange smell in my bedroom', 'what-smell'],
    ['I smell gas', null],
    ['the ceiling is pouring water', null],
  ] as const)('%s asks %s', (text, question) => {
    expect(classify(text, {}).question).toBe(question);
  });
});

describe('life safety', () => {
  test.each([
    ['I smell gas', 'gas'],
    ['there is a fire in 4B', 'fire'],
    ['CO alarm is going off', 'co'],
    ['the outlet is sparking', 'electric'],
    ['water is leaking onto the breaker panel', 'electric'],
    ['my husband is unconscious', 'medical'],
    ['somebody is forcing my back door', 'police'],
    ['we are stuck in the elevator', 'trapped'],
    ['the balcony is coming off the wall', 'evacuate'],
    ['nobody has seen the lady in 4C for days', 'welfare'],
    ['I want to end my life', 'selfHarm'],
    ['water pouring through the ceiling', 'water'],
    ['no heat and 50 degrees inside', 'climate'],
    ['this rent is killing me', null],
    ['the front door will not lock', null],
    ['no gas smell', null],
  ] as const)('%s calls for the text on %s', (text, kind) => {
    const verdict = classify(text, {});
    expect(lifeSafetyKind(verdict)).toBe(kind);
    expect(verdict.isLifeSafety).toBe(kind !== null);
  });

  test.each(LIFE_SAFETY_KINDS)(
    'what is read out on %s is no text, claims no call, and says that we alert nobody',
    (kind) => {
      const { en, es } = LIFE_SAFETY_SPOKEN[kind];
      expect(en).toMatch(/call 911/);
      expect(en).toContain('Talking to us does not alert 911.');
      expect(es).toMatch(/llamen? al 911/);
      expect(es).toContain('Hablar con nosotros no avisa al 911.');
      expect(`${en} ${es}`).not.toMatch(
        /\b(text|message|mensaje)\b|called|we (will )?call|llamamos|llamaremos|hemos llamado/i,
      );
      // Nothing that is shouted in a text: this is said to somebody.
      expect(`${en} ${es}`).not.toMatch(/\b[A-ZÁÉÍÓÚ]{3,}\b/);
    },
  );

  test.each(LIFE_SAFETY_KINDS)('the text on %s says that it alerts nobody, in both languages', (kind) => {
    expect(LIFE_SAFETY_TEXT[kind].en).toContain('This text does not alert 911.');
    expect(LIFE_SAFETY_TEXT[kind].es).toContain('Este mensaje no avisa al 911.');
    for (const text of Object.values(LIFE_SAFETY_TEXT[kind])) {
      const { encodingName, segmentsCount } = new SegmentedMessage(text);
      expect({ text, encodingName, segmentsCount }).toEqual({ text, encodingName: 'GSM-7', segmentsCount: 1 });
    }
  });
});

test('every reason has words in both languages', () => {
  for (const words of Object.values(REASON_LABELS)) {
    expect(words.en.trim()).not.toBe('');
    expect(words.es.trim()).not.toBe('');
  }
});
