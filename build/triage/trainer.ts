// biome-ignore-all lint/style/noNonNullAssertion: the loops stay inside their arrays by construction
import { CATEGORIES, type LabelledText } from '#shared/contract';
import {
  DIRECT,
  type Feature,
  featuresOf,
  HEADS,
  LEAK,
  type Network,
  plainText,
  recognise,
  recognisedNames,
  SHAPE,
} from '#shared/triage/model';

/** How the network is trained. Nothing here is drawn from a clock or the machine: the same sentences give the same bytes. */
export const TRAINING = {
  epochs: 5,
  rate: 0.05,
  directRate: 0.15,
  /** Share of the features hidden at each look, so that none is relied on alone. */
  dropped: 0.3,
  /** Features seen in fewer sentences say nothing. */
  leastSeen: 2,
  seed: 99,
} as const;
export type Training = { readonly [Name in keyof typeof TRAINING]: number };

type Example = { readonly places: Int32Array; readonly goals: readonly Goal[] };
/** What a head should answer, and how much it counts. */
type Goal = { readonly value: 0 | 1; readonly weight: number };

/** Trains a network on labelled sentences. */
export function train(sentences: readonly LabelledText[], training: Training = TRAINING): Network {
  const random = xorshift(training.seed);
  const names = properNames(sentences);
  const read = sentences.map((sentence) => learnable(sentence.text, names));
  const checks = givePlaces(read, training.leastSeen);
  const examples = sentences.map((sentence, index) => ({
    places: placesIn(checks, read[index] ?? []),
    goals: goalsOf(sentence),
  }));
  const learner = newLearner(random);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) learn(learner, examples[index] as Example, training, random); // an index of this very list
  }
  return quantised(learner, checks, training.dropped);
}

function learnable(text: string, names: ReadonlySet<string>): readonly Feature[] {
  const { words } = plainText(text);
  const isName = (index: number): boolean => names.has(words[index]?.form ?? '');
  return featuresOf(words, recognisedNames(recognise(text))).filter((one) => !isName(one.from) && !isName(one.to));
}

/** Words that stand with a capital inside sentences and hardly ever without: people, streets and days teach nothing. */
function properNames(sentences: readonly LabelledText[]): ReadonlySet<string> {
  const capital = new Map<string, number>();
  const small = new Map<string, number>();
  for (const { text } of sentences) {
    for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu)) count(capital, folded(word));
    for (const [word] of text.matchAll(/(?<!\p{L})\p{Ll}{3,}/gu)) count(small, folded(word));
  }
  return new Set([...capital].filter(([word, times]) => (small.get(word) ?? 0) * 8 < times).map(([word]) => word));
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Gives each place to the feature seen most often among those that would share it. */
function givePlaces(read: readonly (readonly Feature[])[], leastSeen: number): Uint16Array {
  const seen = new Map<number, { readonly feature: Feature; times: number }>();
  for (const features of read)
    for (const feature of features) {
      // Two features with the same place and check are one to the network.
      const key = (feature.place % SHAPE.places) * 65_536 + feature.check;
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { feature, times: 1 });
      else known.times += 1;
    }
  const checks = new Uint16Array(SHAPE.places);
  const times = new Int32Array(SHAPE.places);
  for (const { feature, times: often } of seen.values()) {
    const at = feature.place % SHAPE.places;
    if (often < leastSeen || often <= times[at]!) continue;
    times[at] = often;
    checks[at] = Math.max(feature.check, 1);
  }
  return checks;
}

function placesIn(checks: Uint16Array, features: readonly Feature[]): Int32Array {
  const places = new Set<number>();
  for (const { place, check } of features) {
    const at = place % SHAPE.places;
    if (checks[at] === Math.max(check, 1)) places.add(at);
  }
  return Int32Array.from(places);
}

