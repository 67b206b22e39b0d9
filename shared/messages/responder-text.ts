import type { Language, Phone, Tier } from '#shared/contract';
import { withholdAccessCodes } from './access-codes.ts';
import { plainLine, septetsOf, shorten } from './gsm7.ts';
import { displayPhone } from './phone.ts';
import { fullPlace, type IncidentPlace } from './place.ts';
import { FIRST_SEGMENT_CHARACTERS, MAX_SEPTETS } from './segments.ts';

/** What endangers whoever goes there: nobody goes in, or nobody touches what may be live. */
export type ResponderHazard = 'doNotEnter' | 'electric';

export type ResponderTextInput = {
  readonly language: Language;
  /** The incident's number as people say it: 1042 is written `#1042`. */
  readonly number: number;
  /** Letter to reply with (see `REPLY_CODES`); null while this phone has only one incident open. */
  readonly code: string | null;
  readonly tier: Tier;
  /** What endangers whoever goes there. */
  readonly hazard: ResponderHazard | null;
  readonly place: IncidentPlace;
  /** The resident's own words, in whatever language. */
  readonly words: string;
  /** The answers and signs that decided the tier, already in `language`. */
  readonly reasons: readonly string[];
  readonly action: string | null;
  readonly shutOff: string | null;
  readonly residentName: string | null;
  readonly callBack: Phone | null;
  /** Opened by an unattended channel and seen by nobody at the desk yet. */
  readonly isUnchecked: boolean;
  /** What a vendor is asked for; absent for everybody whom the ladder asks. */
  readonly order?: keyof (typeof ORDER)[Language];
  /** Whole minutes this text leaves late because the desk was asleep or down; null when on time. */
  readonly lateMin: number | null;
  /** Whom to call when this desk falls silent; the first P1 text carries it. */
  readonly ifNoWord: { readonly afterMin: number; readonly name: string; readonly phone: Phone } | null;
};

/** The line that comes before anything else: nobody goes in, or nobody touches what may be live. */
export const HAZARD: Readonly<Record<Language, Readonly<Record<ResponderHazard, string>>>> = {
  en: {
    doNotEnter: 'DO NOT ENTER before the fire department or gas company clears.',
    electric: 'LIVE POWER: touch no water or wires before the breaker is off.',
  },
  es: {
    doNotEnter: 'NO ENTRE hasta que los bomberos o la empresa de gas lo permitan.',
    electric: 'ELECTRICIDAD: no toque agua ni cables antes de cortar la luz.',
  },
};

/** What a vendor is asked for, before anything else: a word in the first line, and what to do. */
const ORDER: Readonly<
  Record<Language, Readonly<Record<'send' | 'standBy' | 'go', { readonly head: string; readonly action: string }>>>
> = {
  en: {
    send: { head: 'PLEASE COME', action: 'Confirm with 1 and your minutes, e.g. 1 45.' },
    standBy: { head: 'STAND BY', action: 'Be ready; do not set out before we write again. Confirm with 1.' },
    go: { head: 'GO', action: 'Set out now, the call-out is approved. Confirm with 1 and your minutes, e.g. 1 45.' },
  },
  es: {
    send: { head: 'VENGA POR FAVOR', action: 'Confirme con 1 y sus minutos, por ejemplo 1 45.' },
    standBy: { head: 'EN ESPERA', action: 'Quede a la espera; no salga hasta que le escribamos. Confirme con 1.' },
    go: {
      head: 'SALGA YA',
      action: 'Salga ya, visita aprobada. Confirme con 1 y sus minutos, por ejemplo 1 45.',
    },
  },
};

type Labels = {
  readonly why: string;
  readonly action: string;
  readonly shutOff: string;
  readonly call: string;
  readonly unchecked: string;
  readonly reply: (code: string) => string;
  readonly more: (code: string) => string;
  readonly late: (minutes: number) => string;
  readonly noWord: (minutes: number, whom: string) => string;
};

const LABELS: Record<Language, Labels> = {
  en: {
    why: 'Why:',
    action: 'Do:',
    shutOff: 'Shut-off:',
    call: 'Call',
    unchecked: 'Not yet checked by a person.',
    reply: (code) => `Reply 1${code} yes, 2${code} no`,
    more: (code) => `1${code} 30 = yes in 30 min, 3${code} = not an emergency`,
    late: (minutes) => `late ${minutes} min: desk was blind`,
    noWord: (minutes, whom) => `No word in ${minutes} min: call ${whom}`,
  },
  es: {
    why: 'Motivo:',
    action: 'Haga:',
    shutOff: 'Llave de corte:',
    call: 'Llame a',
    unchecked: 'Nadie lo ha revisado en la mesa de control.',
    reply: (code) => `Responda 1${code} acepto, 2${code} no`,
    more: (code) => `1${code} 30 = acepto, llego en 30 min; 3${code} = no es emergencia`,
    late: (minutes) => `${minutes} min tarde: la mesa de control estuvo sin servicio`,
    noWord: (minutes, whom) => `Sin noticias en ${minutes} min: llame a ${whom}`,
  },
};

