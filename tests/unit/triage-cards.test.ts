import { describe, expect, test } from 'vitest';
import { CATEGORIES, type GivenAnswer, type TriageContext } from '#shared/contract';
import { cardTrouble, classify, PRODUCT_CARDS, PRODUCT_RULES, resolveRules, SAFETY_QUESTION } from '#shared/triage';

const judge = (text: string, answers: readonly GivenAnswer[], more: TriageContext = {}) =>
  classify(text, { ...more, answers });
const given = (card: GivenAnswer['card'], question: string, answer: string): GivenAnswer => ({
  card,
  question,
  answer,
});

describe('the cards of the product', () => {
  test.each(CATEGORIES)('%s can be used as it is', (category) => {
    expect(cardTrouble(PRODUCT_CARDS[category])).toEqual([]);
    expect(PRODUCT_CARDS[category].category).toBe(category);
  });

  test('nobody is asked about age, pregnancy, disability, family or origin', () => {
    const asked = [SAFETY_QUESTION, ...Object.values(PRODUCT_CARDS).flatMap((card) => card.questions)];
    const words = asked.flatMap(({ text, answers }) => [text, ...answers.map(({ label }) => label)]);
    for (const { en, es } of words) {
      expect(en).not.toMatch(/\b(age|old|pregnan|disab|married|children|famil|origin|national|religio)/i);
      expect(es).not.toMatch(/\b(edad|años|embaraz|discapac|casad|familia|origen|nacional|religi)/i);
    }
  });
});

describe('an answer', () => {
  test.each<readonly [string, GivenAnswer, string, string]>([
    ['sink is leaking', given('plumbing', 'is-water-running', 'running'), 'P1', 'plumbing'],
    ['sink is leaking', given('plumbing', 'is-water-running', 'drops'), 'P3', 'plumbing'],
    ['sink is leaking', given('plumbing', 'near-electricity', 'near'), 'P1', 'plumbing'],
    ['no heat', given('heat', 'inside-temperature', 'cold'), 'P1', 'heat'],
    ['no heat', given('heat', 'inside-temperature', 'cool'), 'P2', 'heat'],
    ['I am locked out', given('lockout', 'anyone-inside', 'child'), 'P1', 'lockout'],
    ['the elevator is not working', given('elevator', 'anyone-trapped', 'trapped'), 'P1', 'elevator'],
    ['our smoke alarm keeps beeping', given('fire', 'alarm-pattern', 'chirp'), 'P3', 'fire'],
    ['no power in my apartment', given('electrical', 'anyone-in-danger', 'equipment'), 'P1', 'electrical'],
    ['no power in my apartment', given('electrical', 'anyone-in-danger', 'danger'), 'P1', 'electrical'],
    ['hello?', given('general', 'what-is-wrong', 'person'), 'P1', 'general'],
  ])('%s, %j', (text, answer, tier, category) => {
    expect(judge(text, [answer])).toMatchObject({ tier, category });
  });

  test('that settles one thing leaves another as bad as it is', () => {
    const text = 'sink is leaking and I smell gas';
    expect(judge(text, [given('plumbing', 'is-water-running', 'drops')])).toMatchObject({
      tier: 'P1',
      category: 'gas',
    });
  });

  test('nobody knows any more says nothing', () => {
    const plain = judge('sink is leaking', []);
    expect(judge('sink is leaking', [given('plumbing', 'gone', 'yes')])).toEqual(plain);
    expect(judge('sink is leaking', [given('plumbing', 'is-water-running', 'gone')])).toEqual(plain);
  });
});

describe('questions', () => {
  const asked = (text: string, answers: readonly GivenAnswer[] = []) =>
    judge(text, answers).questions.map(({ question }) => question);

  test('come in the order of the card, safety first', () => {
    expect(asked('sink is leaking')).toEqual([SAFETY_QUESTION.id, 'is-water-running', 'near-electricity']);
  });

  test('end where no answer can change the tier and nobody needs to know', () => {
    expect(asked('I smell gas')).toEqual([SAFETY_QUESTION.id]);
    expect(asked('my rent receipt, please')).toEqual([]);
  });

  test('an answered one stays where it was', () => {
    const after = judge('sink is leaking', [given('plumbing', 'is-water-running', 'drops')]).questions;
    expect(after.find((one) => one.question === 'is-water-running')).toMatchObject({
      answer: 'drops',
      canChangeTier: false,
    });
  });

  test('the number that was stated is not asked for', () => {
    expect(asked('no heat, it is 64 degrees inside')).not.toContain('inside-temperature');
  });
});

describe('what was chosen or configured', () => {
  test('a resident’s urgency raises and never lowers', () => {
    expect(classify('the hallway light is out', { chosenTier: 'P2' }).tier).toBe('P2');
    expect(classify('water is pouring through the ceiling', { chosenTier: 'P3' }).tier).toBe('P1');
  });

  test('a phrase of the company forces at least its tier', () => {
    const phrase = { id: '1', words: 'Pump Room', leastTier: 'P1', category: 'plumbing' } as const;
    const layer = {
      place: 'company',
      version: 1,
      signedBy: 'x',
      preset: null,
      numbers: {},
      cards: {},
      phrases: [phrase],
    };
    const rules = resolveRules([layer]);
    expect(classify('the light in the PUMP ROOM is out', { rules })).toMatchObject({
      tier: 'P1',
      category: 'plumbing',
    });
    expect(classify('the light in the pump-house is out', { rules }).tier).toBe('P3');
  });

  test('New York asks for more heat by day than by night', () => {
    const layer = {
      place: 'property:1',
      version: 1,
      signedBy: null,
      preset: 'newYorkCity',
      numbers: {},
      cards: {},
      phrases: [],
    } as const;
    const rules = resolveRules([{ ...layer, phrases: [] }]);
    const at = (wallTime: string) => classify('no heat, 65 degrees inside', { rules, wallTime }).tier;
    expect([at('12:00'), at('23:00')]).toEqual(['P1', 'P2']);
    expect(classify('no heat, 65 degrees inside', { rules: PRODUCT_RULES, wallTime: '12:00' }).tier).toBe('P2');
  });
});
