import type { Problem, Reason, TriageContext, TriageRules, Verdict } from '#shared/contract';
import { SAFETY_QUESTION } from './cards/safety.ts';
import { CIRCUMSTANCES } from './codes.ts';
import { PACK_VERSION, readText } from './findings.ts';
import { lifeSafetyKind } from './life-safety.ts';
import { MODEL } from './model/weights.js';
import { type NormalisedText, originalSpan } from './normalise.ts';
import { phraseMatches } from './phrases.ts';
import { questionsFor, worstOf } from './questions.ts';
import { PRODUCT_RULES } from './rules.ts';
import { weighAll } from './weigh.ts';
import { type Weighed, worstFirst } from './weighed.ts';

/**
 * Judges a resident's words: category, tier, why, and what to ask when one missing fact would change the tier.
 *
 * Pure and quick enough for every keystroke (under 5 ms). Never throws; a text without anything recognisable is P3,
 * general, with the question what is wrong. Spans of reasons are UTF-16 units of `text` as given; a reason known from
 * the context or from an answer has an empty span.
 */
export function classify(text: string, context: TriageContext): Verdict {
  const reading = readText(text);
  const rules = context.rules ?? PRODUCT_RULES;
  const matter = { reading, rules, phrases: phraseMatches(reading.wording.plain, rules) };
  const items = weighAll(matter, context);
  const problems = problemsOf(items, reading.normalised, text, rules, context);
  const worst = worstOf(items);
  const cards = problems.map((one) => one.category);
  const questions = questionsFor(cards, { matter, context, worst, items });
  const open = questions.filter(
    (one) => one.answer === null && one.canChangeTier && one.question !== SAFETY_QUESTION.id,
  );
  const [problem] = problems;
  if (problem === undefined) throw new Error('triage: no problem although there is always a fallback');
  const isOpen = open.length > 0;
  return {
    ...problem,
    confidence: inHundredths(isOpen ? problem.confidence - OPEN_COSTS : problem.confidence),
    problems,
    language: context.language ?? reading.language,
    isLifeSafety: lifeSafetyKind({ problems }) !== null,
    question: open[0]?.question ?? null,
    questions,
    packVersion: `${PACK_VERSION}+${MODEL.version}`,
    cardVersion: rules.cards[worst.category].version,
  };
}

function inHundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

const MOST_CONFIDENT = 0.98;
/** What an open question takes from the confidence. */
const OPEN_COSTS = 0.2;

function confidenceOf(worst: Weighed, reasonCount: number): number {
  if (CIRCUMSTANCES.has(worst.code)) return 0.3;
  const base = worst.tier === 'P3' ? 0.7 : 0.8;
  return inHundredths(Math.min(MOST_CONFIDENT, base + 0.05 * reasonCount));
}

/** One problem per category, so that each trade is sent once; its reasons are those of its tier and what raised it. */
function problemsOf(
  weighed: readonly Weighed[],
  normalised: NormalisedText,
  text: string,
  rules: TriageRules,
  context: TriageContext,
): readonly Problem[] {
  const groups = Map.groupBy([...weighed].sort(worstFirst), (one) => one.category);
  return [...groups.values()].flatMap((items) => {
    const worst = items[0];
    if (worst === undefined) return [];
    const deciding = items.filter(
      (one) => one.tier === worst.tier || (one.category === 'heat' && one.code === 'no-heat'),
    );
    const reasons = reasonsOf(deciding, normalised, text);
    return [
      {
        category: worst.category,
        tier: worst.tier,
        trade: context.tradeOf?.[worst.category] ?? rules.cards[worst.category].trade,
        confidence: confidenceOf(worst, reasons.length),
        reasons,
      },
    ];
  });
}

function reasonsOf(items: readonly Weighed[], normalised: NormalisedText, text: string): Reason[] {
  const seen = new Set<string>();
  const reasons: Reason[] = [];
  for (const { code, start, end, isPlaceAsTyped } of items) {
    const span = isPlaceAsTyped ? { start, end } : originalSpan(normalised, start, end);
    const key = `${code}:${span.start}:${span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    reasons.push({ code, ...span, words: text.slice(span.start, span.end) });
  }
  return reasons;
}
