import type { Presence } from '#core/alarm';
import {
  absence,
  type Clock,
  type Clockwork,
  clockwork,
  heartbeatManager,
  ladderManager,
  lostTime,
  type Manager,
  type Standstill,
  selfCheckManager,
  watchdog,
} from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import type { GatewayManager, Outbox } from '#core/notify';
import type { Figures } from '#core/serve';
import { nextClockAt, type Store } from '#core/store';
import type { CoreLog } from './core-log.ts';

/** The longest nap while a ladder runs, and otherwise. */
const SHORT_NAP_MS = 1_000;
const LONG_NAP_MS = 30_000;

export type TimeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly figures: Figures;
  readonly presence: Presence;
  readonly halted: Standstill;
  readonly log: CoreLog;
  readonly freshCalendars: () => Promise<void>;
};

/** Puts right what happened while no core ran; the clockwork it gives then fires whatever is due, once started. */
export async function openTime(
  { store, desk, clock, hub, figures, presence, halted, log, freshCalendars }: TimeDeps,
  gateway: GatewayManager,
  messages: Outbox,
  others: readonly Manager[],
): Promise<Clockwork> {
  const onBroken = (incidentId: string, error: unknown): void => log.trouble(`incident ${incidentId}`, error);
  const lost = lostTime({ store, desk, clock, fetchReplies: gateway.catchUp, onBroken });
  const away = absence(store, clock);
  if (away.movedMs !== 0) await lost.moved(away.movedMs);
  if (away.reboot) {
    lost.rebooted(away.reboot);
    if (away.reboot.guessedMs > 0) figures.clockWentBackAt = clock.now();
  }
  messages.recover();
  if (away.blind) await lost.wasBlind(away.blind);

  const dog = watchdog(clock, {
    changed(lateSince, parts) {
      figures.clockworkLateSince = lateSince;
      if (lateSince !== null)
        log.trouble('clockwork', new Error(`late, waiting for: ${parts.join(', ') || 'a round'}`));
      hub.publish(['alarm', 'status']);
    },
    wasStuck: (from, to) => lost.wasStuck({ from, to, why: 'hung' }),
  });
  const managers = [
    ladderManager(store, desk, { onBroken, freshCalendars }),
    messages,
    gateway,
    selfCheckManager(store, desk, clock.now()),
    heartbeatManager(store, clock),
    ...others,
  ];
  const time = clockwork(clock, managers, {
    wasBlind(from, to) {
      presence.forgetGap();
      return lost.wasBlind({ from, to, why: 'asleep' });
    },
    clockMoved(deltaMs) {
      // Set right, or set by somebody who has looked at it.
      figures.clockWentBackAt = null;
      return lost.moved(deltaMs);
    },
    failed(manager, error) {
      log.trouble(manager, error);
      halted.failed(manager, error, clock.now());
      hub.publish(['alarm', 'status']);
    },
    worked(manager) {
      if (halted.trouble() === null) return;
      halted.worked(manager);
      hub.publish(['alarm', 'status']);
    },
    comesRound: dog.feed,
    leftBehind: dog.leftBehind,
    isBack: dog.isBack,
    longestNapMs: () => (nextClockAt(store.write) === null ? LONG_NAP_MS : SHORT_NAP_MS),
  });
  return { ...time, stop: () => time.stop().finally(dog.stop) };
}
