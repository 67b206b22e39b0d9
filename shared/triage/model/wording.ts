import { CATEGORIES, type Category, type Tier } from '#shared/contract';
import type { Reading } from '../findings.ts';
import { type NormalisedText, originalSpan } from '../normalise.ts';
import { featuresOf, type Word } from './features.ts';
import { type Answers, ask, type Network } from './network.ts';
import { unpack } from './packed.ts';
import { plainText } from './plain-text.ts';
import { recognisedNames } from './recognised.ts';
import { WEIGHTS } from './weights.js';

/** What the statistical model makes of a text. What follows from it stands in `raised-by-wording.ts`. */
export type Wording = {
  /** The text as the model reads it: every word as typed. */
  readonly plain: NormalisedText;
  readonly category: Category;
  /** Log-odds of the category. */
  readonly odds: number;
  readonly isCategorySure: boolean;
  /** Words that say something of a trouble. */
  readonly words: number;
  /** Log-odds of P1, and of P2 or worse. */
  readonly p1: number;
  readonly p2: number;
  /** The words of the text as typed, `[start, end)`, that spoke loudest for it; worked out when asked for. */
  readonly loudest: (tier: Tier) => { readonly start: number; readonly end: number };
};

/** Log-odds from which it names a category by itself. */
const SURE_FROM = 0;

const P1_HEAD = 0;
const P2_HEAD = 1;
const FIRST_CATEGORY = 2;

// Browsers and Node have it; this library knows the types of neither.
declare function atob(base64: string): string;

let loaded: Network | null = null;

function network(): Network {
  if (loaded === null) {
    const raw = atob(WEIGHTS);
    const bytes = new Uint8Array(raw.length);
    // A plain loop: `Uint8Array.from` walks a string by characters, which takes a second.
    for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
    loaded = unpack(bytes);
  }
  return loaded;
}

/** Reads a text with the model, which is told what the rules recognised in it. */
export function wordingOf(text: string, recognised: Pick<Reading, 'findings' | 'isFigurative'>): Wording {
  const { normalised, words } = plainText(text);
  const answers = ask(network(), featuresOf(words, recognisedNames(recognised)));
  const { category, odds } = likeliest(answers);
  const spans = new Map<Tier, { readonly start: number; readonly end: number }>();
  return {
    plain: normalised,
    words: words.filter(({ form }) => /[a-z0-9]/.test(form)).length,
    category,
    odds,
    isCategorySure: words.length > 0 && odds >= SURE_FROM,
    p1: answers.heads[P1_HEAD] ?? 0,
    p2: answers.heads[P2_HEAD] ?? 0,
    loudest(tier) {
      const ofTier = { P1: P1_HEAD, P2: P2_HEAD, P3: FIRST_CATEGORY + CATEGORIES.indexOf(category) };
      const known = spans.get(tier);
      if (known !== undefined) return known;
      const { start, end } = loudestWords(answers, words, ofTier[tier]);
      const span = originalSpan(normalised, start, end);
      spans.set(tier, span);
      return span;
    },
  };
}

function likeliest({ heads }: Answers): { readonly category: Category; readonly odds: number } {
  return CATEGORIES.map((category, index) => ({ category, odds: heads[FIRST_CATEGORY + index] ?? 0 })).reduce(
    (best, one) => (one.odds > best.odds ? one : best),
  );
}

const WIDEST = 5;

/** The few words in a row that add most to a head: what a reader would underline. */
function loudestWords(answers: Answers, words: readonly Word[], head: number): { start: number; end: number } {
  const weight = new Float64Array(words.length);
  for (const { feature, amount } of answers.contributions(head)) {
    if (feature.from < 0) continue;
    // What a pair adds belongs to both of its words.
    const share = feature.from === feature.to ? amount : amount / 2;
    weight[feature.from] = (weight[feature.from] ?? 0) + share;
    if (feature.to !== feature.from) weight[feature.to] = (weight[feature.to] ?? 0) + share;
  }
  let best = { from: 0, to: 0, sum: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < words.length; from += 1) {
    let sum = 0;
    for (let to = from; to < Math.min(words.length, from + WIDEST); to += 1) {
      sum += weight[to] ?? 0;
      if (sum > best.sum) best = { from, to, sum };
    }
  }
  return { start: words[best.from]?.start ?? 0, end: words[best.to]?.end ?? 0 };
}
