import type { Language, Phone, Tier } from '#shared/contract';
import { withholdAccessCodes } from './access-codes.ts';
import { plainLine, septetsOf, shorten } from './gsm7.ts';
import { displayPhone } from './phone.ts';
import { type IncidentPlace, shortPlace } from './place.ts';
import type { ResponderHazard } from './responder-text.ts';
import { MAX_SEPTETS } from './segments.ts';

/** One of several incidents in a text. */
export type BundledIncident = {
  readonly code: string;
  readonly number: number;
  readonly tier: Tier;
  readonly place: IncidentPlace;
  /** The resident's own words. */
  readonly words: string;
  readonly hazard: ResponderHazard | null;
  readonly callBack: Phone | null;
};

/** More than these would leave no room for what is wrong. */
export const MOST_BUNDLED = 8;

/** Where there is room for two words only. */
const HAZARD: Record<Language, Record<ResponderHazard, string>> = {
  en: { doNotEnter: 'DO NOT ENTER', electric: 'LIVE POWER' },
  es: { doNotEnter: 'NO ENTRE', electric: 'ELECTRICIDAD' },
};

/**
 * Several incidents of one responder in one text: how to answer each by its letter, then the worst first. The resident's
 * words are cut as far as three parts demand; letters, tiers, places and dangers never are, and numbers to call go last.
 */
export function bundleText(language: Language, incidents: readonly BundledIncident[]): string {
  const inOrder = incidents
    .toSorted((a, b) => (a.tier < b.tier ? -1 : a.tier > b.tier ? 1 : a.number - b.number))
    .map((each) => ({ ...each, words: plainLine(withholdAccessCodes(each.words)).replaceAll('"', "'") }));
  const head = headOf(language, inOrder);
  for (const { words, hasNumbers } of ROOMS) {
    const text = [head, ...inOrder.map((each) => lineOf(each, language, words, hasNumbers))].join('\n');
    if (septetsOf(text) <= MAX_SEPTETS) return text;
  }
  return [head, ...inOrder.map((each) => bareLine(each, language, 24))].join('\n');
}

/** Characters for the words of each. They become short before numbers to call are left out, and none after that. */
const ROOMS = [
  ...[90, 72, 56, 44, 32].map((words) => ({ words, hasNumbers: true })),
  ...[56, 44, 32, 22, 12, 0].map((words) => ({ words, hasNumbers: false })),
];

function headOf(language: Language, incidents: readonly BundledIncident[]): string {
  const [first = '', second = ''] = incidents.map((each) => each.code);
  return language === 'en'
    ? `${incidents.length} open for you. Reply by letter: 1${first} yes, 1${second} 30 yes in 30 min, 2${first} no`
    : `Tiene ${incidents.length} abiertos. Responda con la letra: 1${first} acepto, 1${second} 30 llego en 30 min, 2${first} no`;
}

function lineOf(incident: BundledIncident, language: Language, room: number, hasNumbers: boolean): string {
  const said = room === 0 || incident.words === '' ? '' : `: "${shorten(incident.words, room)}"`;
  const call = hasNumbers && incident.callBack !== null ? ` ${displayPhone(incident.callBack)}` : '';
  return `${bareLine(incident, language, 50)}${said}${call}`;
}

function bareLine({ code, number, tier, place, hazard }: BundledIncident, language: Language, max: number): string {
  return `${code} #${number} ${tier} ${hazard === null ? '' : `${HAZARD[language][hazard]} `}${shorten(shortPlace(place), max)}`;
}
