import { plainWords, tokensOf } from './plain-words.ts';
import { isNobodysWords, parseReply } from './reply.ts';

/** Words that confirm a shift and nothing else, alone in the message: none of them takes an incident. */
const CONFIRMS: ReadonlySet<string> = new Set([
  ...['confirm', 'confirmed', 'i confirm', 'ok confirm', 'yes confirm', 'ok confirmed', 'shift confirmed'],
  ...['confirmo', 'confirmado', 'lo confirmo', 'ok confirmo', 'si confirmo', 'guardia confirmada'],
]);

/** Whether the whole text confirms a shift by its own word. */
export function isShiftConfirmation(text: string): boolean {
  const tokens = tokensOf(plainWords(text));
  return tokens !== null && CONFIRMS.has(tokens.join(' '));
}

/** Who says that they are coming answers an incident: nobody sets out for a shift of tomorrow. */
const SETTING_OUT: ReadonlySet<string> = new Set(['way', 'omw', 'voy', 'camino']);

/**
 * A yes or no that could answer an incident as well as a reminder: no letter, no minutes, and nothing that only one of them
 * can mean. A tap on one of our texts quotes it, so that it is plain which.
 */
export function isBareAnswer(text: string): boolean {
  const { verb, code, minutes } = parseReply(text);
  if ((verb !== 'accept' && verb !== 'decline') || code !== null || minutes !== null) return false;
  return !isNobodysWords(text) && !tokensOf(plainWords(text))?.some((token) => SETTING_OUT.has(token));
}
