import type { Category, Tier, TriageContext, TriageRules } from '#shared/contract';
import { type Circumstance, type Climate, readClimate } from './circumstances.ts';
import { CIRCUMSTANCES, CODES, meaningOf, type ReasonCode } from './codes.ts';
import type { Finding, Reading } from './findings.ts';
import { givenAnswers, type PickedAnswer } from './given-answers.ts';
import type { PhraseMatch } from './phrases.ts';
import { fallback, inCategoryOfWording, raisedByWording } from './raised-by-wording.ts';
import { rank, type Weighed, worstFirst } from './weighed.ts';

/** A text as it was read, and what it is judged by; read once, weighed with each answer that could be given. */
export type Matter = {
  readonly reading: Reading;
  readonly rules: TriageRules;
  readonly phrases: readonly PhraseMatch[];
};

/**
 * Everything that speaks for a tier, unsorted: what the packs recognised, what answers added or settled, the company's
 * phrases, the statistical model, and what the resident chose. Never empty.
 */
export function weighAll({ reading, rules, phrases }: Matter, context: TriageContext): readonly Weighed[] {
  const picked = givenAnswers(rules, context.answers ?? []);
  const hasNeed =
    context.hasVolunteeredNeed === true || picked.some(({ answer }) => answer.finding === 'volunteered-need');
  const climate = readClimate(reading, rules.numbers, { ...context, hasVolunteeredNeed: hasNeed });
  const weighed = weigh(reading.findings, climate);
  const spoken = [...weighed, ...climateReasons(weighed, climate), ...ofPhrases(phrases)];
  const raised = [...spoken, ...raisedByWording(spoken, reading, climate)];
  const answered = withAnswers(raised, picked);
  const known = answered.length > 0 ? answered : [fallback(reading, context)];
  return inCategoryOfWording([...known, ...chosen(known, context)], reading);
}

/** The tier of a finding where it depends on cold, heat or needs; otherwise that of its code. */
function tierIn(code: ReasonCode, climate: Climate): Tier {
  if (code === 'no-heat') return climate.heatTier;
  if (code === 'no-cooling') return climate.coolingTier;
  return CODES[code].tier;
}

/** Where a finding joins another category that the text shows by itself. */
function categoryIn(code: ReasonCode, shown: ReadonlySet<Category>): Category {
  const meaning = meaningOf(code);
  return meaning.joins?.find((category) => shown.has(category)) ?? meaning.category;
}

function weigh(findings: readonly Finding[], climate: Climate): Weighed[] {
  const standing = findings.filter((one) => one.standing === 'stands' && !CIRCUMSTANCES.has(one.code));
  const shown = new Set(
    standing.filter((one) => meaningOf(one.code).joins === undefined).map((one) => CODES[one.code].category),
  );
  return standing.map((one) => ({
    ...one,
    category: categoryIn(one.code, shown),
    tier: tierIn(one.code, climate),
    weight: CODES[one.code].weight,
  }));
}

/** Circumstances become reasons of the problem they raise. */
function climateReasons(weighed: readonly Weighed[], climate: Climate): Weighed[] {
  const hasCode = (code: ReasonCode): boolean => weighed.some((one) => one.code === code);
  const give = (category: Category, tier: Tier, reasons: readonly Circumstance[]): Weighed[] =>
    reasons.map((reason) => ({ ...reason, category, tier, weight: 1 }));
  const raised: Weighed[] = [];
  if (hasCode('no-heat') || hasCode('freezing-inside')) raised.push(...give('heat', 'P1', climate.heatReasons));
  else if (climate.saysColdInside && !hasCode('no-cooling') && !hasCode('refrigerator')) {
    raised.push(
      ...give(
        'heat',
        'P1',
        climate.heatReasons.filter((one) => one.code === 'cold-temperature'),
      ),
    );
  }
  if (hasCode('no-cooling')) raised.push(...give('cooling', 'P2', climate.coolingReasons));
  return raised;
}

function ofPhrases(matches: readonly PhraseMatch[]): Weighed[] {
  const { weight } = CODES['company-phrase'];
  return matches.map(({ phrase, start, end }) => {
    const { category, leastTier: tier } = phrase;
    return { code: 'company-phrase', start, end, isPlaceAsTyped: true, category, tier, weight };
  });
}

function withAnswers(items: readonly Weighed[], picked: readonly PickedAnswer[]): Weighed[] {
  let settled = [...items];
  const added: Weighed[] = [];
  for (const { card, question, answer } of picked) {
    const { tier } = answer;
    if (question.effect === 'settles' && tier !== null) {
      // How something is worded is settled only on the card it belongs to: the caller may have said more since.
      const isAbout = (one: Weighed): boolean =>
        question.about.includes(one.code) && (one.code !== 'wording' || one.category === card);
      settled = settled.map((one) => (isAbout(one) ? { ...one, tier } : one));
    }
    const finding = answer.finding ?? 'answer';
    if (CIRCUMSTANCES.has(finding) || (tier === null && answer.finding === null)) continue;
    const meaning = meaningOf(finding);
    // An answer about the trouble of this card belongs to it, or the electrician comes for a leaking pipe.
    const isOfCard = answer.finding === null || meaning.isAnywhere === true || meaning.joins?.includes(card) === true;
    added.push({
      code: finding,
      start: 0,
      end: 0,
      category: isOfCard ? card : meaning.category,
      tier: tier ?? meaning.tier,
      weight: meaning.weight,
    });
  }
  const all = [...settled, ...added];
  return [...all, ...equipmentWithoutPower(all, picked)];
}

/** Somebody needs powered equipment, and there is no power: more than each of the two. */
function equipmentWithoutPower(items: readonly Weighed[], picked: readonly PickedAnswer[]): Weighed[] {
  const needsPower = picked.some(({ answer }) => answer.finding === 'volunteered-need');
  const outage = items.find((one) => one.code === 'no-power' || one.code === 'partial-power');
  if (!needsPower || outage === undefined) return [];
  const { category, tier, weight } = CODES['medical-equipment'];
  return [{ code: 'medical-equipment', start: outage.start, end: outage.end, category, tier, weight }];
}

/** What the resident or the property's system chose: it raises, and names a category the words do not. */
function chosen(known: readonly Weighed[], { chosenTier, chosenCategory }: TriageContext): Weighed[] {
  const worst = [...known].sort(worstFirst)[0];
  if (chosenTier === undefined || worst === undefined || rank(worst.tier) <= rank(chosenTier)) return [];
  const category = worst.code === 'not-recognized' ? (chosenCategory ?? worst.category) : worst.category;
  return [{ code: 'chosen-urgency', start: 0, end: 0, category, tier: chosenTier, weight: 0 }];
}