/**
 * The text that wakes a responder: code and tier, hazard, place, how to answer; then the resident's words, what
 * decided, what to do, shut-off, whom to call, the other answers, and how late it is. The first part (153 characters)
 * suffices alone; the whole is plain GSM-7 and at most three parts, for which the longest free texts are cut.
 * Door codes are withheld wherever they stand.
 */
export function responderText(input: ResponderTextInput): string {
  const head = headOf(input);
  const tail = tailOf(input);
  let free = freeParts(input);
  for (;;) {
    const text = [...head, ...free.map((part) => part.line), ...tail].join('\n');
    if (free.length === 0 || septetsOf(text) <= MAX_SEPTETS) return text;
    free = cutLongest(free);
  }
}

function headOf(input: ResponderTextInput): readonly string[] {
  const labels = LABELS[input.language];
  const order = input.order === undefined ? '' : ` ${ORDER[input.language][input.order].head}`;
  const name = `${input.code === null ? '' : `${input.code} `}#${input.number} ${input.tier}${order}`;
  const first = input.hazard === null ? name : `${name} ${HAZARD[input.language][input.hazard]}`;
  const reply = labels.reply(input.code ?? '');
  let max = FIRST_SEGMENT_CHARACTERS - first.length - reply.length - 2;
  for (;;) {
    const head = [first, fullPlace(input.place, max), reply];
    // Letters such as [ and ~ count double, so what fits by length may still be too long.
    const excess = septetsOf(head.join('\n')) - FIRST_SEGMENT_CHARACTERS;
    if (excess <= 0 || max <= excess) return head;
    max -= excess;
  }
}

/** Free text that may be cut. `weight` above 1 lets a part be longer before it is cut. */
type FreePart = { readonly label: string; readonly line: string; readonly weight: number };

const SHORTEST_PART = 16;

function freeParts(input: ResponderTextInput): readonly FreePart[] {
  const labels = LABELS[input.language];
  const part = (label: string, text: string | null, weight: number): FreePart[] => {
    const plain = plainLine(withholdAccessCodes(text ?? ''));
    return plain === '' ? [] : [{ label, line: shorten(`${label} ${plain}`.trim(), 320), weight }];
  };
  const words = plainLine(input.words);
  return [
    ...part('', words === '' ? null : `"${words.replaceAll('"', "'")}"`, 2),
    ...part(labels.why, input.reasons.filter((reason) => reason.trim() !== '').join(', '), 1),
    ...part(labels.action, input.order === undefined ? input.action : ORDER[input.language][input.order].action, 1.2),
    ...part(labels.shutOff, input.shutOff, 1.2),
  ];
}

function cutLongest(parts: readonly FreePart[]): readonly FreePart[] {
  const heft = (part: FreePart): number => part.line.length / part.weight;
  const longest = parts.reduce((worst, part) => (heft(part) > heft(worst) ? part : worst));
  const max = longest.line.length - Math.max(4, Math.ceil(longest.line.length / 12));
  if (max < SHORTEST_PART) return parts.filter((part) => part !== longest);
  const isQuote = longest.label === '';
  const line = isQuote ? `${shorten(longest.line.slice(0, -1), max - 1)}"` : shorten(longest.line, max);
  return parts.map((part) => (part === longest ? { ...part, line } : part));
}

function tailOf(input: ResponderTextInput): readonly string[] {
  const labels = LABELS[input.language];
  const whom = person(input.residentName, input.callBack);
  return [
    ...(whom === '' ? [] : [`${labels.call} ${whom}`]),
    ...(input.isUnchecked ? [labels.unchecked] : []),
    labels.more(input.code ?? ''),
    ...(input.ifNoWord === null
      ? []
      : [labels.noWord(input.ifNoWord.afterMin, person(input.ifNoWord.name, input.ifNoWord.phone))]),
    ...(input.lateMin === null ? [] : [labels.late(input.lateMin)]),
  ];
}

function person(name: string | null, phone: Phone | null): string {
  const parts = [shorten(plainLine(name ?? ''), 32), phone === null ? '' : displayPhone(phone)];
  return parts.filter((part) => part !== '').join(' ');
}
