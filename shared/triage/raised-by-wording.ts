import type { Tier, TriageContext } from '#shared/contract';
import type { Climate } from './circumstances.ts';
import { CIRCUMSTANCES, CODES, meaningOf, type ReasonCode } from './codes.ts';
import type { Finding, Reading } from './findings.ts';
import type { Wording } from './model/wording.ts';
import type { Standing } from './negation.ts';
import { rank, type Weighed, worstFirst } from './weighed.ts';

/** How much the rules know of a text; the less, the sooner the model is believed. */
type Known = 'nothing' | 'figurative' | 'rehearsed' | Exclude<Standing, 'stands'> | Tier;

/**
 * Log-odds from which the model raises. Chosen on sentences of writers it was not trained on, so that about half of those
 * that are only just raised are rightly so; where the rules read a figure of speech, or a danger that is denied or over, it must be very sure.
 */
const RAISES_FROM: Readonly<Record<Known, { readonly P1: number; readonly P2: number }>> = {
  nothing: { P1: -0.8, P2: 0.6 },
  figurative: { P1: 2.5, P2: 3.5 },
  denied: { P1: 6, P2: 10 },
  over: { P1: 4, P2: 8 },
  hypothetical: { P1: 4, P2: 8 },
  rehearsed: { P1: 12, P2: 12 },
  P3: { P1: -0.6, P2: 1.4 },
  P2: { P1: 0.2, P2: 0 },
  P1: { P1: 0, P2: 0 },
};
/** Of so few words, none of which the rules know, nothing can be told unless the model is as sure as of a figure of speech. */
const SHORT = 2;
/** What is asked about first takes more to raise it unasked: a leak or a smell of which no more is said, a matter of the office. */
const ASKED_FIRST: Partial<Record<ReasonCode, number>> = {
  leak: 3,
  'strange-smell': 5,
  office: 1.5,
  information: 1.5,
};
/** Log-odds from which it is worth a question, though not enough to raise. */
const DOUBTS_FROM = { P1: -2.5, P2: -1 } as const;
/** The same where the rules read a denial, a drill or a figure of speech. */
const DOUBTS_DENIAL_FROM = 2;
/** Log-odds of its category from which the model moves what the rules found, by the tier of that. */
const MOVES_FROM: Readonly<Record<Tier, number>> = { P1: 3, P2: 4, P3: 0 };
/** A matter of the office or of neighbors that names a system is moved only where the model is sure. */
const OFFICE_MOVES_FROM = 5;
const OFFICE: ReadonlySet<ReasonCode> = new Set(['office', 'information', 'nuisance', 'ruled-out']);
/** These know their category, or know that nobody does yet: an answer, and what has a question of its own. */
const STAYS: ReadonlySet<ReasonCode> = new Set([
  'answer',
  'near-electricity',
  'strange-smell',
  'toilet-clogged',
  'clog',
  'only-toilet',
]);

/** Dangers that were named and do not stand: denied, over, or only asked about. */
function ruledOut(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => one.standing !== 'stands' && !CIRCUMSTANCES.has(one.code));
}

/** What the rules made of the whole text; a drill, a denial and a figure of speech count before what else was found. */
function knownOf(worst: Weighed | undefined, { findings, isFigurative, isRehearsed }: Reading): Known {
  if (isRehearsed) return 'rehearsed';
  const unreal = ruledOut(findings).find((one) => CODES[one.code].tier !== 'P3')?.standing;
  if (unreal !== undefined && unreal !== 'stands') return unreal;
  return isFigurative ? 'figurative' : (worst?.tier ?? 'nothing');
}

/** The tier the wording raises to; null where it is not sure enough for what the rules know. */
function raisedTier(worst: Weighed | undefined, known: Known, { p1, p2, words }: Wording): Tier | null {
  const isShort = words <= SHORT && known === 'nothing';
  const from = RAISES_FROM[isShort ? 'figurative' : worst?.tier === 'P2' ? 'P2' : known];
  const p1From = Math.max(from.P1, (worst && ASKED_FIRST[worst.code]) ?? from.P1);
  const raised = p1 >= p1From ? 'P1' : p2 >= from.P2 ? 'P2' : null;
  return raised !== null && (worst === undefined || rank(worst.tier) > rank(raised)) ? raised : null;
}

