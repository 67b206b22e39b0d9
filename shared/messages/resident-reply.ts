import { plainWords, tokensOf } from './plain-words.ts';

/** What a resident answered to "is it fixed?". `none` with a rating: the rating came in a text of its own. */
export type FollowUp = {
  readonly answer: 'fixed' | 'notFixed' | 'none';
  /** 1 to 5. */
  readonly rating: number | null;
};

/** Every answer that counts, as tokens without accents joined by blanks. Anything else goes to a person. */
const ANSWERS: ReadonlyMap<string, FollowUp['answer']> = new Map([
  ...answers('fixed', ['1', 'yes', 'y', 'yeah', 'yep', '1 yes', 'fixed', 'its fixed', 'yes fixed', 'yes its fixed']),
  ...answers('fixed', ['si', '1 si', 'arreglado', 'ya', 'si ya', 'listo', 'resuelto', '1 arreglado', '👍']),
  ...answers('notFixed', ['2', 'no', 'n', 'nope', '2 no', 'not fixed', 'its not fixed', 'not yet', 'no not yet']),
  ...answers('notFixed', ['still broken', 'still not fixed', 'no its not fixed', '👎']),
  ...answers('notFixed', ['todavia no', 'aun no', 'no todavia', 'sigue igual', 'no arreglado', 'no esta arreglado']),
]);

/** Reads `1`, `2`, `yes 5`, `no`, `1, 4`, or a rating of 3 to 5 alone (1 and 2 alone are the answer). */
export function parseFollowUp(text: string): FollowUp {
  const tokens = tokensOf(plainWords(text));
  if (tokens === null || tokens.length === 0 || tokens.includes('?')) return { answer: 'none', rating: null };
  const whole = ANSWERS.get(tokens.join(' '));
  if (whole !== undefined) return { answer: whole, rating: null };
  const last = tokens.at(-1) ?? '';
  if (!/^[1-5]$/.test(last)) return { answer: 'none', rating: null };
  if (tokens.length === 1) return { answer: 'none', rating: Number(last) };
  const before = ANSWERS.get(tokens.slice(0, -1).join(' '));
  return before === undefined ? { answer: 'none', rating: null } : { answer: before, rating: Number(last) };
}

export type Keyword = 'stop' | 'start';

/**
 * Words that end or resume our texts, alone in the message. The English ones to stop are those the FCC's rule names;
 * YES is not among them, because it answers our questions.
 */
const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ...keywords('stop', ['stop', 'stopall', 'stop all', 'unsubscribe', 'quit', 'end', 'cancel', 'revoke']),
  ...keywords('stop', ['optout', 'opt out', 'alto', 'parar', 'pare', 'baja']),
  ...keywords('start', ['start', 'unstop', 'resume', 'iniciar', 'reanudar']),
]);

/** Whether the whole text is a request to stop or to resume texting; null when it is neither. */
export function parseKeyword(text: string): Keyword | null {
  const tokens = tokensOf(plainWords(text));
  return tokens === null ? null : (KEYWORDS.get(tokens.join(' ')) ?? null);
}

function answers(
  answer: FollowUp['answer'],
  list: readonly string[],
): readonly (readonly [string, FollowUp['answer']])[] {
  return list.map((words) => [words, answer] as const);
}

function keywords(keyword: Keyword, list: readonly string[]): readonly (readonly [string, Keyword])[] {
  return list.map((words) => [words, keyword] as const);
}
