import type { LineRemark } from './calendar-reading.ts';
import type { ContentLine } from './content-lines.ts';
import { eventLeftOut, reasons } from './reasons.ts';
import type { Remarks } from './remarks.ts';

/** The lines of an event or of a part of a time zone, without those of the parts inside it. */
export type Component = { readonly line: number; readonly lines: ContentLine[] };
/** A time zone as the file defines it: its name and so on, and the parts that say when its clocks change. */
export type ZoneComponent = Component & { readonly observances: Observance[] };
export type Observance = Component & { readonly kind: 'STANDARD' | 'DAYLIGHT' };
/** The same name may mean another zone in the next calendar of a file. */
export type Calendar = { readonly events: Component[]; readonly zones: ZoneComponent[] };

const BEGINNING = /^BEGIN:\s*VCALENDAR\s*$/i;
/** Hardly a line is a mark: most need not be looked at. */
const MARK_LETTERS = 'BEbe';
const MARK = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i;

/** Where in a file the reader is: `depth` counts the parts inside an event or zone that are of no interest. */
type Place =
  | { readonly kind: 'outside' | 'calendar' }
  | { readonly kind: 'event'; readonly part: Component; depth: number }
  | { readonly kind: 'zone'; readonly part: ZoneComponent; observance: Observance | null; depth: number };

/**
 * Sorts the lines of each calendar in a file into events and time zones. An event in whose middle another begins is left
 * out with a remark; a file that ends before its calendar or an event does was cut, and what else is missing nobody knows:
 * it is refused.
 */
export function calendarsOf(lines: Iterable<ContentLine>, remarks: Remarks): readonly Calendar[] | LineRemark {
  const calendars: Calendar[] = [];
  let calendar: Calendar = { events: [], zones: [] };
  let place: Place = { kind: 'outside' };
  let calendarLine = 0;
  for (const each of lines) {
    const mark = MARK_LETTERS.includes(each.text[0] ?? ' ') ? MARK.exec(each.text) : null;
    if (calendars.length === 0 && each.text.trim() === '') continue;
    if (calendars.length === 0 && !BEGINNING.test(each.text)) return noCalendar(each);
    if (mark === null) {
      keep(place, each);
      continue;
    }
    const isBegin = mark[1]?.toUpperCase() === 'BEGIN';
    const name = mark[2]?.toUpperCase();
    if (name === 'VCALENDAR') {
      if (place.kind === 'event') return { line: place.part.line, reason: reasons.cutEvent };
      if (isBegin && place.kind !== 'outside') return { line: calendarLine, reason: reasons.cutCalendar };
      place = { kind: isBegin ? 'calendar' : 'outside' };
      calendarLine = each.line;
      if (isBegin) {
        calendar = { events: [], zones: [] };
        calendars.push(calendar);
      }
    } else if (place.kind === 'outside') {
      // After the end of a calendar: not ours.
    } else if (name === 'VEVENT') {
      place = eventMark(place, isBegin, each.line, calendar.events, remarks);
    } else if (name === 'VTIMEZONE' && place.kind !== 'event') {
      const part: ZoneComponent = { line: each.line, lines: [], observances: [] };
      if (isBegin) calendar.zones.push(part);
      place = isBegin ? { kind: 'zone', part, observance: null, depth: 0 } : { kind: 'calendar' };
    } else {
      innerMark(place, isBegin, name, each.line);
    }
  }
  if (place.kind === 'event') return { line: place.part.line, reason: reasons.cutEvent };
  return place.kind === 'outside' ? calendars : { line: calendarLine, reason: reasons.cutCalendar };
}

function noCalendar({ line, text }: ContentLine): LineRemark {
  return { line, reason: text.trimStart().startsWith('<') ? reasons.webPage : reasons.noCalendar };
}

function keep(place: Place, line: ContentLine): void {
  if (place.kind === 'event' && place.depth === 0) place.part.lines.push(line);
  if (place.kind === 'zone' && place.depth === 0) (place.observance ?? place.part).lines.push(line);
}

function eventMark(place: Place, isBegin: boolean, line: number, events: Component[], remarks: Remarks): Place {
  if (isBegin) {
    if (place.kind === 'event') remarks.broken(place.part.line, eventLeftOut(titleIn(place.part), reasons.endless));
    return { kind: 'event', part: { line, lines: [] }, depth: 0 };
  }
  if (place.kind === 'event') events.push(place.part);
  return { kind: 'calendar' };
}

function titleIn({ lines }: Component): string {
  return lines.find(({ text }) => /^SUMMARY[:;]/i.test(text))?.text.replace(/^[^:]*:/, '') ?? '';
}

/** An alarm inside an event, say, or a part of a time zone. */
function innerMark(place: Place, isBegin: boolean, name: string | undefined, line: number): void {
  if (place.kind === 'zone' && place.depth === 0 && (name === 'STANDARD' || name === 'DAYLIGHT')) {
    place.observance = isBegin ? { kind: name, line, lines: [] } : null;
    if (place.observance !== null) place.part.observances.push(place.observance);
  } else if (place.kind === 'event' || place.kind === 'zone') {
    place.depth = Math.max(0, place.depth + (isBegin ? 1 : -1));
  }
}
