import type { Instant } from '#shared/contract';
import {
  type CalendarLength,
  type CalendarTime,
  calendarLengthOf,
  calendarTimeOf,
  dayOfWall,
} from './calendar-time.ts';
import type { FileZones } from './file-zones.ts';
import type { Property, Trouble } from './property.ts';
import { unreadable } from './reasons.ts';
import { UTC_CLOCK, type ZoneClock } from './zone-clock.ts';

/** A date or time of a property, with the clock it is to be read on. */
export type DatedValue = CalendarTime & { readonly clock: ZoneClock; readonly at: Instant };

/** A further date of a series; `end` null where it is as long as the others. */
export type Period = { readonly start: DatedValue; readonly end: Instant | CalendarLength | null };

/** @param floating on which clock a time without a zone is read */
export function datedValue(property: Property, zones: FileZones, floating: ZoneClock): DatedValue | Trouble {
  const [value, ...others] = datedTexts(property);
  const dated = value === undefined || others.length > 0 ? null : datedOf(value, property, zones, floating);
  return dated ?? { trouble: unreadable(property.name, property.value), line: property.line };
}

/** All dates of some properties, each of which may list several. */
export function datedValues(
  properties: readonly Property[],
  zones: FileZones,
  floating: ZoneClock,
): readonly DatedValue[] | Trouble {
  const all: DatedValue[] = [];
  for (const property of properties) {
    for (const text of datedTexts(property)) {
      const dated = datedOf(text, property, zones, floating);
      if (dated === null) return { trouble: unreadable(property.name, text), line: property.line };
      all.push(dated);
    }
  }
  return all;
}

/** The further dates of a series that begins with `start`: a day without a time means its time of day. */
export function periodsOf(
  properties: readonly Property[],
  zones: FileZones,
  start: DatedValue,
): readonly Period[] | Trouble {
  const periods: Period[] = [];
  for (const property of properties) {
    for (const text of datedTexts(property)) {
      const [from = '', to] = text.split('/', 2);
      const dated = datedOf(from, property, zones, start.clock);
      const end = dated === null || to === undefined ? null : periodEnd(to, dated, property, zones);
      if (dated === null || end === undefined) return { trouble: unreadable('RDATE', text), line: property.line };
      periods.push({ start: asIn(dated, start), end });
    }
  }
  return periods;
}

/** Undefined where it cannot be read, or comes before the beginning. */
function periodEnd(
  text: string,
  start: DatedValue,
  property: Property,
  zones: FileZones,
): Instant | CalendarLength | undefined {
  const length = calendarLengthOf(text);
  if (length !== null) return length;
  const end = datedOf(text, property, zones, start.clock);
  return end === null || end.at < start.at ? undefined : end.at;
}

/** A further date in the way of the first: a day for a day, a time for a time. */
function asIn(dated: DatedValue, start: DatedValue): DatedValue {
  if (dated.isDate === start.isDate) return dated;
  const wallMs = start.isDate ? dayOfWall(dated.wallMs) : dated.wallMs + (start.wallMs - dayOfWall(start.wallMs));
  const { clock } = start;
  return { wallMs, clock, at: clock.instantOf(wallMs), isDate: start.isDate, isUtc: start.isUtc };
}

function datedTexts({ value }: Property): readonly string[] {
  if (!value.includes(',') && value !== '') return [value.trim()];
  return value.split(',').flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
}

function datedOf(text: string, property: Property, zones: FileZones, floating: ZoneClock): DatedValue | null {
  // An unquoted zone name with a colon in it runs into the value: TZID=(UTC-06:00) Central Time:20261031T180000.
  const colon = text.lastIndexOf(':');
  const isSplit = property.parameters.tzid !== undefined && colon >= 0 && calendarTimeOf(text) === null;
  const time = calendarTimeOf(isSplit ? text.slice(colon + 1) : text);
  if (time === null) return null;
  const isDate = time.isDate || property.valueType === 'date';
  if (isDate) {
    const wallMs = dayOfWall(time.wallMs);
    return { wallMs, isDate, isUtc: false, clock: zones.own, at: zones.own.instantOf(wallMs) };
  }
  const tzid = property.parameters.tzid ?? '';
  const name = isSplit ? `${tzid}:${text.slice(0, colon)}` : tzid;
  const clock = time.isUtc ? UTC_CLOCK : name === '' ? floating : zones.clock(name, property.line);
  return { ...time, clock, at: clock.instantOf(time.wallMs) };
}
