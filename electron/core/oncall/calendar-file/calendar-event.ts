import { type CalendarLength, calendarLengthOf, DAY_MS } from './calendar-time.ts';
import type { Component } from './components.ts';
import { type DatedValue, datedValue, datedValues, type Period, periodsOf } from './dated-value.ts';
import type { FileZones } from './file-zones.ts';
import { emailOf, isTrouble, type Property, plainText, propertiesOf, type Trouble } from './property.ts';
import { badRule, reasons, unreadable } from './reasons.ts';
import { type RecurrenceRule, recurrenceRuleOf } from './recurrence-rule.ts';
import type { Remarks } from './remarks.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A VEVENT as it stands in the file: one event, a series, or what replaces one occurrence of a series. */
export type FileEvent = EventText & {
  readonly line: number;
  readonly uid: string;
  readonly sequence: number;
  /** When it was last changed; of two it is the greater text. */
  readonly changed: string;
  readonly isCancelled: boolean;
  readonly start: DatedValue;
  /** Null: as what it replaces, else a whole day for a day and no time at all for a time. */
  readonly end: EventEnd | null;
  readonly rules: readonly FileRule[];
  readonly exceptRules: readonly FileRule[];
  readonly added: readonly Period[];
  readonly excepted: readonly DatedValue[];
  /** Which occurrence it replaces; `isFuture`: all from that one on. */
  readonly replaces: (DatedValue & { readonly isFuture: boolean }) | null;
};

export type EventText = {
  /** Null where it has none: what replaces an occurrence then keeps its title. */
  readonly title: string | null;
  readonly description: string;
  readonly organizer: string | null;
  readonly attendees: readonly string[];
};

/**
 * `clock`: the end's wall clock is so far ahead of the start's, whatever happens in between, so that a night shift ends at
 * 07:00 on the nights the clocks change too. `length`: exact but for its days.
 */
export type EventEnd =
  | { readonly kind: 'clock'; readonly clock: ZoneClock; readonly aheadMs: number }
  | { readonly kind: 'length'; readonly length: CalendarLength };

export type FileRule = { readonly rule: RecurrenceRule; readonly line: number };

const WANTED = new Set(
  'UID SEQUENCE DTSTAMP LAST-MODIFIED STATUS SUMMARY DESCRIPTION ORGANIZER ATTENDEE'
    .concat(' DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID')
    .split(' '),
);
const MAX_TITLE = 400;
const MAX_DESCRIPTION = 500;
const MAX_ATTENDEES = 50;

type Properties = ReadonlyMap<string, readonly Property[]>;

/** Reads an event. What is wrong with it is said with its title, where it has one. */
export function fileEventOf(
  component: Component,
  zones: FileZones,
  remarks: Remarks,
): FileEvent | (Trouble & { readonly title: string }) {
  const properties = propertiesOf(component, WANTED, remarks);
  if (isTrouble(properties)) return { ...properties, title: '' };
  const text = textOf(properties);
  const event = datedEventOf(component.line, properties, text, zones);
  return isTrouble(event) ? { ...event, title: text.title ?? '' } : event;
}

function textOf(properties: Properties): EventText {
  const one = (name: string): string | undefined => properties.get(name)?.[0]?.value;
  const title = one('SUMMARY');
  const [organizer] = properties.get('ORGANIZER') ?? [];
  const attendees = properties.get('ATTENDEE')?.slice(0, MAX_ATTENDEES) ?? [];
  return {
    title: title === undefined ? null : shortText(title, MAX_TITLE),
    description: shortText(one('DESCRIPTION') ?? '', MAX_DESCRIPTION),
    organizer: organizer === undefined ? null : emailOf(organizer),
    attendees: attendees.flatMap((each) => emailOf(each) ?? []),
  };
}

/** Its first letters, none of them halved. */
function shortText(value: string, most: number): string {
  // A letter is written as two at most.
  const text = plainText(value.slice(0, 2 * most));
  return text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text;
}

