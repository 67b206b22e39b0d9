// biome-ignore-all lint/style/noNonNullAssertion: the loops stay inside their arrays by construction
import { CATEGORIES } from '#shared/contract';
import type { Feature } from './features.ts';

/** What the model answers: is it P1, is it P2 or worse, and one answer per category. */
export const HEADS = 2 + CATEGORIES.length;
/** Heads of the tiers, which also read each feature directly; the others are reached through the hidden layer only. */
export const DIRECT = 2;

/**
 * Shape of the network. Each known feature has a short vector; their sum, over the root of their number, goes through one
 * hidden layer to the heads. The two heads of the tiers get the feature's own weight beside that.
 */
export const SHAPE = { places: 1 << 16, vector: 16, hidden: 32 } as const;

/** Slope of the hidden layer below zero. */
export const LEAK = 0.05;

export type Network = {
  /** Per place the check of the feature it belongs to; 0: nobody's. */
  readonly checks: Uint16Array;
  readonly vectors: Int8Array;
  readonly vectorScale: number;
  readonly direct: Int8Array;
  readonly directScale: number;
  /** `vector x hidden`, `hidden`, `hidden x HEADS`, `HEADS`. */
  readonly into: Float32Array;
  readonly intoBias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
};

/** Where a feature's weights lie; -1 for one the network never learned. */
export function placeOf(checks: Uint16Array, { place, check }: Feature): number {
  const at = place & (SHAPE.places - 1);
  return checks[at] === Math.max(check, 1) ? at : -1;
}

export type Answers = {
  /** Log-odds per head. */
  readonly heads: Float64Array;
  /** What each known feature adds to the log-odds of a head, to first order. */
  contributions(head: number): readonly { readonly feature: Feature; readonly amount: number }[];
};

/** What the network makes of the features of a text. */
export function ask(network: Network, features: readonly Feature[]): Answers {
  const { vector, hidden } = SHAPE;
  const known = features.flatMap((feature) => {
    const at = placeOf(network.checks, feature);
    return at < 0 ? [] : [{ feature, at }];
  });
  const scale = known.length === 0 ? 0 : 1 / Math.sqrt(known.length);
  const sum = new Float64Array(vector);
  for (const { at } of known)
    for (let index = 0; index < vector; index += 1) sum[index]! += network.vectors[at * vector + index]!;
  const input = sum.map((value) => value * scale * network.vectorScale);
  const { raw, active } = hiddenLayer(network, input);
  const heads = new Float64Array(HEADS);
  for (let head = 0; head < HEADS; head += 1) {
    let total = network.outBias[head]!;
    for (let unit = 0; unit < hidden; unit += 1) total += active[unit]! * network.out[unit * HEADS + head]!;
    if (head < DIRECT) {
      let own = 0;
      for (const { at } of known) own += network.direct[at * DIRECT + head]!;
      total += own * scale * network.directScale;
    }
    heads[head] = total;
  }
  return {
    heads,
    contributions(head) {
      const slope = slopes(network, raw, head);
      return known.map(({ feature, at }) => {
        let amount = head < DIRECT ? network.direct[at * DIRECT + head]! * network.directScale : 0;
        for (let index = 0; index < vector; index += 1)
          amount += network.vectors[at * vector + index]! * network.vectorScale * slope[index]!;
        return { feature, amount: amount * scale };
      });
    },
  };
}

function hiddenLayer({ into, intoBias }: Network, input: Float64Array) {
  const raw = new Float64Array(SHAPE.hidden);
  for (let unit = 0; unit < SHAPE.hidden; unit += 1) {
    let total = intoBias[unit]!;
    for (let index = 0; index < SHAPE.vector; index += 1) total += input[index]! * into[index * SHAPE.hidden + unit]!;
    raw[unit] = total;
  }
  return { raw, active: raw.map((value) => (value > 0 ? value : LEAK * value)) };
}

/** How a head moves with each number of the summed vector. */
function slopes(network: Network, raw: Float64Array, head: number): Float64Array {
  const slope = new Float64Array(SHAPE.vector);
  for (let unit = 0; unit < SHAPE.hidden; unit += 1) {
    const step = network.out[unit * HEADS + head]! * (raw[unit]! > 0 ? 1 : LEAK);
    for (let index = 0; index < SHAPE.vector; index += 1)
      slope[index]! += step * network.into[index * SHAPE.hidden + unit]!;
  }
  return slope;
}
