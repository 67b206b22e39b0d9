import type { Instant, Language, ShiftRole, Trade } from '#shared/contract';
import { dayOf, formatInZone } from '#shared/oncall';

/** How a stretch of duty is called outside the console: in texts, and in the calendar that others fetch. */

export const TRADE_WORDS: Readonly<Record<Language, Readonly<Record<Trade, string>>>> = {
  en: {
    plumbing: 'plumbing',
    hvac: 'HVAC',
    electrical: 'electrical',
    locksmith: 'locksmith',
    security: 'security',
    elevator: 'elevator',
    appliance: 'appliance',
    general: 'general',
  },
  es: {
    plumbing: 'plomería',
    hvac: 'clima',
    electrical: 'electricidad',
    locksmith: 'cerrajería',
    security: 'seguridad',
    elevator: 'elevador',
    appliance: 'aparatos',
    general: 'general',
  },
};

export const ROLE_WORDS: Readonly<Record<Language, Readonly<Record<ShiftRole, string>>>> = {
  en: { primary: 'primary', backup: 'backup' },
  es: { primary: 'titular', backup: 'suplente' },
};

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  es: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
};
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};

/** `Mon Nov 23 08:00`, `lun 23 nov 08:00`, by the wall clock of a zone. */
export function dayAndTime(at: Instant, zone: string, language: Language): string {
  const [date = '', time = ''] = formatInZone(at, zone, language, 'dateTime').split(' ');
  const [, month = 1, day = 1] = date.split('-').map(Number);
  // Day 0, the first of 1970, was a Thursday.
  const [dayName, monthName] = [WEEKDAYS[language][(dayOf(date) + 3) % 7], MONTHS[language][month - 1]];
  return language === 'en' ? `${dayName} ${monthName} ${day} ${time}` : `${dayName} ${day} ${monthName} ${time}`;
}

/** `EST`, as a zone is called at that moment. */
export function zoneWord(at: Instant, zone: string): string {
  return formatInZone(at, zone, 'en', 'dateTimeZone').split(' ')[2] ?? '';
}
