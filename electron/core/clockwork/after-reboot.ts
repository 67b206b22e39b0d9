import { type BlindTime, clocksThatHelp, type DueClock, type Store } from '#core/store';
import type { Clock } from './clock.ts';
import { MOVED_MS, type Reboot } from './heartbeat.ts';

/**
 * How long after a start the wall clock may still be put right by the network, or by somebody who sees it. Where nothing
 * proves it wrong, a later move is a move like any other.
 */
const DOUBTED_FOR_MS = 60 * 60_000;

/** What the first move of the wall clock after a reboot means. */
export type Correction = {
  /** By how much what waits in an incident is to be shifted. */
  readonly shiftOf: (incidentId: string) => number;
  /** Time in which nobody watched and of which the start knew nothing. */
  readonly blind: BlindTime | null;
};

/** What a move of the wall clock by `deltaMs` corrects; null when it is a move like any other. Only the first may be asked. */
export type Doubt = (deltaMs: number) => Correction | null;

/**
 * After a reboot the wall clock is believed, or guessed where it is proved wrong; its first move shows by how much that
 * was not true. What has waited since before is due at the hour it was made for: shifted by the whole move, it would come
 * late by as long as the clock was wrong. What began under the wrong clock keeps its length.
 *
 * @param reboot as the start found it; the clocks of incidents are shifted by it already
 */
export function doubtAfterReboot(store: Store, clock: Clock, { lastSeenAt, guessedMs }: Reboot): Doubt {
  const started = { at: clock.now(), uptimeMs: clock.uptimeMs() };
  const waiting = new Set(deadlines(store).map(nameOf));
  return (deltaMs) => {
    const sinceStartMs = clock.uptimeMs() - started.uptimeMs;
    // Moved by less than was guessed: it was wrong before the reboot too, and nothing is known.
    if (guessedMs > 0 ? deltaMs < guessedMs - MOVED_MS : sinceStartMs > DOUBTED_FOR_MS) return null;
    const begun = new Set(deadlines(store).flatMap((each) => (waiting.has(nameOf(each)) ? [] : [each.incidentId])));
    const waitedMs = guessedMs > 0 ? Math.min(guessedMs, deltaMs) : 0;
    const from = guessedMs > 0 ? lastSeenAt : started.at;
    const to = clock.now() - sinceStartMs;
    return {
      shiftOf: (incidentId) => (begun.has(incidentId) ? deltaMs : waitedMs),
      blind: to > from ? { from, to, why: 'rebooted' } : null,
    };
  };
}

/**
 * What an incident waits for. A call by hand only goes with a step that has fired, one whatever else perhaps; and that
 * somebody is asked whether they still come begins nothing: the estimate they gave is the same.
 */
function deadlines(store: Store): readonly DueClock[] {
  return clocksThatHelp(store.read).filter((each) => each.kind !== 'callByHand' && each.kind !== 'stale');
}

function nameOf({ incidentId, kind, token }: DueClock): string {
  return `${incidentId} ${kind} ${token}`;
}
