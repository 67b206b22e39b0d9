import { Temporal } from 'temporal-polyfill';
import type { DayNumber } from '#shared/oncall';

export const VIEWS = ['grid', 'week', 'month', 'load', 'feeds'] as const;
export type View = (typeof VIEWS)[number];

/** Of a rotation's hand-over, which counts them from 1. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * The days in view: the grid begins today, a week on its Monday, a month with whole weeks; `shift` pages. Views without
 * days have those of the grid.
 */
export function windowOf(
  view: View,
  today: DayNumber,
  gridDays: number,
  shift: number,
): { readonly first: DayNumber; readonly count: number } {
  switch (view) {
    case 'grid':
    case 'load':
    case 'feeds':
      return { first: today + shift * gridDays, count: gridDays };
    case 'week':
      return { first: mondayOf(today) + shift * 7, count: 7 };
    case 'month': {
      const { first, next } = monthOf(today, shift);
      const start = mondayOf(first);
      return { first: start, count: Math.ceil((next - start) / 7) * 7 };
    }
  }
}

const DAY_MS = 86_400_000;

/** 1970-01-01 was a Thursday. */
function mondayOf(day: DayNumber): DayNumber {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** First day of the month `shift` months from that of `day`, and of the month after it. */
export function monthOf(day: DayNumber, shift: number): { readonly first: DayNumber; readonly next: DayNumber } {
  // A day number is a date without a zone; UTC is only its calendar here.
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
  const month = date.with({ day: 1 }).add({ months: shift });
  const number = (plain: Temporal.PlainDate) => Date.UTC(plain.year, plain.month - 1, plain.day) / DAY_MS;
  return { first: number(month), next: number(month.add({ months: 1 })) };
}
