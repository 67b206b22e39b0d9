import { describe, expect, it } from 'vitest';
import type { CardQuestion, ProtocolCard, TriageLayer } from '#shared/contract';
import {
  boundsOf,
  cardTrouble,
  layerChanges,
  layerTrouble,
  layerWarnings,
  numberSource,
  PRESETS,
  PRODUCT_CARDS,
  PRODUCT_RULES,
  questionsOfCard,
  REVIEW_EVERY_DAYS,
  resolveRules,
  reviewDueAt,
  saysTheSame,
  signedLayer,
} from '#shared/triage';

const layer = (said: Partial<TriageLayer> = {}): TriageLayer => ({
  place: 'company',
  version: 0,
  signedBy: null,
  preset: null,
  numbers: {},
  cards: {},
  phrases: [],
  ...said,
});
const phrase = (id: string, words: string, leastTier: 'P1' | 'P2' | 'P3' = 'P1') =>
  ({ id, words, leastTier, category: 'plumbing' }) as const;

const PLUMBING = PRODUCT_CARDS.plumbing;
const first = (card: ProtocolCard): CardQuestion => {
  const question = card.questions.find((each) => each.answers.some((answer) => answer.tier === 'P1'));
  if (!question) throw new Error('no question with a P1 answer');
  return question;
};
/** A card with its first question that can raise to P1 put in another form. */
const withQuestion = (card: ProtocolCard, change: (question: CardQuestion) => CardQuestion): ProtocolCard => ({
  ...card,
  questions: card.questions.map((each) => (each === first(card) ? change(each) : each)),
});
const english = (words: readonly { readonly en: string }[]): readonly string[] => words.map((each) => each.en);
const warned = (before: TriageLayer, after: TriageLayer) => english(layerWarnings([], before, after));

describe('what changed in a layer', () => {
  it('is nothing where only who signed differs, or the order of what a database gave back', () => {
    const { category, ...rest } = PLUMBING;
    const back = { ...rest, category, version: 'company 7', signedBy: 'Rosa' };
    const before = layer({ cards: { plumbing: PLUMBING }, version: 3 });
    expect(saysTheSame(before, layer({ cards: { plumbing: back }, version: 4, signedBy: 'Rosa' }))).toBe(true);
  });

  it('is named part by part', () => {
    const card = { ...PRODUCT_CARDS.gas, trade: 'plumbing' as const };
    const before = layer({
      numbers: { hotInsideF: 84 },
      phrases: [phrase('a', 'boiler room'), phrase('b', 'roof tank')],
    });
    const after = layer({
      preset: 'chicago',
      numbers: { coldInsideDayF: 60 },
      cards: { gas: card },
      phrases: [phrase('a', 'boiler room', 'P2'), phrase('c', 'sump pump')],
    });
    expect(layerChanges(before, after)).toEqual({
      isPresetChanged: true,
      numbers: ['coldInsideDayF', 'hotInsideF'],
      cards: ['gas'],
      phrases: 3,
    });
  });

  it('gives the new version to the cards that changed, and to no other', () => {
    const gas = { ...PRODUCT_CARDS.gas, trade: 'plumbing' as const };
    const one = signedLayer(layer(), layer({ cards: { gas } }), 'Rosa');
    expect(one.cards.gas).toMatchObject({ version: 'company 1', signedBy: 'Rosa' });
    const heat = { ...PRODUCT_CARDS.heat, photos: null };
    const two = signedLayer(one, { ...one, cards: { ...one.cards, heat } }, 'Sam');
    expect([two.version, two.signedBy]).toEqual([2, 'Sam']);
    expect(two.cards.gas).toMatchObject({ version: 'company 1', signedBy: 'Rosa' });
    expect(two.cards.heat).toMatchObject({ version: 'company 2', signedBy: 'Sam' });
    expect(signedLayer(layer(), layer({ place: 'group:North', cards: { gas } }), 'Rosa').cards.gas?.version).toBe(
      'group 1',
    );
    expect(signedLayer(layer(), layer({ place: 'property:a:b', cards: { gas } }), 'R').cards.gas?.version).toBe(
      'property 1',
    );
  });

  it('says where a number comes from: the nearest place, and its preset', () => {
    const company = layer({ preset: 'newYorkCity', numbers: { hotInsideF: 84 } });
    const group = layer({ place: 'group:North', preset: 'chicago' });
    expect(numberSource([], 'dayStart')).toEqual({ place: null, preset: null });
    expect(numberSource([company], 'dayStart')).toEqual({ place: 'company', preset: 'newYorkCity' });
    expect(numberSource([company], 'hotInsideF')).toEqual({ place: 'company', preset: null });
    expect(numberSource([company, group], 'hotInsideF')).toEqual({ place: 'group:North', preset: 'chicago' });
  });
});