/** What each head should say of a sentence. Where a sensible manager could also say otherwise it counts less. */
function goalsOf({ tier, alt_tiers, category, alt_categories }: LabelledText): readonly Goal[] {
  const isAlsoP1 = alt_tiers.includes('P1');
  const p1: Goal =
    tier === 'P1' ? { value: 1, weight: alt_tiers.length === 0 ? 1 : 0.5 } : { value: 0, weight: isAlsoP1 ? 0.15 : 1 };
  const p2: Goal =
    tier === 'P3'
      ? { value: 0, weight: alt_tiers.length === 0 ? 1 : 0.3 }
      : { value: 1, weight: alt_tiers.includes('P3') ? 0.5 : 1 };
  const categories = CATEGORIES.map(
    (each): Goal =>
      each === category
        ? { value: 1, weight: 0.5 }
        : alt_categories.includes(each)
          ? { value: 1, weight: 0.15 }
          : { value: 0, weight: 0.5 },
  );
  return [p1, p2, ...categories];
}

type Random = () => number;

/** Marsaglia's xorshift, 32 bit; 0 to 1. */
function xorshift(seed: number): Random {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], random: Random): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const held = order[index]!;
    order[index] = order[other]!;
    order[other] = held;
  }
}

/** Weights, and for each the sum of its squared steps so far (AdaGrad: Duchi, Hazan, Singer 2011). */
type Learner = ReturnType<typeof newLearner>;

function newLearner(random: Random) {
  const { places, vector, hidden } = SHAPE;
  const spread = (size: number, width: number): Float64Array =>
    Float64Array.from({ length: size }, () => (random() - 0.5) * width);
  const steps = (size: number, first: number): Float64Array => new Float64Array(size).fill(first);
  return {
    vectors: Float32Array.from({ length: places * vector }, () => (random() - 0.5) * 0.1),
    vectorSteps: steps(places, 1e-3),
    direct: new Float32Array(places * DIRECT),
    directSteps: steps(places * DIRECT, 0.1),
    into: spread(vector * hidden, 2 / Math.sqrt(vector)),
    intoSteps: steps(vector * hidden, 1e-3),
    intoBias: new Float64Array(hidden),
    intoBiasSteps: steps(hidden, 1e-3),
    out: spread(hidden * HEADS, 2 / Math.sqrt(hidden)),
    outSteps: steps(hidden * HEADS, 1e-3),
    outBias: new Float64Array(HEADS),
    outBiasSteps: steps(HEADS, 1e-3),
    input: new Float64Array(vector),
    active: new Float64Array(hidden),
    heads: new Float64Array(HEADS),
    back: new Float64Array(hidden),
    inputBack: new Float64Array(vector),
  };
}

/** One step down the slope of the logistic loss for one sentence. */
function learn(learner: Learner, { places, goals }: Example, training: Training, random: Random): void {
  const shown = places.filter(() => random() > training.dropped);
  if (shown.length === 0) return;
  const scale = 1 / Math.sqrt(shown.length);
  forward(learner, shown, scale);
  learnHeads(learner, shown, scale, goals, training);
  learnVectors(learner, shown, scale, training);
}

function forward(learner: Learner, shown: Int32Array, scale: number): void {
  const { vector, hidden } = SHAPE;
  const { input, active, heads } = learner;
  input.fill(0);
  for (const at of shown)
    for (let index = 0; index < vector; index += 1) input[index]! += learner.vectors[at * vector + index]!;
  for (let index = 0; index < vector; index += 1) input[index]! *= scale;
  for (let unit = 0; unit < hidden; unit += 1) {
    let total = learner.intoBias[unit]!;
    for (let index = 0; index < vector; index += 1) total += input[index]! * learner.into[index * hidden + unit]!;
    active[unit] = total > 0 ? total : LEAK * total;
  }
  for (let head = 0; head < HEADS; head += 1) {
    let total = learner.outBias[head]!;
    for (let unit = 0; unit < hidden; unit += 1) total += active[unit]! * learner.out[unit * HEADS + head]!;
    if (head < DIRECT) {
      let own = 0;
      for (const at of shown) own += learner.direct[at * DIRECT + head]!;
      total += own * scale;
    }
    heads[head] = total;
  }
}

