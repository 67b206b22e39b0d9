import type {
  Category,
  ProtocolCard,
  TriageLayer,
  TriageNumber,
  TriageNumbers,
  TriageOrigin,
  TriagePreset,
  TriageRules,
} from '#shared/contract';
import { PRODUCT_CARDS } from './cards/index.ts';
import { PRESETS, TRIAGE_NUMBERS } from './presets.ts';

const CARDS = Object.keys(PRODUCT_CARDS) as Category[]; // likewise

function originOf(place: string): TriageOrigin {
  if (place === 'company') return 'company';
  return place.startsWith('group:') ? 'group' : 'property';
}

/** Reads one thing off the nearest layer that says something about it. */
function nearest<Value>(
  layers: readonly TriageLayer[],
  read: (layer: TriageLayer) => Value | undefined,
): { readonly value: Value; readonly origin: TriageOrigin } | null {
  for (const layer of layers.toReversed()) {
    const value = read(layer);
    if (value !== undefined) return { value, origin: originOf(layer.place) };
  }
  return null;
}

function presetNumber(preset: TriagePreset | null, name: TriageNumber) {
  return preset === null ? undefined : PRESETS[preset][name];
}

/**
 * What is in force: the product's own, under what company, group and property say, in this order. A number beats a preset
 * of the same layer; a nearer layer beats both.
 */
export function resolveRules(layers: readonly TriageLayer[]): TriageRules {
  const numbers: Record<string, TriageNumbers[TriageNumber]> = {};
  const numberOrigins: Record<string, TriageOrigin> = {};
  for (const name of TRIAGE_NUMBERS) {
    const own = nearest(layers, (layer) => layer.numbers[name] ?? presetNumber(layer.preset, name));
    numbers[name] = own?.value ?? PRESETS.default[name];
    numberOrigins[name] = own?.origin ?? 'product';
  }
  const cards: Record<string, ProtocolCard> = {};
  const cardOrigins: Record<string, TriageOrigin> = {};
  for (const category of CARDS) {
    const own = nearest(layers, (layer) => layer.cards[category]);
    cards[category] = own?.value ?? PRODUCT_CARDS[category];
    cardOrigins[category] = own?.origin ?? 'product';
  }
  return {
    // Each has one entry per name of the lists they were filled from.
    numbers: numbers as TriageNumbers,
    numberOrigins: numberOrigins as TriageRules['numberOrigins'],
    cards: cards as TriageRules['cards'],
    cardOrigins: cardOrigins as TriageRules['cardOrigins'],
    phrases: layers.flatMap((layer) => layer.phrases.map((phrase) => ({ ...phrase, origin: originOf(layer.place) }))),
  };
}

/** What holds where no company has said anything. */
export const PRODUCT_RULES: TriageRules = resolveRules([]);
