import { type FileEvent, fileEventOf } from './calendar-event.ts';
import type { CalendarEvent, CalendarReading, CalendarWindow } from './calendar-reading.ts';
import { calendarsOf } from './components.ts';
import { contentLines, rawTextOf } from './content-lines.ts';
import { FIRST_BUDGET, type RuleBudget } from './expand-rule.ts';
import { fileZones } from './file-zones.ts';
import { eventLeftOut, reasons } from './reasons.ts';
import { collectRemarks, type Remarks } from './remarks.ts';
import { seriesEvents } from './series.ts';

const MAX_EVENTS = 50_000;
/** More often than hourly for a month. */
const LARGE_SERIES = 750;

/**
 * Reads an iCalendar file: every occurrence that overlaps the window, uncut. Bytes rather than a text where there is a
 * choice: some calendars are folded within a letter. One event that cannot be read is listed and takes no other with it;
 * a file that is no calendar, or was cut, is refused as a whole. The result depends on nothing but the arguments.
 */
export function readCalendar(calendar: string | Uint8Array, window: CalendarWindow): CalendarReading {
  const raw = rawTextOf(calendar);
  if ('reason' in raw) return { ok: false, ...raw };
  const remarks = collectRemarks();
  const calendars = calendarsOf(contentLines(raw), remarks);
  if ('reason' in calendars) return { ok: false, ...calendars };
  const budget: RuleBudget = { iterations: FIRST_BUDGET };
  const series = new Map<string | symbol, FileEvent[]>();
  for (const { events, zones } of calendars) {
    const clocks = fileZones(zones, window.zone, window.to, budget, remarks);
    for (const component of events) {
      const event = fileEventOf(component, clocks, remarks);
      if ('trouble' in event) {
        remarks.broken(event.line, eventLeftOut(event.title, event.trouble));
        continue;
      }
      const name = event.uid === '' ? Symbol('no UID') : event.uid;
      const others = series.get(name);
      if (others === undefined) series.set(name, [event]);
      else others.push(event);
    }
  }
  const found = [...series.values()].map((events) => seriesEvents(events, window, budget, remarks));
  const line = leaveOutLargest(found, [...series.values()], remarks);
  if (line !== null) return { ok: false, line, reason: reasons.tooManyEvents };
  return {
    ok: true,
    events: withOwnIds(found.flat().sort(byTime)),
    broken: remarks.brokenInOrder(),
    notes: remarks.notesInOrder(),
  };
}

/**
 * Keeps what is given back within bounds: series that no rota needs are left out, the largest first.
 *
 * @returns the line of an event where that does not help; else null
 */
function leaveOutLargest(
  found: (readonly CalendarEvent[])[],
  series: readonly (readonly FileEvent[])[],
  remarks: Remarks,
): number | null {
  let count = found.reduce((sum, { length }) => sum + length, 0);
  if (count <= MAX_EVENTS) return null;
  const largestFirst = [...found.keys()].sort((a, b) => (found[b]?.length ?? 0) - (found[a]?.length ?? 0));
  for (const index of largestFirst) {
    const size = found[index]?.length ?? 0;
    const [event] = series[index] ?? [];
    if (count <= MAX_EVENTS || event === undefined) break;
    if (size < LARGE_SERIES) return event.line;
    remarks.broken(event.line, eventLeftOut(event.title ?? '', reasons.tooOften));
    found[index] = [];
    count -= size;
  }
  return null;
}

function byTime(a: CalendarEvent, b: CalendarEvent): number {
  return a.start - b.start || a.end - b.end || compare(a.title, b.title) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Events that nothing tells apart are numbered. */
function withOwnIds(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const count = (seen.get(event.id) ?? 0) + 1;
    seen.set(event.id, count);
    return count === 1 ? event : { ...event, id: `${event.id} #${count}` };
  });
}
