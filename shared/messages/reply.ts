import { plainWords, tokensOf } from './plain-words.ts';
import {
  AUTO_REPLIES,
  BEFORE_MINUTES,
  LONGEST_PHRASE,
  MINUTES_OF_UNIT,
  REPLY_CODES,
  type ReplyVerb,
  VERB_OF_DIGIT,
  VERB_OF_PHRASE,
} from './reply-words.ts';
import { readTapback } from './tapback.ts';

export type Reply = {
  readonly verb: ReplyVerb;
  /** Upper-case letter of the incident, one of `REPLY_CODES`, where one was given. */
  readonly code: string | null;
  /** 1 to 600; null when none was given or the number makes no sense. */
  readonly minutes: number | null;
  /** Accepted by a mere "ok", "yes", thumbs-up or tapback: counts only for 30 minutes after our message. */
  readonly isBareWord: boolean;
  /** Written by a telephone or mailbox, not by a person: never counts. */
  readonly isAutoReply: boolean;
};

const MAX_ETA_MINUTES = 600;

/** Without a verb, a smaller number is as likely a digit of the menu or "give me 2 min". */
const LEAST_BARE_MINUTES = 5;

const NONE: Reply = { verb: 'none', code: null, minutes: null, isBareWord: false, isAutoReply: false };

/**
 * A responder's text by the grammar `verb [code] [minutes]`, e.g. `1`, `1 30`, `1A 30`, `A 2`, `eta 20`, `listo B`.
 * The whole text must be of the grammar; whatever is not is `none` and belongs in the inbox. A number alone (`30`,
 * `30 min`) is `eta`, which by itself accepts nothing.
 */
export function parseReply(text: string): Reply {
  const plain = plainWords(text);
  const tapback = readTapback(plain);
  if (tapback !== null) {
    if (tapback.meaning === 'other') return NONE;
    return { ...NONE, verb: tapback.meaning, code: tapback.code, isBareWord: tapback.meaning === 'accept' };
  }
  if (AUTO_REPLIES.some((pattern) => pattern.test(plain))) return { ...NONE, isAutoReply: true };
  const tokens = tokensOf(plain);
  if (tokens === null || tokens.length === 0) return NONE;
  return parseVerbFirst(tokens) ?? parseBareMinutes(tokens) ?? NONE;
}

/** Written by a telephone or mailbox, or a tap on one of our texts, which quotes it: nobody's own words. */
export function isNobodysWords(text: string): boolean {
  const plain = plainWords(text);
  return readTapback(plain) !== null || AUTO_REPLIES.some((pattern) => pattern.test(plain));
}

type Said = { readonly verb: ReplyVerb; readonly isDigit: boolean; readonly next: number };

function parseVerbFirst(tokens: readonly string[]): Reply | null {
  let code = tokens.length > 1 ? codeAt(tokens, 0) : null;
  const said = verbAt(tokens, code === null ? 0 : 1);
  if (said === null) return null;
  let next = said.next;
  let hasDigit = said.isDigit;
  // "1 yes" and "1A yes" copy our own instructions; "1 no" contradicts itself and falls through to `none`.
  for (let turn = 0; turn < 2; turn += 1) {
    const again = verbAt(tokens, next);
    if (again !== null && again.verb === said.verb && !(again.isDigit && hasDigit)) {
      next = again.next;
      hasDigit ||= again.isDigit;
    }
    const letter = code === null ? codeAt(tokens, next) : null;
    if (letter !== null) {
      code = letter;
      next += 1;
    }
  }
  const time = said.verb === 'accept' || said.verb === 'eta' ? minutesAt(tokens, next) : null;
  next = time?.next ?? next;
  if (code === null && time !== null && codeAt(tokens, next) !== null) {
    code = codeAt(tokens, next);
    next += 1;
  }
  if (next !== tokens.length) return null;
  const isBareWord = said.verb === 'accept' && !hasDigit && code === null && time === null;
  return { verb: said.verb, code, minutes: time?.minutes ?? null, isBareWord, isAutoReply: false };
}

/** "30", "30 min", "A 30 min". Alone, digits 1 to 3 ("12") or three digits ("130") are a slip of the thumb. */
function parseBareMinutes(tokens: readonly string[]): Reply | null {
  const code = tokens.length > 1 ? codeAt(tokens, 0) : null;
  const start = code === null ? 0 : 1;
  const time = minutesAt(tokens, start);
  if (time === null || time.next !== tokens.length || time.minutes === null) return null;
  if (time.minutes < LEAST_BARE_MINUTES) return null;
  const isDigitsOnly = tokens.length === start + 1;
  if (isDigitsOnly && (code !== null || !/^(?![123]+$)\d{1,2}$/.test(tokens[start] ?? ''))) return null;
  // "1 hour", "2 hours", "3h" begin with a digit of the menu.
  if (VERB_OF_DIGIT.has(tokens[start] ?? '')) return null;
  return { ...NONE, verb: 'eta', code, minutes: time.minutes };
}

function verbAt(tokens: readonly string[], at: number): Said | null {
  const digit = VERB_OF_DIGIT.get(tokens[at] ?? '');
  if (digit !== undefined) return { verb: digit, isDigit: true, next: at + 1 };
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length -= 1) {
    const verb = VERB_OF_PHRASE.get(tokens.slice(at, at + length).join(' '));
    if (verb !== undefined) return { verb, isDigit: false, next: at + length };
  }
  return null;
}

function codeAt(tokens: readonly string[], at: number): string | null {
  const letter = tokens[at]?.toUpperCase() ?? '';
  return REPLY_CODES.includes(letter) ? letter : null;
}

function minutesAt(tokens: readonly string[], at: number): { minutes: number | null; next: number } | null {
  const start = BEFORE_MINUTES.has(tokens[at] ?? '') ? at + 1 : at;
  const digits = tokens[start] ?? '';
  if (!/^\d+$/.test(digits)) return null;
  const perUnit = MINUTES_OF_UNIT.get(tokens[start + 1] ?? '');
  const minutes = Number(digits) * (perUnit ?? 1);
  const isSensible = minutes >= 1 && minutes <= MAX_ETA_MINUTES;
  return { minutes: isSensible ? minutes : null, next: start + (perUnit === undefined ? 1 : 2) };
}
