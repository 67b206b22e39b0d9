import { hide } from '../match.ts';
import { type NormalisedText, normalise } from '../normalise.ts';
import { type Word, wordsOf } from './features.ts';
import { GIVEN_NAMES } from './names.ts';

const asTyped = (word: string): string => word;

// What says nothing of the trouble: thanks and greetings, who speaks, the number of the door.
const SAYS_NOTHING = new RegExp(
  `(?<= )(?:${[
    '(?:many |muchas |muchisimas |mil )?(?:thanks|thank you|thank u|thx|gracias)(?: (?:so much|very much|a lot|in advance|de antemano))?',
    'please|pls|plz|por favor|porfa|porfavor',
    '(?:kind |best |warm )?regards|sincerely|saludos(?: cordiales)?|atentamente|cheers',
    'hello|hi|hey|hola|good (?:morning|evening|night|afternoon|day)|buen(?:as|os) (?:noches|tardes|dias)|buen dia',
    '(?:apt|apartment|unit|flat|suite|room|apartamento|apto|depto|departamento|cuarto|piso)(?: (?:number|no|num|numero))? (?:\\d+(?: ?[a-z])?|[a-z] ?\\d+)',
    '(?:my name is|me llamo|mi nombre es|name) [a-z]+',
    ...GIVEN_NAMES,
  ].join('|')})(?= )`,
  'g',
);

/** A text as the model reads it: every word as typed, but for what says nothing of the trouble. */
export function plainText(text: string): { readonly normalised: NormalisedText; readonly words: readonly Word[] } {
  const normalised = normalise(text, asTyped);
  const words = wordsOf(hide(normalised.text, SAYS_NOTHING)).filter(({ form }) => !form.startsWith('_'));
  return { normalised, words };
}