function learnHeads(
  learner: Learner,
  shown: Int32Array,
  scale: number,
  goals: readonly Goal[],
  { rate, directRate }: Training,
): void {
  const { hidden } = SHAPE;
  const { active, heads, back } = learner;
  const errors = goals.map(({ value, weight }, head) => (1 / (1 + Math.exp(-heads[head]!)) - value) * weight);
  back.fill(0);
  for (let head = 0; head < HEADS; head += 1)
    for (let unit = 0; unit < hidden; unit += 1) back[unit]! += errors[head]! * learner.out[unit * HEADS + head]!;
  for (let head = 0; head < HEADS; head += 1) {
    const error = errors[head]!;
    if (head < DIRECT)
      for (const at of shown) step(learner.direct, learner.directSteps, at * DIRECT + head, error * scale, directRate);
    for (let unit = 0; unit < hidden; unit += 1)
      step(learner.out, learner.outSteps, unit * HEADS + head, error * active[unit]!, rate);
    step(learner.outBias, learner.outBiasSteps, head, error, rate);
  }
}

function learnVectors(learner: Learner, shown: Int32Array, scale: number, { rate }: Training): void {
  const { vector, hidden } = SHAPE;
  const { input, active, back, inputBack } = learner;
  inputBack.fill(0);
  for (let unit = 0; unit < hidden; unit += 1) {
    const error = back[unit]! * (active[unit]! > 0 ? 1 : LEAK);
    for (let index = 0; index < vector; index += 1) {
      const at = index * hidden + unit;
      inputBack[index]! += error * learner.into[at]!;
      step(learner.into, learner.intoSteps, at, error * input[index]!, rate);
    }
    step(learner.intoBias, learner.intoBiasSteps, unit, error, rate);
  }
  let square = 0;
  for (let index = 0; index < vector; index += 1) {
    inputBack[index]! *= scale;
    square += inputBack[index]! * inputBack[index]!;
  }
  for (const at of shown) {
    learner.vectorSteps[at]! += square / vector;
    const own = rate / Math.sqrt(learner.vectorSteps[at]!);
    for (let index = 0; index < vector; index += 1) learner.vectors[at * vector + index]! -= own * inputBack[index]!;
  }
}

function step(
  weights: Float32Array | Float64Array,
  steps: Float64Array,
  at: number,
  slope: number,
  rate: number,
): void {
  steps[at]! += slope * slope;
  weights[at]! -= (rate * slope) / Math.sqrt(steps[at]!);
}

/** The learned weights in a byte each. What was hidden in training is there in use, so everything is a little weaker. */
function quantised(learner: Learner, checks: Uint16Array, dropped: number): Network {
  const keep = Math.sqrt(1 - dropped);
  const vectors = inBytes(learner.vectors, checks, SHAPE.vector);
  const direct = inBytes(learner.direct, checks, DIRECT);
  return {
    checks,
    vectors: vectors.bytes,
    vectorScale: vectors.scale * keep,
    direct: direct.bytes,
    directScale: direct.scale * keep,
    into: Float32Array.from(learner.into),
    intoBias: Float32Array.from(learner.intoBias),
    out: Float32Array.from(learner.out),
    outBias: Float32Array.from(learner.outBias),
  };
}

/** Weights as whole numbers of a scale, clipped where only one in a thousand is larger; nobody's places stay zero. */
function inBytes(weights: Float32Array, checks: Uint16Array, width: number): { bytes: Int8Array; scale: number } {
  const sizes = weights.filter((_, index) => checks[Math.floor(index / width)] !== 0).map(Math.abs);
  sizes.sort();
  const scale = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127 || 1;
  const bytes = Int8Array.from(weights, (weight, index) =>
    checks[Math.floor(index / width)] === 0 ? 0 : Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { bytes, scale };
}
