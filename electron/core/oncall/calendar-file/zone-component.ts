import type { Instant } from '#shared/contract';
import { calendarTimeOf, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type WallMs } from './calendar-time.ts';
import type { Component, ZoneComponent } from './components.ts';
import { expandRule, type RuleBudget } from './expand-rule.ts';
import { isTrouble, type Property, propertiesOf } from './property.ts';
import { recurrenceRuleOf } from './recurrence-rule.ts';
import type { Remarks } from './remarks.ts';
import { clockOf, type ZoneClock } from './zone-clock.ts';

/** From `at` on the zone's clocks are `offsetMs` ahead of UTC; before it they were `beforeMs` ahead. */
type Change = { readonly at: Instant; readonly beforeMs: number; readonly offsetMs: number };

const WANTED = new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']);
/** Rules of zones are yearly: so far beyond what is asked for they are worked out, since events may be long. */
const BEYOND_MS = 800 * DAY_MS;

/** The clock that a time zone in the file describes, right until `until`; null where it describes none. */
export function describedClock(
  name: string,
  zone: ZoneComponent,
  until: Instant,
  budget: RuleBudget,
  remarks: Remarks,
): ZoneClock | null {
  const changes: Change[] = [];
  for (const observance of zone.observances) {
    const own = changesOf(observance, until + BEYOND_MS, budget, remarks);
    if (own === null) return null;
    changes.push(...own);
  }
  changes.sort((a, b) => a.at - b.at);
  const [first] = changes;
  if (first === undefined) return null;
  return clockOf(name, (at) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.at ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return changes[low - 1]?.offsetMs ?? first.beforeMs;
  });
}

/** When the clocks are put to this time; null where that cannot be read. */
function changesOf(
  observance: Component,
  until: Instant,
  budget: RuleBudget,
  remarks: Remarks,
): readonly Change[] | null {
  const properties = propertiesOf(observance, WANTED, remarks);
  if (isTrouble(properties)) return null;
  const one = (name: string): string => properties.get(name)?.[0]?.value ?? '';
  const beforeMs = offsetMsOf(one('TZOFFSETFROM'));
  const offsetMs = offsetMsOf(one('TZOFFSETTO'));
  const start = calendarTimeOf(one('DTSTART'));
  if (beforeMs === null || offsetMs === null || start === null) return null;
  const readings = new Set<WallMs>([start.wallMs]);
  for (const rule of properties.get('RRULE') ?? []) {
    const ruled = ruledReadings(rule, start.wallMs, beforeMs, until, budget);
    if (ruled === null) return null;
    for (const reading of ruled) readings.add(reading);
  }
  for (const value of (properties.get('RDATE') ?? []).flatMap((each) => each.value.split(','))) {
    const reading = calendarTimeOf(value);
    if (reading === null) return null;
    readings.add(reading.isUtc ? reading.wallMs + beforeMs : reading.wallMs);
  }
  return [...readings].map((reading) => ({ at: reading - beforeMs, beforeMs, offsetMs }));
}

function ruledReadings(
  { value }: Property,
  start: WallMs,
  beforeMs: number,
  until: Instant,
  budget: RuleBudget,
): readonly WallMs[] | null {
  const rule = recurrenceRuleOf(value);
  if ('badPart' in rule) return null;
  const last = rule.until === null ? null : rule.until.wallMs + (rule.until.isUtc ? beforeMs : 0);
  return expandRule(rule, { start, until: last, from: start, to: until + beforeMs }, budget);
}

/** `-0600` as ms; null where it is none. */
function offsetMsOf(text: string): number | null {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim()) ?? [];
  if (sign === undefined || Number(hours) > 23) return null;
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return sign === '-' ? -size : size;
}
