import { REPLY_CODES } from './reply-words.ts';

/** A reaction to one of our messages, as telephones write it out for the other side. */
export type Tapback = {
  readonly meaning: 'accept' | 'decline' | 'other';
  /** The letter of the incident the quoted message was about, where the quote shows one. */
  readonly code: string | null;
};

type Row = { readonly pattern: RegExp; readonly meaning: Tapback['meaning'] };

// Against lower case without accents, apostrophes, skin tones and invisible marks. Quotes may be of any kind.
const OPENING = '\\s*["“«„]';
const ROWS: readonly Row[] = [
  { pattern: new RegExp(`^liked${OPENING}`), meaning: 'accept' },
  { pattern: new RegExp(`^(?:a .{1,40} )?le gust[oa]${OPENING}`), meaning: 'accept' },
  { pattern: new RegExp(`^me gust[oa]${OPENING}`), meaning: 'accept' },
  { pattern: new RegExp(`^(?:reacted(?: with)? )?👍 to${OPENING}`), meaning: 'accept' },
  { pattern: new RegExp(`^(?:reacciono con (?:un )?)?👍 a${OPENING}`), meaning: 'accept' },
  { pattern: new RegExp(`^disliked${OPENING}`), meaning: 'decline' },
  { pattern: new RegExp(`^(?:a .{1,40} )?no (?:le|me) gust[oa]${OPENING}`), meaning: 'decline' },
  { pattern: new RegExp(`^(?:reacted(?: with)? )?👎 to${OPENING}`), meaning: 'decline' },
  { pattern: new RegExp(`^(?:reacciono con (?:un )?)?👎 a${OPENING}`), meaning: 'decline' },
  {
    pattern: new RegExp(`^(?:loved|laughed at|emphasized|emphasised|questioned|reacted)\\b.*${OPENING}`, 's'),
    meaning: 'other',
  },
  { pattern: new RegExp(`^(?:removed|quito|elimino)\\b.*${OPENING}`, 's'), meaning: 'other' },
  {
    pattern: new RegExp(`^(?:le encanto|enfatizo|destaco|le dio risa|pregunto|reacciono)\\b.*${OPENING}`, 's'),
    meaning: 'other',
  },
];

/** How a dispatch text begins (see `responderText`); only a reaction to one of these can accept or decline. */
const DISPATCH = new RegExp(`(?:^|\\s)(?:(${REPLY_CODES.join('|')}) )?#\\d+ P[123](?![0-9A-Za-z])`, 'i');

/** A gateway may put a notice of its own before our text. */
const PREFIX_CHARACTERS = 80;

/**
 * Reads a tapback from `plain` (see `plainWords`); null when it is none. A like of anything but a dispatch text ("Liked
 * 'Marcus has it'") is `other`: it must not take an incident.
 */
export function readTapback(plain: string): Tapback | null {
  const row = ROWS.find((candidate) => candidate.pattern.test(plain));
  if (row === undefined) return null;
  const quote = plain.slice(plain.search(/["“«„]/) + 1).slice(0, PREFIX_CHARACTERS);
  const dispatch = DISPATCH.exec(quote);
  if (dispatch === null) return { meaning: 'other', code: null };
  return { meaning: row.meaning, code: dispatch[1]?.toUpperCase() ?? null };
}
