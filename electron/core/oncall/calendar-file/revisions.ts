import type { Instant } from '#shared/contract';
import type { FileEvent } from './calendar-event.ts';
import { dayOfWall, type WallMs } from './calendar-time.ts';
import type { DatedValue } from './dated-value.ts';
import { dayMeant } from './occurrences.ts';

/** What replaces an occurrence of a series, or all from it on, and which one that is: its moment and its reading. */
export type Replacement = { readonly event: FileEvent; readonly at: Instant; readonly wallMs: WallMs };

/**
 * The events that hold among those with one UID. The greatest SEQUENCE wins; of two with the same and the same beginning,
 * the one changed later. Several that begin at other times or bear other titles, and no sign which is newer, are events of
 * a program that does not know what a UID is: leaving one out could leave a night without anybody.
 */
export function heldEvents(events: readonly FileEvent[]): readonly FileEvent[] {
  if (events.length < 2) return events;
  const newest = Math.max(...events.map(({ sequence }) => sequence));
  const held = new Map<string, FileEvent>();
  for (const event of events) {
    if (event.sequence < newest) continue;
    const name = `${event.start.at} ${event.start.isDate}`;
    const other = held.get(name);
    const isOther = other !== undefined && other.changed === event.changed && other.title !== event.title;
    if (isOther) held.set(`${name} ${event.line}`, event);
    else if (other === undefined || event.changed >= other.changed) held.set(name, event);
  }
  return [...held.values()];
}

/** What replaces occurrences of `series` (null where the file does not hold it), each occurrence once, in order of time. */
export function heldReplacements(events: readonly FileEvent[], series: FileEvent | null): readonly Replacement[] {
  const held = new Map<Instant, Replacement>();
  for (const event of events) {
    if (event.replaces === null) continue;
    const replaced = replacedMoment(event.replaces, series);
    const other = held.get(replaced.at)?.event;
    if (other === undefined || isNewer(event, other)) held.set(replaced.at, { event, ...replaced });
  }
  return [...held.values()].sort((a, b) => a.at - b.at);
}

function isNewer(event: FileEvent, other: FileEvent): boolean {
  return event.sequence === other.sequence ? event.changed >= other.changed : event.sequence > other.sequence;
}

function replacedMoment(
  replaced: DatedValue,
  series: FileEvent | null,
): { readonly at: Instant; readonly wallMs: WallMs } {
  if (series === null) return replaced;
  const { start } = series;
  if (start.isDate || replaced.isDate) {
    const timeMs = start.wallMs - dayOfWall(start.wallMs);
    const wallMs = start.isDate ? dayMeant(replaced, start) : replaced.wallMs + timeMs;
    return { wallMs, at: start.clock.instantOf(wallMs) };
  }
  return {
    at: replaced.at,
    wallMs: replaced.clock === start.clock ? replaced.wallMs : start.clock.wallOf(replaced.at),
  };
}
