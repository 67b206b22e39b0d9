import type { Language } from '#shared/contract';
import { withholdAccessCodes } from './access-codes.ts';

/** Words as a voice on the telephone has to say them: what is easily misheard is spelled, what only eyes understand is spoken out. */

/** What stands in addresses for whole words. A dot may follow each. */
const STREETS: Readonly<Record<string, string>> = {
  st: 'Street',
  ave: 'Avenue',
  av: 'Avenue',
  blvd: 'Boulevard',
  rd: 'Road',
  dr: 'Drive',
  ln: 'Lane',
  ct: 'Court',
  pl: 'Place',
  hwy: 'Highway',
  pkwy: 'Parkway',
  sq: 'Square',
  n: 'North',
  s: 'South',
  e: 'East',
  w: 'West',
};

const ALPHABET =
  'Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(
    ' ',
  );

/** `14B` as `1 4 B, B as in Bravo`: digits one by one, since fourteen and forty sound alike, and letters by a word. */
export function spelled(label: string, language: Language): string {
  const parts = label.trim().match(/\d+|\p{L}+/gu) ?? [];
  return parts
    .map((part) => {
      if (/^\d/.test(part)) return digits(part);
      const word = ALPHABET[part.toUpperCase().charCodeAt(0) - 65];
      if (part.length > 1 || word === undefined) return part;
      const letter = part.toUpperCase();
      return `${letter}, ${letter} ${language === 'es' ? 'de' : 'as in'} ${word}`;
    })
    .join(' ');
}

/** `120 W. Maple St` as `1 2 0 West Maple Street`. */
export function spokenAddress(address: string): string {
  return spoken(address)
    .split(' ')
    .map((word) => {
      const bare = word.replace(/[.,]$/, '');
      const whole = STREETS[bare.toLowerCase()];
      if (whole !== undefined) return whole + (word.endsWith(',') ? ',' : '');
      return /\d{2,}/.test(bare) ? word.replace(/\d+/g, digits) : word;
    })
    .join(' ');
}

/** Somebody's own words without what a voice stumbles over, door codes withheld. */
export function spoken(text: string): string {
  return withholdAccessCodes(text)
    .normalize('NFKC')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{C}]/gu, ' ')
    .replace(/\*+/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\s.,;:!?¿¡'’%$/-]/gu, ' ')
    .replace(/([.,;:!?])\1+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function digits(run: string): string {
  return [...run].join(' ');
}

/** A voice at 150 words a minute says about so many letters in a second, and rests at the end of a sentence. */
const LETTERS_A_SECOND = 14.4;
const REST_S = 0.25;

/** How long it takes to say, in seconds. An estimate on the long side: what it is for must not end too late. */
export function secondsToSay(text: string): number {
  const rests = text.match(/[.!?:;,](?=\s|$)/g)?.length ?? 0;
  // A digit that stands alone is a word.
  const alone = text.match(/(?<![\p{L}\p{N}])\p{N}(?![\p{L}\p{N}])/gu)?.length ?? 0;
  return (text.length + alone * 3) / LETTERS_A_SECOND + rests * REST_S;
}
