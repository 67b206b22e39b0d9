import {
  CATEGORIES,
  type CardAnswer,
  type CardQuestion,
  type Category,
  type CompanyPhrase,
  type ProtocolCard,
  type TriageLayer,
  type TriageNumber,
  type TriagePreset,
} from '#shared/contract';
import { TRIAGE_NUMBERS } from './presets.ts';

/** What differs between two versions of what one place says. */
export type LayerChanges = {
  readonly isPresetChanged: boolean;
  readonly numbers: readonly TriageNumber[];
  readonly cards: readonly Category[];
  /** Phrases added, taken away or changed. */
  readonly phrases: number;
};

export function layerChanges(before: TriageLayer, after: TriageLayer): LayerChanges {
  const ids = new Set([...before.phrases, ...after.phrases].map((phrase) => phrase.id));
  const phrase = (layer: TriageLayer, id: string): CompanyPhrase | undefined =>
    layer.phrases.find((one) => one.id === id);
  return {
    isPresetChanged: before.preset !== after.preset,
    numbers: TRIAGE_NUMBERS.filter((name) => before.numbers[name] !== after.numbers[name]),
    cards: CATEGORIES.filter((category) => !isSameCard(before.cards[category], after.cards[category])),
    phrases: [...ids].filter((id) => !isSamePhrase(phrase(before, id), phrase(after, id))).length,
  };
}

/** Whether two versions say the same, whoever signed them. */
export function saysTheSame(before: TriageLayer, after: TriageLayer): boolean {
  const { isPresetChanged, numbers, cards, phrases } = layerChanges(before, after);
  return !isPresetChanged && numbers.length === 0 && cards.length === 0 && phrases === 0;
}

/** The version to keep: counted up, signed, and each card that changed bears the new version's name. */
export function signedLayer(before: TriageLayer, after: TriageLayer, signedBy: string): TriageLayer {
  const version = before.version + 1;
  const [kind = 'company'] = after.place.split(':');
  const changed = layerChanges(before, after).cards;
  const cards = Object.entries(after.cards).map(([category, card]) => {
    const kept = before.cards[category as Category]; // the keys of a layer's cards are categories
    return [
      category,
      changed.includes(category as Category) || kept === undefined
        ? { ...card, version: `${kind} ${version}`, signedBy }
        : kept,
    ];
  });
  return { ...after, version, signedBy, cards: Object.fromEntries(cards) };
}

/** Where a number comes from: the place that says it, and the preset it is part of; the product where nobody does. */
export function numberSource(
  layers: readonly TriageLayer[],
  name: TriageNumber,
): { readonly place: string | null; readonly preset: TriagePreset | null } {
  for (const { place, numbers, preset } of layers.toReversed()) {
    if (numbers[name] !== undefined) return { place, preset: null };
    if (preset !== null) return { place, preset };
  }
  return { place: null, preset: null };
}

/** The place whose card is in force; null for the product's own. */
export function cardSource(layers: readonly TriageLayer[], category: Category): string | null {
  return layers.findLast((layer) => layer.cards[category] !== undefined)?.place ?? null;
}

// Field by field and in a fixed order: what came out of a database has its keys in another one.
function isSameCard(one: ProtocolCard | undefined, other: ProtocolCard | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return cardContent(one) === cardContent(other);
}

function cardContent({ trade, questions, advice, photos, identityRule }: ProtocolCard): string {
  const both = (words: { readonly en: string; readonly es: string } | null) => words && [words.en, words.es];
  return JSON.stringify([trade, questions.map(questionContent), advice.map(both), both(photos), both(identityRule)]);
}

function questionContent({ id, text, about, unless, effect, isForTechnician, answers }: CardQuestion): unknown {
  return [id, text.en, text.es, about, unless, effect, isForTechnician, answers.map(answerContent)];
}

function answerContent({ id, label, tier, finding }: CardAnswer): unknown {
  return [id, label.en, label.es, tier, finding];
}

function isSamePhrase(one: CompanyPhrase | undefined, other: CompanyPhrase | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.words === other.words && one.leastTier === other.leastTier && one.category === other.category;
}
