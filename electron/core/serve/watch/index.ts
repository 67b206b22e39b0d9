import { overTheDesk } from '#core/alarm';
import type { OnCallBook } from '#core/oncall';
import { openUrgent } from '#core/store';
import type { WatchAnswer, WatchView } from '#shared/contract';
import { placeLabel } from '#shared/incident';
import { hostInUrl } from '../intake/intake.ts';
import { type KeptListener, keptListener } from '../intake/kept-listener.ts';
import { company, type Figures, type Parts } from '../parts.ts';
import { watchRoute } from './watch-route.ts';
import { keepWatchSettings, watchKey, watchSettings } from './watch-settings.ts';

export { keepWatchSettings, makeWatchKey, watchKey } from './watch-settings.ts';

/** P1s that are named in an answer; the others are counted. */
const MOST_NAMED = 20;
const CORE = { kind: 'core' } as const;

/** The listener that the watch on a second computer asks. */
export type OutsideWatch = KeptListener & { view(): WatchView };

export type OutsideWatchDeps = Pick<Parts, 'store' | 'desk' | 'clock' | 'hub'> & {
  readonly book: OnCallBook;
  readonly figures: Figures;
  readonly onTrouble: (error: unknown) => void;
};

export function openOutsideWatch(deps: OutsideWatchDeps): OutsideWatch {
  const { store, desk, clock, hub, figures } = deps;
  const route = watchRoute({
    key: () => watchKey(store.read),
    answer: () => answerOf(deps),
    asked() {
      figures.watchAskedAt = clock.now();
    },
  });
  const listener = keptListener({
    name: 'outside-watch',
    clock,
    routes: [route],
    onTrouble: deps.onTrouble,
    wanted() {
      const { isOn, host, port } = watchSettings(store.read);
      return isOn ? { host, port } : null;
    },
    keepPort: (port) =>
      desk.change(['settings'], (db, author) => keepWatchSettings(db, { ...watchSettings(db), port }, author), CORE),
    changed: () => hub.publish(['settings']),
  });
  return {
    ...listener,
    view() {
      const { isOn, host, port } = watchSettings(store.read);
      return {
        isOn,
        host,
        port,
        address: isOn && port !== 0 ? `http://${hostInUrl(host)}:${port}` : null,
        key: watchKey(store.read),
        lastAskedAt: figures.watchAskedAt,
        trouble: isOn ? listener.trouble() : null,
      };
    },
  };
}

/** Places, numbers of incidents and whom to call; nothing of a resident. */
function answerOf({ store, desk, book, clock, figures }: OutsideWatchDeps): WatchAnswer {
  const now = clock.now();
  const known = company({ store });
  const open = openUrgent(store.read).flatMap(({ id }) => {
    const state = desk.state(id);
    return state?.tier === 'P1' ? [state] : [];
  });
  return {
    v: 1,
    company: known?.name ?? '',
    zone: known?.zone ?? 'UTC',
    at: now,
    clockworkLateSince: figures.clockworkLateSince,
    openP1: open.slice(0, MOST_NAMED).map((state) => ({
      number: state.number,
      place: placeLabel(state),
      since: state.firstContactAt,
      isTaken: (state.holder ?? state.head?.holder ?? null) !== null,
    })),
    more: Math.max(0, open.length - MOST_NAMED),
    call: overTheDesk(store.read, book, now).map(({ name, phone, language }) => ({ name, phone, language })),
  };
}
