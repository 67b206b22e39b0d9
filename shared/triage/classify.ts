import {
  type Category,
  type Problem,
  type Reason,
  TIERS,
  type Tier,
  TRADE_OF_CATEGORY,
  type TriageContext,
  type Verdict,
} from '#shared/contract';
import { type Circumstance, type Climate, readClimate } from './circumstances.ts';
import { CIRCUMSTANCES, CODES, meaningOf, type QuestionCode, type ReasonCode } from './codes.ts';
import { type Finding, languageOf, PACK_VERSION, readText } from './findings.ts';
import { lifeSafetyKind } from './life-safety.ts';
import { type NormalisedText, originalSpan } from './normalise.ts';

/** A finding with the category and tier it has in this text. */
type Weighed = Circumstance & { readonly category: Category; readonly tier: Tier; readonly weight: number };

function rank(tier: Tier): number {
  return TIERS.indexOf(tier);
}

function worstFirst(left: Weighed, right: Weighed): number {
  return rank(left.tier) - rank(right.tier) || right.weight - left.weight || left.start - right.start;
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

// Nothing recognised is said too: the question then is what is wrong. Ruled-out words keep their category.
function fallback(findings: readonly Finding[]): Weighed {
  const ruledOut = findings.find((one) => !CIRCUMSTANCES.has(one.code));
  const place = ruledOut ?? { start: 0, end: 0 };
  const category = ruledOut === undefined ? 'general' : CODES[ruledOut.code].category;
  const code = ruledOut === undefined ? 'not-recognized' : 'ruled-out';
  return { code, start: place.start, end: place.end, category, tier: 'P3', weight: 0 };
}

function reasonsOf(items: readonly Weighed[], normalised: NormalisedText, text: string): Reason[] {
  const seen = new Set<string>();
  const reasons: Reason[] = [];
  for (const { code, start, end } of items) {
    const span = originalSpan(normalised, start, end);
    const key = `${code}:${span.start}:${span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    reasons.push({ code, ...span, words: text.slice(span.start, span.end) });
  }
  return reasons;
}

const MOST_CONFIDENT = 0.98;

function confidenceOf(worst: Weighed, reasonCount: number, isOpen: boolean): number {
  if (CIRCUMSTANCES.has(worst.code)) return 0.3;
  const base = worst.tier === 'P3' ? 0.7 : 0.8;
  return Math.min(MOST_CONFIDENT, base + 0.05 * reasonCount) - (isOpen ? 0.2 : 0);
}

/** The question that could still change the tier of one problem; null when its worst words settle it. */
function questionOf(items: readonly Weighed[], climate: Climate): QuestionCode | null {
  const worst = items[0];
  if (worst === undefined || CIRCUMSTANCES.has(worst.code)) return 'what-is-wrong';
  const settled = items.some((one) => one.tier === 'P1' && meaningOf(one.code).question === undefined);
  if (settled) return null;
  const question = items.map((one) => meaningOf(one.code).question).find((one) => one !== undefined) ?? null;
  return question === 'inside-temperature' && climate.isInsideKnown ? null : question;
}

/** One problem per category, so that each trade is sent once; its reasons are those of its tier and what raised it. */
function problemsOf(
  weighed: readonly Weighed[],
  climate: Climate,
  normalised: NormalisedText,
  text: string,
  context: TriageContext,
) {
  const groups = Map.groupBy([...weighed].sort(worstFirst), (one) => one.category);
  return [...groups.values()].flatMap((items) => {
    const worst = items[0];
    if (worst === undefined) return [];
    const deciding = items.filter(
      (one) => one.tier === worst.tier || (one.category === 'heat' && one.code === 'no-heat'),
    );
    const reasons = reasonsOf(deciding, normalised, text);
    const question = questionOf(items, climate);
    const problem: Problem = {
      category: worst.category,
      tier: worst.tier,
      trade: context.tradeOf?.[worst.category] ?? TRADE_OF_CATEGORY[worst.category],
      confidence: confidenceOf(worst, reasons.length, question !== null),
      reasons,
    };
    return [{ problem, question }];
  });
}

/**
 * Judges a resident's words: category, tier, why, and what to ask when one missing fact would change the tier.
 *
 * Pure and quick enough for every keystroke (under 5 ms). Never throws; a text without anything recognisable is P3,
 * general, with the question what is wrong. Spans of reasons are UTF-16 units of `text` as given; a reason known from
 * the context has an empty span.
 */
export function classify(text: string, context: TriageContext): Verdict {
  const { normalised, findings } = readText(text);
  const language = languageOf(normalised.text);
  const climate = readClimate(normalised.text, findings, language, context);
  const weighed = weigh(findings, climate);
  const all = [...weighed, ...climateReasons(weighed, climate)];
  const judged = problemsOf(all.length > 0 ? all : [fallback(findings)], climate, normalised, text, context);
  const problems = judged.map((one) => one.problem);
  const worst = problems[0];
  if (worst === undefined) throw new Error('triage: no problem although there is always a fallback');
  // A question about a lesser problem matters while its answer could overtake the worst one.
  const question =
    worst.tier === 'P1'
      ? (judged[0]?.question ?? null)
      : (judged.find((one) => one.question !== null)?.question ?? null);
  return {
    ...worst,
    problems,
    language: context.language ?? language,
    isLifeSafety: lifeSafetyKind({ problems }) !== null,
    question,
    packVersion: PACK_VERSION,
  };
}
