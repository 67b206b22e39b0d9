import type { CalendarEvent, CalendarWindow } from '../../calendar-file/index.ts';
import { readCalendar } from '../../calendar-file/index.ts';
import { MOST_EVENTS, troubles } from '../feed-trouble.ts';
import { phonesIn } from '../phones.ts';
import type { SheetReading } from '../sheet/table.ts';

/** As much of a title as is kept; mappings are limited to as much. */
const MAX_TITLE_CHARS = 400;
/** Of more people than these nobody can say which one an entry means. */
const MOST_ATTENDEES = 10;

/** A calendar read as duties might be. */
export function readEntries(calendar: string | Uint8Array, window: CalendarWindow): SheetReading {
  const reading = readCalendar(calendar, window);
  if (!reading.ok) return reading;
  const events = eventsOf(reading.events);
  if (events.length > MOST_EVENTS) return { ok: false, line: 1, reason: troubles.tooMany.reason };
  return { ok: true, events, broken: [...reading.broken, ...reading.notes] };
}

/** Calendar entries as duties might be. Those that take no time are notes. */
function eventsOf(events: readonly CalendarEvent[]): Extract<SheetReading, { ok: true }>['events'] {
  // Occurrences of one entry share their description.
  const phones = new Map<string, readonly string[]>();
  const phonesOf = (text: string): readonly string[] => {
    const known = phones.get(text) ?? phonesIn(text);
    phones.set(text, known);
    return known;
  };
  return events
    .filter(({ start, end }) => end > start)
    .map(({ id, start, end, title, description, attendees }) => ({
      id,
      startsAt: start,
      endsAt: end,
      title: title.trim().slice(0, MAX_TITLE_CHARS),
      phones: [],
      notedPhones: phonesOf(description),
      emails: attendees.length > MOST_ATTENDEES ? [] : attendees,
      trade: null,
      role: null,
      place: null,
      line: 0,
    }));
}
