import { allRows, feedCheck, getRow } from '#core/store';
import type { Window } from './asked.ts';
import { storedSource } from './feed-settings.ts';
import { allWithin } from './in-time.ts';
import type { Looked } from './read-feed.ts';
import type { FeedsDeps, Records } from './records.ts';
import { EVERY_MS, firstTurn, LONGEST_PAUSE_MS, type Look, look, newWatch, pauseMs, type Watch } from './watch.ts';

/** The rounds: every live calendar each minute, and when somebody asks. */
export type Rounds = {
  nextDueAt(now: number): number | null;
  run(now: number): void;
  fresh(limitMs: number): Promise<void>;
  refresh(): Promise<void>;
  /** One look at something that may not be saved yet. Null when the desk is being closed. */
  once(look: Pick<Look, 'source' | 'zone'>): Promise<{ readonly looked: Looked; readonly window: Window } | null>;
  /** Its settings are other ones now, and it has just been read with them. */
  restart(feedId: string): void;
  drop(feedId: string): void;
  stop(): Promise<void>;
};

const DAY_MS = 24 * 60 * 60_000;
const BACK_MS = 35 * DAY_MS;
/** A hundred days from any moment of today. */
const AHEAD_MS = 101 * DAY_MS;
/** Asked as lately as this, a calendar is not asked again because somebody opens a form. */
const RECENT_MS = 2_000;

export function feedRounds({ store, desk, clock, onTrouble }: FeedsDeps, records: Records): Rounds {
  const started = clock.now();
  const watches = new Map<string, Watch>(
    allRows(store.write, 'feed').map(({ id }) => [id, newWatch(id, firstTurn(id, started))]),
  );
  /** Looks at what is not saved. */
  const trying = new Set<Watch>();
  let isStopped = false;

  /** Of whole days: it is the same all day, and so is what is read for it. */
  const windowNow = (): Window => {
    const today = Math.floor(clock.now() / DAY_MS) * DAY_MS;
    return { from: today - BACK_MS, to: today + AHEAD_MS };
  };

  const lookFor = (watch: Watch): Look | null => {
    const { feedId } = watch;
    const feed = getRow(store.write, 'feed', feedId);
    const source = storedSource(store.write, feedId);
    if (!feed || !source) return null;
    const window = windowNow();
    // Rules reach a day further each day, also where nothing was changed: then it is read as if it were new.
    const isCurrent = records.held(feedId)?.expandedTo === window.to;
    const tags = isCurrent ? feedCheck(store.write, feedId).tags : {};
    return { source, tags, window, zone: feed.zone };
  };

  const attempt = async (watch: Watch, askedAt: number): Promise<void> => {
    const wanted = lookFor(watch);
    if (!wanted) return;
    const looked = await look(clock, watch, wanted);
    // Removed, changed or closed meanwhile: what came belongs to nobody.
    if (watch.ended.signal.aborted) return;
    watch.failures = looked.kind === 'failed' ? watch.failures + 1 : 0;
    watch.nextAt = Math.max(clock.now(), askedAt + pauseMs(watch.failures));
    await records.record(watch.feedId, looked, wanted.window.to, () => watch.ended.signal.aborted);
  };

  const begin = (watch: Watch): Promise<void> => {
    const askedAt = clock.now();
    watch.askedAt = askedAt;
    watch.nextAt = askedAt + EVERY_MS;
    const done = attempt(watch, askedAt)
      .catch((error) => {
        if (!watch.ended.signal.aborted) onTrouble(withoutWords(error));
      })
      .finally(() => {
        watch.current = null;
        if (!isStopped) desk.poke();
      });
    watch.current = { done, isLate: false };
    return done;
  };

  /** Two people who open a form at once ask once. */
  const wasJustAsked = ({ askedAt }: Watch): boolean => askedAt !== null && Math.abs(clock.now() - askedAt) < RECENT_MS;

  const end = (watch: Watch | undefined): void => watch?.ended.abort();

  return {
    nextDueAt(now) {
      const waiting = [...watches.values()].filter(({ current }) => current === null);
      // Further away than the longest pause: the wall clock was set back.
      const dues = waiting.map(({ nextAt }) => (nextAt > now + LONGEST_PAUSE_MS ? now : nextAt));
      return isStopped || dues.length === 0 ? null : Math.min(...dues);
    },
    run(now) {
      for (const watch of watches.values()) {
        const isDue = watch.nextAt <= now || watch.nextAt > now + LONGEST_PAUSE_MS;
        if (!isStopped && watch.current === null && isDue) void begin(watch);
      }
    },
    async fresh(limitMs) {
      if (isStopped) return;
      const asked = [...watches.values()].flatMap((watch) => {
        if (watch.current) return watch.current.isLate ? [] : [watch.current];
        if (wasJustAsked(watch)) return [];
        void begin(watch);
        return watch.current ? [watch.current] : [];
      });
      if (asked.length === 0) return;
      const open = new Set(asked);
      for (const each of asked) void each.done.then(() => open.delete(each));
      await allWithin(
        clock,
        limitMs,
        asked.map(({ done }) => done),
      );
      for (const each of open) each.isLate = true;
    },
    async refresh() {
      await Promise.all(
        [...watches.values()].map(async (watch) => {
          // What is under way may have left before whatever the person has just changed there.
          await watch.current?.done;
          if (!isStopped && watches.get(watch.feedId) === watch) await (watch.current?.done ?? begin(watch));
        }),
      );
    },
    async once({ source, zone }) {
      if (isStopped) return null;
      const watch = newWatch('', 0);
      trying.add(watch);
      const window = windowNow();
      try {
        const looked = await look(clock, watch, { source, tags: {}, window, zone });
        return watch.ended.signal.aborted ? null : { looked, window };
      } finally {
        trying.delete(watch);
      }
    },
    restart(feedId) {
      const before = watches.get(feedId);
      end(before);
      watches.set(feedId, { ...newWatch(feedId, clock.now() + EVERY_MS), stuck: before?.stuck ?? null });
    },
    drop(feedId) {
      end(watches.get(feedId));
      watches.delete(feedId);
    },
    async stop() {
      isStopped = true;
      for (const watch of [...watches.values(), ...trying]) end(watch);
      await Promise.all([...watches.values()].map(({ current }) => current?.done));
    },
  };
}

/** A bug, told without what it says: it may have been about an address. */
function withoutWords(error: unknown): Error {
  const { name, stack } = error instanceof Error ? error : new Error('not an error');
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const told = new Error(`a live calendar could not be asked: ${name}${code}`);
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  told.stack = [`Error: ${told.message}`, ...frames].join('\n');
  return told;
}
