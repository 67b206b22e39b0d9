import { type CalendarTime, calendarTimeOf } from './calendar-time.ts';

export const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `nth` counts within the month or year, from its end where negative; 0: each of them. */
export type RuleDay = { readonly weekday: Weekday; readonly nth: number };

/** A repeating rule (RFC 5545 3.3.10). A list that is empty says nothing. */
export type RecurrenceRule = {
  readonly text: string;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: CalendarTime | null;
  readonly weekStart: Weekday;
  readonly days: readonly RuleDay[];
} & { readonly [List in NumberList]: readonly number[] };

const NUMBER_LISTS = {
  BYMONTH: ['months', 1, 12],
  BYWEEKNO: ['weeks', -53, 53],
  BYYEARDAY: ['yearDays', -366, 366],
  BYMONTHDAY: ['monthDays', -31, 31],
  BYHOUR: ['hours', 0, 23],
  BYMINUTE: ['minutes', 0, 59],
  BYSECOND: ['seconds', 0, 59],
  BYSETPOS: ['positions', -366, 366],
} as const;
type NumberList = (typeof NUMBER_LISTS)[keyof typeof NUMBER_LISTS][0];

/** What the standard forbids, and no two programs therefore read alike. */
const FORBIDDEN: Readonly<Record<string, readonly Frequency[]>> = {
  BYWEEKNO: ['MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'],
  BYYEARDAY: ['MONTHLY', 'WEEKLY', 'DAILY'],
  BYMONTHDAY: ['WEEKLY'],
};

/** No honest rule is longer: a full BYYEARDAY has 3,000 letters. */
const MAX_LENGTH = 10_000;

/** The rule, or the part of it that cannot be read. */
export function recurrenceRuleOf(text: string): RecurrenceRule | { readonly badPart: string } {
  if (text.length > MAX_LENGTH) return { badPart: text };
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().replaceAll(/\s/g, '').split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (part === '') continue;
    if (value === '' || parts.has(name)) return { badPart: part };
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'));
  if (frequency === undefined) return { badPart: `FREQ=${parts.get('FREQ') ?? ''}` };
  for (const [name, value] of parts) {
    if (!isReadable(name, value) || FORBIDDEN[name]?.includes(frequency)) return { badPart: `${name}=${value}` };
  }
  return ruleOf(text, frequency, parts);
}

function ruleOf(text: string, frequency: Frequency, parts: ReadonlyMap<string, string>): RecurrenceRule {
  const list = (name: string): readonly number[] => [...new Set(parts.get(name)?.split(',').map(Number))];
  const count = parts.get('COUNT');
  const weeks = list('BYWEEKNO');
  const hasNth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && weeks.length === 0);
  const days = parts.get('BYDAY')?.split(',') ?? [];
  return {
    text,
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: count === undefined ? null : Number(count),
    until: calendarTimeOf(parts.get('UNTIL') ?? ''),
    weekStart: WEEKDAYS.find((each) => each === parts.get('WKST')) ?? 'MO',
    // Where they count within nothing, the numbers say nothing.
    days: [...new Set(days)].map((day) => ({ ...ruleDayOf(day), ...(hasNth ? {} : { nth: 0 }) })),
    months: list('BYMONTH'),
    weeks,
    yearDays: list('BYYEARDAY'),
    monthDays: list('BYMONTHDAY'),
    hours: list('BYHOUR'),
    minutes: list('BYMINUTE'),
    seconds: list('BYSECOND'),
    positions: list('BYSETPOS'),
  };
}

function ruleDayOf(day: string): RuleDay {
  const weekday = WEEKDAYS.find((each) => day.endsWith(each)) ?? 'MO';
  return { weekday, nth: Number(day.slice(0, -2)) };
}

function isReadable(name: string, value: string): boolean {
  const numbers = Object.entries(NUMBER_LISTS).find(([part]) => part === name)?.[1];
  if (numbers !== undefined) {
    const [, least, most] = numbers;
    const isInside = (each: string): boolean =>
      /^[+-]?\d{1,3}$/.test(each) &&
      Number(each) >= least &&
      Number(each) <= most &&
      (least === 0 || Number(each) !== 0);
    return value.split(',').every(isInside);
  }
  switch (name) {
    case 'INTERVAL':
    case 'COUNT':
      return /^\d{1,12}$/.test(value) && Number(value) > 0;
    case 'UNTIL':
      return calendarTimeOf(value) !== null;
    case 'WKST':
      return WEEKDAYS.some((each) => each === value);
    case 'BYDAY':
      return value.split(',').every((day) => /^([+-]?(?!0)\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.test(day));
    case 'RSCALE':
      return value === 'GREGORIAN';
    case 'SKIP':
      return value === 'OMIT';
    default:
      // FREQ was looked at before. UNTL=20261023 is a slip, and without it the series would never end.
      return name === 'FREQ' || name.startsWith('X-');
  }
}
