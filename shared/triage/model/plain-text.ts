import { hide } from '../match.ts';
import { type NormalisedText, normalise } from '../normalise.ts';
import { CONCEPTS_OF } from './concepts.ts';
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
  ].join('|')})(?= )`,
  'g',
);

/** A text as the model reads it: every word as typed, but for what says nothing of the trouble. */
export function plainText(text: string): { readonly normalised: NormalisedText; readonly words: readonly Word[] } {
  const normalised = normalise(text, asTyped);
  const words = wordsOf(hide(normalised.text, SAYS_NOTHING)).filter(({ form }) => !form.startsWith('_'));
  return { normalised, words: withoutNames(words).filter(({ form }) => !GIVEN_NAMES.has(form)) };
}

/** Frames that hold the name of whoever speaks: "this is ANY NAME", "soy CUALQUIERA", "ANY NAME here". */
const BEFORE_NAME = /(?:^| )(?:this is|its|i am|im|soy|habla|le habla|de parte de|from)$/;
const AFTER_NAME = /^(?:here|speaking|aqui|habla)$/;
const PAUSE = /^[.,?]$/;
const NAMELIKE = /^[a-z]{3,}$/;

/** A word that could be somebody's name: it stands for nothing the desk knows. */
function isNamelike(word: Word | undefined): boolean {
  return word !== undefined && NAMELIKE.test(word.form) && !CONCEPTS_OF.has(word.form);
}

/** The words without a name of one or two words that fills the space between two pauses, in a frame or by itself. */
function withoutNames(words: readonly Word[]): readonly Word[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    parts.at(-1)?.push(word);
    if (PAUSE.test(word.form)) parts.push([]);
  }
  return parts.flatMap((part, index) => (parts.length > 1 ? withoutName(part, index > 0) : part));
}

/** How many words stand before the frame at the end of these. */
function wordsOfFrame(words: string): number {
  const before = words.replace(BEFORE_NAME, '').trim();
  return before === '' ? 0 : before.split(' ').length;
}

function withoutName(part: readonly Word[], canBeName: boolean): readonly Word[] {
  const pause = PAUSE.test(part.at(-1)?.form ?? '') ? part.slice(-1) : [];
  const said = part.slice(0, part.length - pause.length);
  for (const length of [2, 1]) {
    const isLast = said.length >= length && said.slice(-length).every(isNamelike);
    const before = said.slice(0, -length);
    const frame = before.map((word) => word.form).join(' ');
    if (isLast && BEFORE_NAME.test(frame)) return [...before.slice(0, wordsOfFrame(frame)), ...pause];
    if (isLast && before.length === 0 && canBeName) return pause;
    const isIntroduced = said.length === length + 1 && AFTER_NAME.test(said.at(-1)?.form ?? '');
    if (isIntroduced && said.slice(0, length).every(isNamelike)) return pause;
  }
  return part;
}
