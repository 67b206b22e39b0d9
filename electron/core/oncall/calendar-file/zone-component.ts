import type { Instant } from '#shared/contract';
import { calendarTimeOf, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type WallMs } from './calendar-time.ts';
import type { Observance, ZoneComponent } from './components.ts';
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
  const parts: Part[] = [];
  for (const observance of zone.observances) {
    const part = partOf(observance, until + BEYOND_MS, budget, remarks);
    if (part === null) return null;
    parts.push(part);
  }
  const changes = parts.flatMap((part) => changesOf(part, parts));
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

/** One part of a zone: when the clocks are put to its time, by the wall clock before. */
type Part = Pick<Change, 'beforeMs' | 'offsetMs'> & {
  readonly kind: Observance['kind'];
  readonly start: WallMs;
  readonly dated: readonly WallMs[];
  readonly ruled: readonly WallMs[];
};

/** Null where it cannot be read. */
function partOf(observance: Observance, until: Instant, budget: RuleBudget, remarks: Remarks): Part | null {
  const properties = propertiesOf(observance, WANTED, remarks);
  if (isTrouble(properties)) return null;
  const one = (name: string): string => properties.get(name)?.[0]?.value ?? '';
  const beforeMs = offsetMsOf(one('TZOFFSETFROM'));
  const offsetMs = offsetMsOf(one('TZOFFSETTO'));
  const start = calendarTimeOf(one('DTSTART'));
  if (beforeMs === null || offsetMs === null || start === null) return null;
  const ruled: WallMs[] = [];
  for (const rule of properties.get('RRULE') ?? []) {
    const readings = ruledReadings(rule, start.wallMs, beforeMs, until, budget);
    if (readings === null) return null;
    for (const reading of readings) ruled.push(reading);
  }
  const dated = [start.wallMs];
  for (const value of (properties.get('RDATE') ?? []).flatMap((each) => each.value.split(','))) {
    const reading = calendarTimeOf(value);
    if (reading === null) return null;
    dated.push(reading.isUtc ? reading.wallMs + beforeMs : reading.wallMs);
  }
  return { kind: observance.kind, start: start.wallMs, beforeMs, offsetMs, dated, ruled };
}

/** A rule holds until another of its kind begins: Outlook writes the old rule of a zone without its end. */
function changesOf({ kind, start, beforeMs, offsetMs, dated, ruled }: Part, parts: readonly Part[]): readonly Change[] {
  const later = parts.filter((each) => each.kind === kind && each.start > start && each.ruled.length > 0);
  const end = Math.min(...later.map((each) => each.start));
  const readings = new Set([...dated, ...ruled.filter((reading) => reading < end)]);
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
