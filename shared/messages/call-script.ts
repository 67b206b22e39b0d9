import type { BothLanguages, Category, Language, Tier } from '#shared/contract';
import { CATEGORY_WORDS } from './category-words.ts';
import type { IncidentPlace } from './place.ts';
import type { ResponderHazard } from './responder-text.ts';
import { secondsToSay, spelled, spoken, spokenAddress } from './spoken.ts';

export type CallTextInput = {
  readonly language: Language;
  readonly tier: Tier;
  readonly hazard: ResponderHazard | null;
  readonly place: IncidentPlace;
  readonly category: Category;
  /** The resident's own words, in whatever language. */
  readonly words: string;
};

/** A call says all of it, keys included, within this: whoever is woken by it listens no longer. */
export const LONGEST_CALL_S = 25;
/** However long the place is, so many letters of the problem are said. */
const FEWEST_WORDS = 24;
/** Of what is read out on request. */
const LONGEST_WORDS = 420;

const PRIORITY: Readonly<Record<Language, (tier: string) => string>> = {
  en: (tier) => `Nightdesk, priority ${tier}.`,
  es: (tier) => `Nightdesk, prioridad ${tier}.`,
};

const HAZARD: Readonly<Record<Language, Readonly<Record<ResponderHazard, string>>>> = {
  en: {
    doNotEnter: 'Do not enter before the fire department or gas company clears.',
    electric: 'Live power: touch no water and no wires.',
  },
  es: {
    doNotEnter: 'No entre hasta que los bomberos o la empresa de gas lo permitan.',
    electric: 'Hay corriente: no toque agua ni cables.',
  },
};

const UNIT: BothLanguages = { en: 'unit', es: 'unidad' };

/** The keys as they are said after everything else. Where the gateway hears none, the text is to be answered. */
const KEYS: Readonly<Record<Language, { readonly decide: string; readonly words: string; readonly byText: string }>> = {
  en: {
    decide: 'Press 1 to accept. Press 2 to decline.',
    words: 'Press 3 for the resident’s words.',
    byText: 'Answer the text message: 1 to accept, 2 to decline.',
  },
  es: {
    decide: 'Marque 1 para aceptar. Marque 2 si no puede.',
    words: 'Marque 3 para oír al residente.',
    byText: 'Conteste el mensaje de texto: 1 acepto, 2 no puedo.',
  },
};

const WHEN: BothLanguages = {
  en: 'You have it, and nobody knows when you will be there. Answer our text message with your minutes.',
  es: 'Usted lo tiene, y nadie sabe a qué hora llega. Conteste nuestro mensaje de texto con sus minutos.',
};

const ETA_KEYS: typeof KEYS = {
  en: {
    decide: 'Press 1 if you are coming. Press 2 to give it back.',
    words: 'Press 3 for the resident’s words.',
    byText: 'If you cannot come, answer 2.',
  },
  es: {
    decide: 'Marque 1 si va en camino. Marque 2 si ya no puede.',
    words: 'Marque 3 para oír al residente.',
    byText: 'Si ya no puede, conteste 2.',
  },
};

const SAYS: BothLanguages = { en: 'The resident says:', es: 'El residente dice:' };

/**
 * What a call says before the keys: tier, what endangers whoever goes, where, and the problem. With the keys it takes no
 * longer than 25 seconds to say; the resident's words are cut for that, never the place.
 */
export function callText({ language, tier, hazard, place, category, words }: CallTextInput): string {
  const before = [
    PRIORITY[language](tier.slice(1)),
    ...(hazard === null ? [] : [HAZARD[language][hazard]]),
    placeSaid(place, language),
    `${CATEGORY_WORDS[language][category]}:`,
  ].join(' ');
  const keys = callKeys(language, { hasKeys: true });
  let said = spoken(words);
  for (;;) {
    const text = said === '' ? before.replace(/:$/, '.') : `${before} ${said.replace(/[.,;:!?]*$/, '.')}`;
    if (said.length <= FEWEST_WORDS || secondsToSay(`${text} ${keys}`) <= LONGEST_CALL_S) return text;
    said = shorter(said);
  }
}

/** What is said to whoever has it and has not said when they come. */
export function etaCallText({ language, tier, hazard, place }: Omit<CallTextInput, 'category' | 'words'>): string {
  return [
    PRIORITY[language](tier.slice(1)),
    ...(hazard === null ? [] : [HAZARD[language][hazard]]),
    placeSaid(place, language),
    WHEN[language],
  ].join(' ');
}

/** How to answer, said after the text of a call. */
export function callKeys(
  language: Language,
  { hasKeys, asks }: { readonly hasKeys: boolean; readonly asks?: 'eta' | undefined },
): string {
  const { decide, words, byText } = asks === 'eta' ? ETA_KEYS[language] : KEYS[language];
  return hasKeys ? `${decide} ${words}` : byText;
}

/** What key 3 reads out: the resident's words, further than the call had room for. */
export function callWords(language: Language, words: string): string {
  let said = spoken(words);
  while (said.length > LONGEST_WORDS) said = shorter(said);
  return `${SAYS[language]} ${said}`;
}

function placeSaid({ propertyName, unitLabel, address }: IncidentPlace, language: Language): string {
  const unit = unitLabel === null ? '' : `, ${UNIT[language]} ${spelled(spoken(unitLabel).slice(0, 24), language)}`;
  const name = spoken(propertyName).slice(0, 60);
  const where = spokenAddress(address.slice(0, 80));
  // A place outside the portfolio is known by one line only; it is not said twice.
  if (where === '' || address.trim() === propertyName.trim()) return `${spokenAddress(name)}${unit}.`;
  return `${name}${unit}. ${where}.`;
}

/** Without its last word. */
function shorter(text: string): string {
  const end = text.lastIndexOf(' ');
  return end <= 0 ? text.slice(0, FEWEST_WORDS) : text.slice(0, end);
}
