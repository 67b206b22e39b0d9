import { createHash } from 'node:crypto';
import type { Instant } from '#shared/contract';
import type { FileEvent } from './calendar-event.ts';
import type { CalendarEvent, CalendarWindow } from './calendar-reading.ts';
import { DAY_MS } from './calendar-time.ts';
import type { RuleBudget } from './expand-rule.ts';
import { endOfOccurrence, isExcepted, lengthOf, type Occurrence, occurrencesOf, reachOf } from './occurrences.ts';
import { eventLeftOut, reasons } from './reasons.ts';
import type { Remarks } from './remarks.ts';
import { heldEvents, heldReplacements, type Replacement } from './revisions.ts';

const MAX_UID = 200;

/** What the events with one UID, or an event without one, put into the window. */
export function seriesEvents(
  events: readonly FileEvent[],
  window: CalendarWindow,
  budget: RuleBudget,
  remarks: Remarks,
): readonly CalendarEvent[] {
  const masters = heldEvents(events.filter(({ replaces }) => replaces === null));
  const replacements = heldReplacements(events, masters[0] ?? null);
  const [master] = masters;
  const isSingle = events.length === 1 && master !== undefined && master.rules.length + master.added.length === 0;
  const found: CalendarEvent[] = [];
  const emit = (event: FileEvent, occurrence: Occurrence, original: Instant, like: FileEvent): void => {
    const made = calendarEvent(event, occurrence, isSingle ? null : original, like);
    if (isInside(made, window)) found.push(made);
  };
  // What replaces the rest of a series by a rule of its own is a series from there on.
  const followers = replacements.filter(({ event }) => event.replaces?.isFuture && event.rules.length > 0);
  const reachMs = reachOfSeries(events, replacements);
  for (const source of [...masters, ...followers.map(({ event }) => event)]) {
    if (source.isCancelled) continue;
    const occurrences = occurrencesOf(source, window, reachMs, budget);
    if ('tooMuchAt' in occurrences) {
      remarks.broken(occurrences.tooMuchAt, eventLeftOut(titleOf(source, master), reasons.tooOften));
      continue;
    }
    emitOccurrences(source, occurrences, replacements, emit);
  }
  for (const { event, at } of replacements) {
    const isGone = event.isCancelled || (master !== undefined && isRevoked(event, at, master));
    const isFollower = event.replaces?.isFuture === true && event.rules.length > 0;
    if (!isGone && !isFollower) emit(event, firstOf(event), at, master ?? event);
  }
  return found;
}

type Emit = (event: FileEvent, occurrence: Occurrence, original: Instant, like: FileEvent) => void;

function emitOccurrences(
  source: FileEvent,
  occurrences: readonly Occurrence[],
  replacements: readonly Replacement[],
  emit: Emit,
): void {
  const others = replacements.filter(({ event }) => event !== source);
  const replaced = new Set(others.map(({ at }) => at));
  const turns = replacements.filter(({ event }) => event.replaces?.isFuture);
  for (const occurrence of occurrences) {
    if (replaced.has(occurrence.at)) continue;
    const turn = turns.findLast(({ at }) => at <= occurrence.at);
    if (turn === undefined || turn.event === source) emit(source, occurrence, occurrence.at, source);
    else if (!turn.event.isCancelled && turn.event.rules.length === 0)
      emit(turn.event, moved(occurrence, turn), occurrence.at, source);
  }
}

/** The series was cancelled since, or lost this very occurrence. With the same SEQUENCE, what names somebody holds. */
function isRevoked(event: FileEvent, at: Instant, master: FileEvent): boolean {
  if (master.isCancelled) return event.sequence <= master.sequence;
  return event.sequence < master.sequence && isExcepted(master, at);
}

/** An occurrence after the one from which on the rest is moved. */
function moved(occurrence: Occurrence, { event, wallMs: from }: Replacement): Occurrence {
  const wallMs = event.start.wallMs + (occurrence.wallMs - from);
  return { wallMs, at: event.start.clock.instantOf(wallMs), end: null };
}

function firstOf({ start }: FileEvent): Occurrence {
  return { wallMs: start.wallMs, at: start.at, end: null };
}

/** How far outside the window an occurrence may begin that ends up inside. */
function reachOfSeries(events: readonly FileEvent[], replacements: readonly Replacement[]): number {
  const lengths = events.flatMap(({ end, added }) => [reachOf(end), ...added.map(lengthOf)]);
  const moves = replacements.flatMap(({ event, wallMs }) =>
    event.replaces?.isFuture ? [Math.abs(event.start.wallMs - wallMs) + DAY_MS] : [],
  );
  const longest = (all: readonly number[]): number => all.reduce((most, each) => Math.max(most, each), 0);
  return longest(lengths) + longest(moves);
}

function calendarEvent(
  event: FileEvent,
  occurrence: Occurrence,
  original: Instant | null,
  like: FileEvent,
): CalendarEvent {
  const usual = event.end ?? (event.start.isDate === like.start.isDate ? like.end : null);
  const { start, uid, description, organizer, attendees } = event;
  const title = titleOf(event, like);
  return {
    id: idOf(uid === '' ? `${title} ${like.start.at}` : uid, original),
    uid,
    start: occurrence.at,
    end: endOfOccurrence(occurrence, start, usual),
    title,
    description,
    isAllDay: start.isDate,
    organizer,
    attendees,
  };
}

function titleOf(event: FileEvent, like: FileEvent | undefined): string {
  return event.title ?? like?.title ?? '';
}

/** An occurrence is known by the moment at which its series would have put it. */
function idOf(name: string, original: Instant | null): string {
  const short = name.length > MAX_UID ? createHash('sha256').update(name).digest('hex') : name;
  return original === null ? short : `${short} ${original}`;
}

function isInside({ start, end }: CalendarEvent, { from, to }: CalendarWindow): boolean {
  return start < to && (end > from || (start === end && start >= from));
}
