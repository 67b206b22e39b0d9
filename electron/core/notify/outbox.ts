import type { Clock, Manager } from '#core/clockwork';
import type { Desk } from '#core/desk';
import {
  allLeases,
  appendLine,
  claimDue,
  isStillClaimed,
  lapsedLeases,
  type OutboxRow,
  outboxNextDueAt,
  outboxRow,
  overdueReceipts,
  releaseCancelled,
  type Store,
  settleRow,
} from '#core/store';
import type { DeliveryReport, SendResult, SmsDriver } from './driver.ts';
import { type Settled, settlement } from './settlement.ts';

/** A gateway that has not answered by then is taken for lost. */
const SEND_TIMEOUT_MS = 15_000;
const LEASE_MS = 60_000;
/** Messages on their way at once; the lower lanes may take only part, so that they never delay a higher one. */
const MOST_IN_FLIGHT = 8;
const CORE = { kind: 'core' } as const;

export type OutboxDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly driver: () => SmsDriver;
  readonly poke: () => void;
  /** How long the gateway took to accept, for the figures on screen. */
  readonly onAccepted: (row: OutboxRow, tookMs: number) => void;
  readonly onTrouble: (error: unknown) => void;
};

export type Outbox = Manager & {
  /** After a start nobody holds the claims any more: what became of those messages is unknown. */
  recover(): void;
  /** A receipt. Resolves when it is recorded; a repeat, or one of a lower rank, changes nothing. */
  delivered(report: DeliveryReport): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
};

/** Messages that must leave: claimed with a lease, sent, settled; at least once, twice only after `unknown`. */
export function outbox(deps: OutboxDeps): Outbox {
  const { store, desk, clock } = deps;
  const inFlight = new Map<string, Promise<void>>();

  const record = (row: OutboxRow, settled: Settled): void => {
    const gateway = deps.driver().name;
    const values = {
      state: settled.state,
      attempt: row.attempt,
      gateway,
      reason: settled.reason,
      isPossiblyTwice: settled.isPossiblyTwice,
      nextAt: settled.nextAt,
    };
    if (row.incidentId !== null) {
      desk.execute(row.incidentId, { type: 'settleMessage', key: row.key, ...values }, CORE);
      store.write.transact(() => releaseCancelled(store.write, row.key));
      return;
    }
    desk.change(
      ['settings', 'status'],
      (db, author) => {
        settleRow(db, row.key, { ...values, at: author.at, tier: 'P1' });
        appendLine(db, null, { type: 'messageState', v: 1, at: author.at, by: author.by, key: row.key, ...values });
      },
      CORE,
    );
  };

  const send = async (row: OutboxRow): Promise<void> => {
    const startedAt = clock.now();
    if (!isStillClaimed(store.write, row.key)) {
      store.write.transact(() => releaseCancelled(store.write, row.key));
      return;
    }
    if (row.expiresAt <= startedAt)
      return record(row, { state: 'expired', reason: 'waited too long', nextAt: null, isPossiblyTwice: false });
    const driver = deps.driver();
    const result = await attempt(driver, row);
    const found =
      result.kind === 'unknown' && driver.find && !driver.capabilities.isIdempotent
        ? await ask(driver, row.key)
        : 'cannotTell';
    record(row, settlement(row, result, found, { now: clock.now(), isIdempotent: driver.capabilities.isIdempotent }));
    if (result.kind === 'accepted') deps.onAccepted(row, clock.now() - startedAt);
  };

  const launch = (row: OutboxRow): void => {
    const sending = send(row)
      .catch(deps.onTrouble)
      .finally(() => {
        inFlight.delete(row.key);
        deps.poke();
      });
    inFlight.set(row.key, sending);
  };

  return {
    name: 'outbox',
    nextDueAt: () => (inFlight.size >= MOST_IN_FLIGHT ? null : outboxNextDueAt(store.write, [...inFlight.keys()])),
    run(now) {
      for (const row of lapsedLeases(store.write, now)) {
        if (!inFlight.has(row.key)) record(row, lostAnswer(row, now));
      }
      for (const row of overdueReceipts(store.write, now))
        record(row, { state: 'unconfirmed', reason: 'no receipt in time', nextAt: null, isPossiblyTwice: false });
      const room = MOST_IN_FLIGHT - inFlight.size;
      if (room <= 0) return;
      const claimed = store.write.transact(() => claimDue(store.write, now, now + LEASE_MS, room));
      for (const row of claimed) launch(row);
    },
    recover() {
      const now = clock.now();
      for (const row of allLeases(store.write)) record(row, lostAnswer(row, now));
    },
    delivered({ key, state, reason }) {
      if (state === 'sent') return;
      const row = outboxRow(store.write, key);
      if (row) record(row, { state, reason, nextAt: null, isPossiblyTwice: false });
    },
    async idle() {
      while (inFlight.size > 0) await Promise.all(inFlight.values());
    },
  };
}

/** One attempt. A driver does not throw for a gateway's reasons; if it does, the answer counts as lost. */
async function attempt(driver: SmsDriver, row: OutboxRow): Promise<SendResult> {
  try {
    return await driver.send({ key: row.key, to: row.to, text: row.text }, AbortSignal.timeout(SEND_TIMEOUT_MS));
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.name : 'the driver failed' };
  }
}

async function ask(driver: SmsDriver, key: string): Promise<'present' | 'absent' | 'cannotTell'> {
  try {
    return (await driver.find?.(key, AbortSignal.timeout(SEND_TIMEOUT_MS))) ?? 'cannotTell';
  } catch {
    return 'cannotTell'; // not being able to ask is an answer of its own
  }
}

/** The core died, or the gateway hung, between the claim and the answer. */
function lostAnswer(row: OutboxRow, now: number): Settled {
  return settlement(row, { kind: 'unknown', reason: 'no answer before the core stopped' }, 'cannotTell', {
    now,
    isIdempotent: false,
  });
}
