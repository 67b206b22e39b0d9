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
  'disponible', 'horario', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed',
  'thu', 'thur', 'thurs', 'fri', 'sat', 'sun', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo', 'january', 'february',
  'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul',
  'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre',
  'noviembre', 'diciembre', 'covering', 'covers', 'shifts', 'line', 'contact', 'manager', 'supervisor', 'coordinator', 'vendor', 'guard', 'from',
  'thru', 'through', 'at', 'till', 'building', 'bldg', 'site', 'sites', 'area', 'region', 'zone', 'property', 'properties', 'all', 'every', 'company',
  'a', 'al', 'las', 'los', 'desde', 'hasta', 'por', 'entre', 'cubre', 'cubriendo', 'linea', 'contacto', 'gerente', 'encargado', 'encargada',
  'proveedor', 'edificio', 'edificios', 'zona', 'sitio', 'propiedad', 'propiedades', 'todo', 'todos', 'todas', 'cada', 'empresa', 'h', 'hs',
] as const;

/** Of these one is enough: whoever is named beside it is not on, or nobody knows whether. */
// biome-ignore format: word lists read as lists
const ABSENCE_WORDS = new Set([
  'off', 'out', 'ooo', 'oof', 'pto', 'away', 'absent', 'absence', 'vacation', 'vacations', 'vacay', 'holiday', 'holidays', 'leave', 'lwop', 'sick',
  'ill', 'illness', 'medical', 'maternity', 'paternity', 'parental', 'bereavement', 'funeral', 'jury', 'unavailable', 'unavail', 'unable', 'not',
  'no', 'non', 'none', 'nobody', 'never', 'without', 'except', 'excluding', 'minus', 'cannot', 'cant', 'wont', 'isnt', 'doesnt', 'na', 'cancelled',
  'canceled', 'cancel', 'cancels', 'declined', 'removed', 'swap', 'swapped', 'swaps', 'swapping', 'traded', 'instead', 'replaced', 'tentative',
  'maybe', 'tbd', 'tbc', 'free', 'rest', 'resting', 'day-off', 'appointment', 'dentist', 'doctor', 'birthday', 'training', 'travel', 'traveling',
  'travelling', 'noshow', 'vacacion', 'vacaciones', 'feriado', 'festivo', 'licencia', 'baja', 'permiso', 'enfermo', 'enferma', 'enfermedad',
  'ausente', 'ausencia', 'libre', 'libra', 'descanso', 'descansa', 'fuera', 'sin', 'salvo', 'excepto', 'menos', 'nadie', 'ninguno', 'ninguna',
  'nunca', 'tampoco', 'indisponible', 'cancelado', 'cancelada', 'cancela', 'anulado', 'anulada', 'suspendido', 'suspendida', 'cambio', 'cambia',
  'cambiado', 'permuta', 'quizas', 'tentativo', 'cita', 'medico', 'dentista', 'cumpleanos', 'capacitacion', 'viaje', 'maternidad', 'paternidad',
  'duelo', 'reemplazado', 'reemplazada',
]);
/** With a word of absence in them, and about the hours of a shift. */
const OF_HOURS = /\b(?:out of (?:office )?hours|out hours|off[ -]hours|fuera de (?:horario|horas?))\b/g;
/** A picture that says no more than that it is about a call or about repairs. */
const PLAIN_PICTURES = /[☎📞📱📟🔔🚨🔧🔨🛠🚰💧🚿🔥❄⚡💡🔌🔑🔒🛗🏠🏢🌙]/gu;

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
  const text = foldText(bare.replace(/\n/g, ' | '))
    .replace(/['’`´]/g, '')
    .replace(OF_HOURS, ' ');
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

/** Whether a word says nothing about who it is: when, where, what, or a number. */
export function isBesideNames(word: string): boolean {
  return SINGLE_WORDS.has(word) || /^(?:\d|[a-z]{1,2}\d+$)/.test(word);
}

export function isAbsence(word: string): boolean {
  return ABSENCE_WORDS.has(word);
}

/** Whether something that is no word says what nobody here understands: a palm tree, a question mark. */
export function hasStrangeSign(title: string): boolean {
  return /[?¿≠~]|\p{Extended_Pictographic}/u.test(title.replace(PLAIN_PICTURES, ''));
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