describe('what is in force', () => {
  it('is a preset as a whole, under the numbers that are set', () => {
    expect(resolveRules([layer({ preset: 'chicago' })]).numbers).toEqual(PRESETS.chicago);
    expect(resolveRules([layer({ preset: 'chicago', numbers: { dayStart: '07:00' } })]).numbers).toEqual({
      ...PRESETS.chicago,
      dayStart: '07:00',
    });
  });

  it('has the product’s question on safety before those of any card', () => {
    const rules = resolveRules([layer({ cards: { gas: { ...PRODUCT_CARDS.gas, questions: [] } } })]);
    expect(questionsOfCard(rules, 'gas').map((each) => each.id)).toEqual(['anyone-in-danger']);
    expect(questionsOfCard(PRODUCT_RULES, 'plumbing')[0]?.id).toBe('anyone-in-danger');
  });
});

describe('what keeps a layer from being saved', () => {
  const trouble = (said: Partial<TriageLayer>, above: readonly TriageLayer[] = []) =>
    layerTrouble(above, layer(said)).map(({ part, why }) => `${part}: ${why.en}`);

  it('is nothing for what the product comes with', () => {
    expect(trouble({ cards: { ...PRODUCT_CARDS } })).toEqual([]);
  });

  it('is a number out of bounds, in both languages, with the bounds', () => {
    expect(boundsOf('hotInsideF')).toEqual({ minValue: 75, maxValue: 120 });
    expect(boundsOf('dayStart')).toBeNull();
    expect(trouble({ numbers: { hotInsideF: 60 } })).toEqual(['numbers: From 75 to 120 °F; this is 60.']);
    expect(layerTrouble([], layer({ numbers: { hotInsideF: 60 } }))[0]?.why.es).toMatch(/^De 75 a 120/);
  });

  it('is a day that ends before it begins, even where the place above says the other half', () => {
    expect(trouble({ numbers: { dayEnd: '05:00' } })[0]).toMatch(/always be night/);
    expect(trouble({ place: 'group:North', numbers: { dayEnd: '08:00' } }, [layer({ preset: 'chicago' })])[0]).toMatch(
      /08:30/,
    );
  });

  it('is a phrase without a word, and one that stands there twice', () => {
    expect(trouble({ phrases: [phrase('a', '12 3')] })[0]).toMatch(/Phrase 1: 3 to 80/);
    expect(trouble({ phrases: [phrase('a', 'boiler'), phrase('b', ' Boiler ')] })[0]).toMatch(/Phrase 2: .*twice/);
  });

  it('is a card that cannot be used, said where and once', () => {
    const empty = withQuestion(PLUMBING, (question) => ({ ...question, text: { en: '', es: '' } }));
    expect(trouble({ cards: { plumbing: empty } })).toHaveLength(1);
    const single = withQuestion(PLUMBING, ({ answers, ...question }) => ({
      ...question,
      answers: answers.slice(0, 1),
    }));
    expect(english(cardTrouble(single))[0]).toMatch(/Question \d+: at least two answers/);
    const noAdvice = { ...PLUMBING, advice: [{ en: 'Close the valve.', es: '' }] };
    expect(cardTrouble(noAdvice)).toEqual([
      {
        en: 'Advice 1: words are missing in a language, or too long.',
        es: 'Consejo 1: faltan palabras en un idioma o son demasiadas.',
      },
    ]);
  });
});