function datedEventOf(line: number, properties: Properties, text: EventText, zones: FileZones): FileEvent | Trouble {
  const one = (name: string): Property | undefined => properties.get(name)?.[0];
  const replaced = one('RECURRENCE-ID');
  const start = one('DTSTART') ?? replaced;
  if (start === undefined) return { trouble: reasons.noStart, line };
  const startsAt = datedValue(start, zones, zones.own);
  if (isTrouble(startsAt)) return startsAt;
  const replaces = replaced && datedValue(replaced, zones, startsAt.clock);
  if (isTrouble(replaces)) return replaces;
  const rules = rulesOf(properties.get('RRULE') ?? []);
  if (isTrouble(rules)) return rules;
  const exceptRules = rulesOf(properties.get('EXRULE') ?? []);
  if (isTrouble(exceptRules)) return exceptRules;
  const added = periodsOf(properties.get('RDATE') ?? [], zones, startsAt);
  if (isTrouble(added)) return added;
  const excepted = datedValues(properties.get('EXDATE') ?? [], zones, startsAt.clock);
  if (isTrouble(excepted)) return excepted;
  const end = endOf(one('DTEND'), one('DURATION'), startsAt, zones, rules.length + added.length > 0);
  if (isTrouble(end)) return end;
  return {
    ...text,
    line,
    uid: one('UID')?.value.trim() ?? '',
    sequence: Number.parseInt(one('SEQUENCE')?.value ?? '0', 10) || 0,
    changed: one('LAST-MODIFIED')?.value ?? one('DTSTAMP')?.value ?? '',
    isCancelled: /^\s*CANCELL?ED\s*$/i.test(one('STATUS')?.value ?? ''),
    start: startsAt,
    end,
    rules,
    exceptRules,
    added,
    excepted,
    replaces: replaces ? { ...replaces, isFuture: /THISANDFUTURE/i.test(replaced?.parameters.range ?? '') } : null,
  };
}

function endOf(
  end: Property | undefined,
  duration: Property | undefined,
  start: DatedValue,
  zones: FileZones,
  isSeries: boolean,
): EventEnd | Trouble | null {
  if (end !== undefined) return clockEndOf(end, start, zones, isSeries);
  if (duration === undefined) return null;
  const length = calendarLengthOf(duration.value);
  if (length === null) return { trouble: unreadable('DURATION', duration.value), line: duration.line };
  return { kind: 'length', length };
}

function clockEndOf(property: Property, start: DatedValue, zones: FileZones, isSeries: boolean): EventEnd | Trouble {
  const end = datedValue(property, zones, start.clock);
  if (isTrouble(end)) return end;
  // Some programs write the end of a local start in UTC; a series then means the wall clock all the same.
  const isForeign = isSeries && end.isUtc && !start.isUtc;
  const clock = isForeign ? start.clock : end.clock;
  const aheadMs = (isForeign ? clock.wallOf(end.at) : end.wallMs) - start.wallMs;
  // In one zone the wall clock tells: around the hour that is skipped the instants may be in another order.
  const isBackwards = clock === start.clock ? aheadMs < 0 : end.at < start.at;
  if (isBackwards) return { trouble: reasons.endBeforeStart, line: property.line };
  // A day that ends on the day it begins is written by those who count the last day in.
  return { kind: 'clock', clock, aheadMs: start.isDate && aheadMs === 0 ? DAY_MS : aheadMs };
}

function rulesOf(properties: readonly Property[]): readonly FileRule[] | Trouble {
  const rules: FileRule[] = [];
  for (const { value, line } of properties) {
    if (value.trim() === '') continue;
    const rule = recurrenceRuleOf(value);
    if ('badPart' in rule) return { trouble: badRule(value, rule.badPart), line };
    rules.push({ rule, line });
  }
  return rules;
}
