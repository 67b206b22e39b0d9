import {
  type BothLanguages,
  CATEGORIES,
  CompanyPhrase,
  type TriageLayer,
  type TriageNumber,
  TriageNumbers,
} from '#shared/contract';
import { cardTrouble } from './card-trouble.ts';
import { TRIAGE_NUMBERS } from './presets.ts';
import { resolveRules } from './rules.ts';

/** Why something cannot be saved as it stands, and which part of the form it is about. */
export type LayerTrouble = {
  readonly part: 'numbers' | 'phrases' | (typeof CATEGORIES)[number];
  readonly why: BothLanguages;
};

/** Everything that keeps a layer from being saved; empty where nothing does. `above`: what the places above it say. */
export function layerTrouble(above: readonly TriageLayer[], layer: TriageLayer): readonly LayerTrouble[] {
  return [
    ...numbersTrouble(above, layer).map((why) => ({ part: 'numbers' as const, why })),
    ...layer.phrases.flatMap((phrase, index) =>
      phraseTrouble(layer.phrases, phrase, index).map((why) => ({ part: 'phrases' as const, why })),
    ),
    ...CATEGORIES.flatMap((part) => {
      const card = layer.cards[part];
      return card === undefined ? [] : cardTrouble(card).map((why) => ({ part, why }));
    }),
  ];
}

/** What is wrong with one number, in words; null where it may be used. */
export function numberTrouble(name: TriageNumber, value: TriageNumbers[TriageNumber]): BothLanguages | null {
  const read = TriageNumbers.shape[name].safeParse(value);
  if (read.success) return null;
  const { minValue, maxValue } = boundsOf(name) ?? {};
  if (minValue === undefined || maxValue === undefined)
    return { en: 'Not a time of day, such as 08:30.', es: 'No es una hora del día, como 08:30.' };
  return {
    en: `From ${minValue} to ${maxValue} °F; this is ${value}.`,
    es: `De ${minValue} a ${maxValue} °F; esto es ${value}.`,
  };
}

/** Between which degrees Fahrenheit a number may lie; null for a time of day. */
export function boundsOf(name: TriageNumber): { readonly minValue: number; readonly maxValue: number } | null {
  const shape = TriageNumbers.shape[name];
  if (!('minValue' in shape)) return null;
  const { minValue, maxValue } = shape;
  return minValue === null || maxValue === null ? null : { minValue, maxValue };
}

function numbersTrouble(above: readonly TriageLayer[], layer: TriageLayer): readonly BothLanguages[] {
  const wrong = TRIAGE_NUMBERS.flatMap((name) => {
    const value = layer.numbers[name];
    return value === undefined ? [] : (numberTrouble(name, value) ?? []);
  });
  const day = dayTrouble([...above, layer]);
  return day === null ? wrong : [...wrong, day];
}

/** What is wrong with the hours that come of all these layers together; null where day and night are both there. */
export function dayTrouble(layers: readonly TriageLayer[]): BothLanguages | null {
  const { dayStart, dayEnd } = resolveRules(layers).numbers;
  if (dayStart < dayEnd) return null;
  return {
    en: `The day would begin (${dayStart}) after it ends (${dayEnd}), so it would always be night.`,
    es: `El día empezaría (${dayStart}) después de terminar (${dayEnd}) y siempre sería de noche.`,
  };
}

function phraseTrouble(
  phrases: readonly CompanyPhrase[],
  phrase: CompanyPhrase,
  index: number,
): readonly BothLanguages[] {
  const where = { en: `Phrase ${index + 1}`, es: `Frase ${index + 1}` };
  if (!CompanyPhrase.safeParse(phrase).success)
    return [
      {
        en: `${where.en}: 3 to 80 characters, at least one word among them.`,
        es: `${where.es}: de 3 a 80 caracteres, con al menos una palabra.`,
      },
    ];
  const words = (each: CompanyPhrase): string => each.words.trim().toLowerCase();
  const earlier = phrases.findIndex((each) => words(each) === words(phrase));
  if (earlier === index) return [];
  return [
    {
      en: `${where.en}: “${phrase.words}” stands there twice.`,
      es: `${where.es}: “${phrase.words}” está dos veces.`,
    },
  ];
}