describe('what a change takes away from safety', () => {
  it('is nothing where it makes more emergencies, or changes only words', () => {
    expect(warned(layer(), layer({ preset: 'newYorkCity' }))).toEqual([]);
    const words = withQuestion(PLUMBING, (question) => ({ ...question, text: { en: 'Is it?', es: '¿Sí?' } }));
    expect(warned(layer(), layer({ cards: { plumbing: words } }))).toEqual([]);
    expect(warned(layer(), layer({ phrases: [phrase('a', 'boiler room')] }))).toEqual([]);
  });

  it('is a number that makes fewer of them, in both scales', () => {
    const [first, ...more] = layerWarnings([], layer(), layer({ numbers: { coldInsideDayF: 40 } }));
    expect(first).toEqual({
      en: 'Fewer texts will be P1: cold inside by day, 55 °F (13 °C) → 40 °F (4 °C).',
      es: 'Menos mensajes serán P1: frío adentro de día, 55 °F (13 °C) → 40 °F (4 °C).',
    });
    expect(more).toEqual([]);
    expect(warned(layer(), layer({ numbers: { hotOutsideF: 100 } }))[0]).toMatch(/Fewer texts will be P2: hot outside/);
    expect(warned(layer({ preset: 'chicago' }), layer())).toHaveLength(2);
  });

  it('is a shorter day where the day is the stricter half', () => {
    const before = layer({ preset: 'newYorkCity' });
    expect(warned(before, { ...before, numbers: { dayEnd: '20:00' } })[0]).toMatch(/hours of the stricter number/);
    expect(warned(before, { ...before, numbers: { dayEnd: '23:00' } })).toEqual([]);
    expect(warned(layer(), layer({ numbers: { dayEnd: '20:00' } }))).toEqual([]);
  });

  it('is a stricter half that moves: the hours it leaves are lost, whatever hours it gains', () => {
    const moved = { dayStart: '09:00', dayEnd: '23:00' };
    const byDay = layer({ preset: 'newYorkCity' });
    expect(warned(byDay, { ...byDay, numbers: moved })).toEqual([
      'Fewer texts will be P1: the hours of the stricter number for cold are cut (day 06:00–22:00 → 09:00–23:00).',
    ]);
    const byNight = layer({ numbers: { coldInsideNightF: 60, dayStart: '06:00', dayEnd: '22:00' } });
    expect(warned(byNight, { ...byNight, numbers: { ...byNight.numbers, ...moved } })).toHaveLength(1);
    const shorter = { ...byNight.numbers, dayStart: '07:00' };
    expect(warned(byNight, { ...byNight, numbers: shorter })).toEqual([]);
    expect(warned({ ...byNight, numbers: shorter }, byNight)).toHaveLength(1);
    // Other hours, and at each of them a stricter number than before.
    expect(warned(layer(), layer({ preset: 'chicago' }))).toEqual([]);
  });

  const changed = (change: (question: CardQuestion) => CardQuestion) =>
    warned(layer(), layer({ cards: { plumbing: withQuestion(PLUMBING, change) } }));

  it('is an answer that leads to less, or is gone, or its question', () => {
    const lower = changed((question) => ({
      ...question,
      answers: question.answers.map((each) => (each.tier === 'P1' ? { ...each, tier: 'P2' } : each)),
    }));
    expect(lower[0]).toMatch(/^plumbing: the answer “.+” was P1 and is now P2/);
    const gone = changed((question) => ({
      ...question,
      answers: question.answers.filter((each) => each.tier !== 'P1'),
    }));
    expect(gone[0]).toMatch(/\(P1\) is gone/);
    const without = { ...PLUMBING, questions: PLUMBING.questions.filter((each) => each !== first(PLUMBING)) };
    expect(warned(layer(), layer({ cards: { plumbing: without } }))[0]).toMatch(/is not asked any more/);
  });

  it('is an answer that does not call for its safety text any more, though its tier stays', () => {
    const meaning = (finding: string | null): ProtocolCard => ({
      ...PLUMBING,
      questions: PLUMBING.questions.map((question) =>
        question === first(PLUMBING)
          ? {
              ...question,
              answers: question.answers.map((each) => (each.tier === 'P1' ? { ...each, finding } : each)),
            }
          : question,
      ),
    });
    const from = (was: string, now: string | null) =>
      warned(layer({ cards: { plumbing: meaning(was) } }), layer({ cards: { plumbing: meaning(now) } }));
    const lost = /^plumbing: the answer “.+” does not mean “gas smell or leak” any more, .*safety text/;
    expect(from('gas-odor', null)[0]).toMatch(lost);
    expect(from('gas-odor', 'violence')[0]).toMatch(lost);
    expect(from('fire', 'smoke')).toEqual([]);
    expect(from('flooding', null)).toEqual([]);
  });

  it('is a question asked less often', () => {
    expect(changed((question) => ({ ...question, unless: [...question.unless, 'flooding'] }))[0]).toMatch(
      /asked less often/,
    );
  });

  it('is an answer that can take away what the words said', () => {
    const own: CardQuestion = {
      id: 'own-1',
      text: { en: 'Is it much?', es: '¿Es mucho?' },
      about: ['flooding'],
      unless: [],
      effect: 'settles',
      isForTechnician: false,
      answers: [
        { id: 'a', label: { en: 'Yes', es: 'Sí' }, tier: 'P1', finding: null },
        { id: 'b', label: { en: 'No', es: 'No' }, tier: 'P3', finding: null },
      ],
    };
    const added = { ...PLUMBING, questions: [...PLUMBING.questions, own] };
    expect(warned(layer(), layer({ cards: { plumbing: added } }))).toEqual([
      'plumbing: the answer “No” can lower “flooding” from P1 to P3.',
    ]);
    // What people's way of saying it raised may have been raised to P1.
    const onWording = { ...PLUMBING, questions: [...PLUMBING.questions, { ...own, about: ['wording'] }] };
    expect(warned(layer(), layer({ cards: { plumbing: onWording } }))).toEqual([
      expect.stringMatching(/the answer “No” can lower “.+” from P1 to P3/),
    ]);
  });

  it('is a phrase that forces less; one that another place still says is kept', () => {
    const before = layer({ phrases: [phrase('a', 'boiler room')] });
    expect(warned(before, layer())).toEqual(['“boiler room” does not force P1 any more.']);
    expect(warned(before, layer({ phrases: [phrase('a', 'boiler room', 'P2')] }))).toHaveLength(1);
    expect(
      english(layerWarnings([before], layer({ place: 'group:N', ...{ phrases: before.phrases } }), layer())),
    ).toEqual([]);
  });
});

it('a review is due ninety days after the last', () => {
  const review = { at: 1_000, by: 'Rosa', packVersion: '1', cardVersion: '1', companyVersion: 0 };
  expect(reviewDueAt(null)).toBeNull();
  expect(reviewDueAt(review)).toBe(1_000 + REVIEW_EVERY_DAYS * 86_400_000);
});