/** Whether it may be worse than it looks: no reason to raise, but one to ask. */
function isDoubtful(known: Known, { p1, p2 }: Wording): boolean {
  const isPlain = known === 'nothing' || known === 'P2' || known === 'P3';
  return isPlain ? p1 >= DOUBTS_FROM.P1 || p2 >= DOUBTS_FROM.P2 : p1 >= DOUBTS_DENIAL_FROM;
}

/**
 * The model speaks where it is above everything else: it raises, and never takes anything away. Where it only doubts that
 * something is as harmless as it looks, it raises nothing, but the card then has a reason to ask.
 */
export function raisedByWording(spoken: readonly Weighed[], reading: Reading, climate: Climate): readonly Weighed[] {
  const { wording } = reading;
  const worst = [...spoken].sort(worstFirst)[0];
  if (worst?.tier === 'P1') return [];
  // A number that was stated is judged by the numbers in force, not by how it sounds.
  if ((worst?.code === 'no-heat' || worst?.code === 'no-cooling') && climate.isInsideKnown) return [];
  const known = knownOf(worst, reading);
  const raised = raisedTier(worst, known, wording);
  if (raised === null && !isDoubtful(known, wording)) return [];
  const tier = raised ?? 'P3';
  // Where the rules know what is wrong, the model only says how bad it is.
  const category = worst === undefined || wording.isCategorySure ? wording.category : worst.category;
  const weight = raised === null ? 0 : CODES.wording.weight;
  return [{ code: 'wording', ...wording.loudest(tier), isPlaceAsTyped: true, category, tier, weight }];
}

/**
 * The worst problem goes where the model puts it, once it is sure enough: the rules know what a word means, the model what
 * the sentence is about. Only the category moves, never the tier. Where the text has a problem of that category and tier
 * anyway, that one is the worst. A danger that does not stand draws nothing to itself.
 */
export function inCategoryOfWording(items: readonly Weighed[], { wording, findings }: Reading): readonly Weighed[] {
  const { category, odds } = wording;
  const worst = [...items].sort(worstFirst)[0];
  if (
    worst === undefined ||
    worst.category === category ||
    items.some((one) => one.tier === worst.tier && STAYS.has(one.code))
  )
    return items;
  if (odds < (OFFICE.has(worst.code) ? OFFICE_MOVES_FROM : MOVES_FROM[worst.tier])) return items;
  if (ruledOut(findings).some((one) => CODES[one.code].category === category)) return items;
  // A danger to life is named first, whatever else the sentence is about.
  if (worst.tier === 'P1' && meaningOf(worst.code).lifeSafety !== undefined) return items;
  const isThere = items.some((one) => one.category === category && one.tier === worst.tier);
  return items.map((one) => {
    if (isThere)
      return one.category === category && one.tier === worst.tier ? { ...one, weight: one.weight + worst.weight } : one;
    return one.category === worst.category && one.tier === worst.tier ? { ...one, category } : one;
  });
}

/** What is left where nothing speaks for a tier: then the question is what is wrong. Ruled-out words keep their category. */
export function fallback({ findings, wording }: Reading, context: TriageContext): Weighed {
  const [denied] = ruledOut(findings);
  if (denied !== undefined) {
    const { start, end, code } = denied;
    return { code: 'ruled-out', start, end, category: CODES[code].category, tier: 'P3', weight: 0 };
  }
  // That it is nothing in particular is no knowledge: what is wrong has to be asked.
  const category = wording.isCategorySure && wording.category !== 'general' ? wording.category : null;
  if (category !== null)
    return { code: 'wording', ...wording.loudest('P3'), isPlaceAsTyped: true, category, tier: 'P3', weight: 0 };
  return {
    code: 'not-recognized',
    start: 0,
    end: 0,
    category: context.chosenCategory ?? 'general',
    tier: 'P3',
    weight: 0,
  };
}
