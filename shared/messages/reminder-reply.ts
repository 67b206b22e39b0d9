import { plainWords, tokensOf } from './plain-words.ts';

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
