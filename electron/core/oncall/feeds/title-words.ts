import { foldText, TRADE_OF_WORD } from '#core/portfolio';
import type { ShiftRole, Trade } from '#shared/contract';

/** Words that stand beside a name in the titles of a rota and are no name themselves; folded, English and Spanish. */

// biome-ignore format: word lists read as lists
const BESIDE_NAMES = [
  'on', 'call', 'oncall', 'shift', 'duty', 'week', 'weekly', 'wk', 'weekend', 'weekday', 'weekdays', 'weekends', 'night', 'nights', 'nightly',
  'day', 'days', 'evening', 'overnight', 'after', 'hours', 'hour', 'hrs', 'afterhours', 'emergency', 'emergencies', 'tech', 'technician',
  'coverage', 'rota', 'rotation', 'schedule', 'standby', 'pager', 'phone', 'service', 'dispatch', 'team', 'the', 'of', 'is', 'am', 'pm', 'to',
  'guardia', 'guardias', 'de', 'del', 'la', 'el', 'en', 'turno', 'turnos', 'noche', 'noches', 'nocturno', 'nocturna', 'dia', 'dias', 'fin',
  'semana', 'semanal', 'tarde', 'emergencia', 'emergencias', 'tecnico', 'tecnica', 'servicio', 'equipo', 'telefono', 'tel', 'localizable',
  'disponible', 'horario', 'fuera', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed',
  'thu', 'thur', 'thurs', 'fri', 'sat', 'sun', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo', 'january', 'february',
  'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul',
  'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre',
  'noviembre', 'diciembre',
] as const;

const ROLE_WORDS: Readonly<Record<ShiftRole, readonly string[]>> = {
  primary: ['primary', 'titular', 'principal', 'primario', 'primaria'],
  backup: ['backup', 'backups', 'back up', 'secondary', 'suplente', 'respaldo', 'reserva', 'secundario', 'secundaria'],
};

const SINGLE_WORDS = new Set(
  [...BESIDE_NAMES, ...Object.values(ROLE_WORDS).flat(), ...TRADE_OF_WORD.keys()].flatMap((words) => words.split(' ')),
);
/** Between two people. `o` and `or` too: either of them is nobody in particular. */
const JOINS = new Set(['and', 'y', 'e', 'or', 'o', 'und', 'plus', 'mas']);
const E_MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const LINK = /\bhttps?:\/\/\S+/gi;
/** Anything long enough to be a telephone number; dates are not. */
const NUMBER = /\+?\d[\d\s().-]{6,}\d/g;

/** A part of a title that stands for itself. `isJoined`: an "and" stands before it. */
export type Segment = { readonly words: readonly string[]; readonly isJoined: boolean };

/** A title taken apart: folded words, and what separates people from the rest. */
export function segmentsOf(title: string): readonly Segment[] {
  const bare = title.replace(LINK, ' ').replace(E_MAIL, ' ').replace(NUMBER, ' ');
  const text = foldText(bare.replace(/\n/g, ' | ')).replace(/['’`´]/g, '');
  const segments: { words: string[]; isJoined: boolean }[] = [{ words: [], isJoined: false }];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}]+|\s[-–—]\s|[:;|()[\]{}•–—]|[&+/\\]/gu)) {
    const isWord = /^[\p{L}\p{N}]/u.test(token);
    // "E. Chen" and "Chen E" have an initial, "Ana e Inés" a word between them.
    const isInitial = token.length === 1 && !/^\s+\p{L}/u.test(text.slice(index + 1));
    const isJoin = JOINS.has(token) && !isInitial && segments.at(-1)?.words.length !== 0;
    if (isWord && !isJoin) segments.at(-1)?.words.push(token);
    else segments.push({ words: [], isJoined: isWord || /[&+/\\]/.test(token) });
  }
  return segments.filter(({ words }) => words.length > 0);
}

/** Whether a word says nothing about who it is. */
export function isBesideNames(word: string): boolean {
  return SINGLE_WORDS.has(word) || /\d/.test(word);
}

/** The role a title gives whoever it names; null where it gives none, or both. */
export function roleIn(segments: readonly Segment[]): ShiftRole | null {
  const text = ` ${segments.map(({ words }) => words.join(' ')).join(' | ')} `;
  const says = (role: ShiftRole): boolean => ROLE_WORDS[role].some((word) => text.includes(` ${word} `));
  const [isPrimary, isBackup] = [says('primary'), says('backup')];
  return isPrimary === isBackup ? null : isPrimary ? 'primary' : 'backup';
}

/** The one trade that some words name; null where it is none or several. *General* is in too many titles to mean it. */
export function tradeIn(segments: readonly (readonly string[])[]): Trade | null {
  const found = new Set<Trade>();
  for (const words of segments) {
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 1; to <= Math.min(words.length, from + 3); to += 1) {
        const trade = TRADE_OF_WORD.get(words.slice(from, to).join(' '));
        if (trade !== undefined && trade !== 'general') found.add(trade);
      }
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** E-mail addresses in a text, in small letters. */
export function emailsIn(text: string): readonly string[] {
  return (text.match(E_MAIL) ?? []).map((each) => each.toLowerCase());
}
