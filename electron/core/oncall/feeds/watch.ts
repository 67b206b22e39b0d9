import { createHash } from 'node:crypto';
import type { Clock } from '#core/clockwork';
import type { Source, Tags, Window } from './asked.ts';
import { troubles } from './feed-trouble.ts';
import { inTime, pauseOn } from './in-time.ts';
import { fetchFeed, type Looked, readFetched } from './read-feed.ts';

/** When each live calendar is asked, and that it is asked once at a time. */

export const EVERY_MS = 60_000;
export const LONGEST_PAUSE_MS = 5 * 60_000;
/** Not all at once after a start. */
const SPREAD_MS = 10_000;
const FETCH_LIMIT_MS = 10_000;

export type Try = {
  readonly done: Promise<void>;
  /** Somebody has waited for it in vain. */
  isLate: boolean;
};

/** Asking one live calendar: ended, and replaced, when its settings change. */
export type Watch = {
  readonly feedId: string;
  readonly ended: AbortController;
  nextAt: number;
  askedAt: number | null;
  failures: number;
  current: Try | null;
  /** What was given up and does not let go: a drive that hangs keeps its thread. */
  stuck: Promise<unknown> | null;
};

export function newWatch(feedId: string, nextAt: number): Watch {
  return {
    feedId,
    ended: new AbortController(),
    nextAt,
    askedAt: null,
    failures: 0,
    current: null,
    stuck: null,
  };
}

/** The first turn after a start: the same for the same calendar, another for each. */
export function firstTurn(feedId: string, now: number): number {
  return now + (createHash('sha256').update(feedId).digest().readUInt16BE(0) % SPREAD_MS);
}

/** Twice as long after each failure, up to five minutes. */
export function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, EVERY_MS * 2 ** Math.min(Math.max(0, failures - 1), 10));
}

export type Look = {
  readonly source: Source;
  readonly tags: Tags;
  readonly window: Window;
  readonly zone: string;
};

/** Fetches and reads, at most ten seconds of it waiting for others. */
export async function look(clock: Clock, watch: Watch, { source, tags, window, zone }: Look): Promise<Looked> {
  const slow = source.kind === 'sheetFile' ? troubles.slowFile : troubles.tooSlow;
  if (watch.stuck) return { kind: 'failed', trouble: slow };
  const fetched = await inTime(clock, FETCH_LIMIT_MS, watch.ended.signal, (signal) =>
    fetchFeed(source, { tags, window, signal, pause: (ms) => pauseOn(clock, ms, signal) }),
  );
  if (fetched.kind === 'answer') return untilEnded(watch, readFetched(source, fetched.answer, window, zone));
  watch.stuck = fetched.work.then(() => {
    watch.stuck = null;
  });
  return { kind: 'failed', trouble: slow };
}

/** What is being read when nobody wants it any more is not waited for; nobody looks at the answer then. */
async function untilEnded({ ended }: Watch, reading: Promise<Looked>): Promise<Looked> {
  const nobody: Looked = { kind: 'failed', trouble: troubles.failed };
  const isOver = new Promise<Looked>((resolve) => {
    ended.signal.addEventListener('abort', () => resolve(nobody), { once: true });
  });
  reading.catch(() => undefined);
  return ended.signal.aborted ? nobody : Promise.race([reading, isOver]);
}
