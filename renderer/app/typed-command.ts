import { type OnBehalfWay, TRADES, type Trade } from '#shared/contract';
import type { Given, Line } from '../stores/index.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';

/** Commands as people type them into the bar, in either language. Pure. */

/** Without accents and case: `espanol` finds `Español`. */
export function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const VERBS: Readonly<Record<string, Line>> = {
  ack: 'acknowledge',
  acknowledge: 'acknowledge',
  aceptar: 'acknowledge',
  decline: 'decline',
  call: 'call',
  llamar: 'call',
  escalate: 'escalate',
  escalar: 'escalate',
  jump: 'jump',
  saltar: 'jump',
  hold: 'hold',
  esperar: 'hold',
  vendor: 'vendor',
  proveedor: 'vendor',
  connect: 'connect',
  comunicar: 'connect',
  write: 'write',
  escribir: 'write',
  tier: 'tier',
  eta: 'eta',
  here: 'arrived',
  resolve: 'resolve',
  resolver: 'resolve',
  reopen: 'reopen',
  note: 'note',
  nota: 'note',
};

const WAYS: Readonly<Record<string, OnBehalfWay>> = {
  phone: 'phone',
  telefono: 'phone',
  radio: 'radio',
  person: 'inPerson',
  persona: 'inPerson',
  text: 'otherMessage',
  message: 'otherMessage',
  mensaje: 'otherMessage',
};

const QUOTED = /["“”«»']([^"“”«»]+)["“”«»']\s*$/;

/** `phone 20 "on my way"`: how it was heard, minutes, words. Words need no quotes where nothing else would be left. */
export function givenOf(rest: string): Given {
  const quoted = QUOTED.exec(rest)?.[1]?.trim() ?? '';
  const loose = (quoted === '' ? rest : rest.replace(QUOTED, '')).split(/\s+/).filter(Boolean);
  let via: OnBehalfWay | null = null;
  let minutes: number | null = null;
  while (loose[0] !== undefined) {
    const way: OnBehalfWay | undefined = WAYS[plain(loose[0])];
    const isMinutes = /^\d{1,3}$/.test(loose[0]);
    if (way !== undefined && via === null) via = way;
    else if (isMinutes && minutes === null) minutes = Number(loose[0]);
    else break;
    loose.shift();
  }
  return { words: quoted === '' ? loose.join(' ') : quoted, via, minutes, responderId: null };
}

/** `/ack 1042 phone "on my way"` to what it means; null where it is not a verb and the number of an incident. */
export function commandOf(
  typed: string,
): { readonly line: Line; readonly number: number; readonly given: Given } | null {
  const match = /^\/?([a-z]+)\s+#?(\d{1,9})\b(.*)$/i.exec(typed.trim());
  const line = VERBS[match?.[1]?.toLowerCase() ?? ''];
  return line && match?.[2] ? { line, number: Number(match[2]), given: givenOf(match[3] ?? '') } : null;
}

/** `call chen`, `llamar chen`: whom to call; null for anything else. */
export function calledNameOf(typed: string): string | null {
  return /^\/?(?:call|llamar)\s+(\p{L}.*)$/iu.exec(typed.trim())?.[1]?.trim() ?? null;
}

/** A cover as typed: for which trade, by whom, until which hour of the wall clock, and why. */
export type TypedCover = {
  readonly trade: Trade;
  readonly name: string;
  /** `06:00` */
  readonly until: string;
  readonly reason: string;
};

/** `cover plumbing silva until 6`, `suplir plomería silva hasta 6:30 "hijo enfermo"`; null for anything else. */
export function typedCoverOf(typed: string): TypedCover | null {
  const reason = QUOTED.exec(typed)?.[1]?.trim() ?? '';
  const words = (reason === '' ? typed : typed.replace(QUOTED, '')).trim();
  const match = /^\/?(?:cover|suplir|cubrir)\s+(\S+)\s+(.+?)\s+(?:until|till|hasta)\s+(\d{1,2})(?::([0-5]\d))?$/iu.exec(
    words,
  );
  const [, tradeWord = '', name = '', hour = '', minute = '00'] = match ?? [];
  const trade = tradeOf(tradeWord);
  if (!trade || Number(hour) > 23) return null;
  return { trade, name, until: `${hour.padStart(2, '0')}:${minute}`, reason };
}

/** Who takes a trade over now, as typed. */
export type TypedTakeOver = Omit<TypedCover, 'until'>;

/** `take over plumbing silva`, `relevar plomería silva "hijo enfermo"`; null for anything else. */
export function typedTakeOverOf(typed: string): TypedTakeOver | null {
  const reason = QUOTED.exec(typed)?.[1]?.trim() ?? '';
  const words = (reason === '' ? typed : typed.replace(QUOTED, '')).trim();
  const match = /^\/?(?:take\s*over|relevar)\s+(\S+)\s+(\p{L}.*)$/iu.exec(words);
  const [, tradeWord = '', name = ''] = match ?? [];
  const trade = tradeOf(tradeWord);
  return trade ? { trade, name: name.trim(), reason } : null;
}

function tradeOf(word: string): Trade | null {
  const names = (trade: Trade) => [trade, plain(en.words.trade[trade]), plain(es.words.trade[trade])];
  return word === '' ? null : (TRADES.find((trade) => names(trade).includes(plain(word))) ?? null);
}
