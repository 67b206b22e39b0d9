import type { Clock, Manager } from '#core/clockwork';
import type { Desk } from '#core/desk';
import {
  allLeases,
  appendLine,
  type Bundle,
  bundleOf,
  claimRow,
  endWait,
  isOptedOut,
  isStillClaimed,
  keepBundle,
  lapsedLeases,
  nextDue,
  type OutboxRow,
  outboxNextDueAt,
  overdueReceipts,
  putOffDue,
  putOffWait,
  type Store,
  sentAs,
  settleRow,
} from '#core/store';
import { LANES } from '#shared/incident';
import { ask, attempt } from './attempt.ts';
import { heldFor, leavingWith, textOf } from './bundle.ts';
import type { DeliveryReport, SmsDriver } from './driver.ts';
import { afterCrash, type Settled, settlement } from './settlement.ts';

const LEASE_MS = 60_000;
/** What could not be recorded (a bug in one incident) is looked at again after this; the others do not wait for it. */
const BROKEN_PAUSE_MS = 10_000;
/**
 * How many messages of a lane and of those below it may be on their way at once. The lower ones get only part of it, so
 * that a gateway that hangs on five hundred of them still has room for a P1.
 */
const MOST_ON_THEIR_WAY = [16, 8, 6, 4, 2] as const;
/** Overdue receipts that are settled before others get their turn. */
const BATCH = 25;
const CORE = { kind: 'core' } as const;

export type OutboxDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly driver: () => SmsDriver;
  readonly poke: () => void;
  /** How long the gateway took to accept, for the figures on screen. */
  readonly onAccepted: (tookMs: number) => void;
  /** An attempt is over: the gateway took the message, or did not, or nobody knows. */
  readonly onAttempt: (wasTaken: boolean) => void;
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

/** What a gateway answered, and nobody could write down yet; tried again at `triesAt`. */
type Unwritten = {
  readonly rows: readonly OutboxRow[];
  readonly settled: Settled;
  readonly gateway: string;
  readonly triesAt: number;
};

/** Messages that must leave: claimed with a lease, sent, settled; at least once, twice only after `unknown`. */
export function outbox(deps: OutboxDeps): Outbox {
  const { store, desk, clock } = deps;
  const lookup = { db: store.write, desk };
  const onTheirWay = new Map<string, { readonly lane: number | null; readonly sending: Promise<void> }>();
  const unwritten = new Map<string, Unwritten>();

  /** Writes what became of a message. False when that was already known. `gateway`: the one it was just handed to. */
  const record = (row: OutboxRow, settled: Settled, gateway: string | null): boolean => {
    const values = {
      state: settled.state,
      attempt: row.attempt,
      gateway,
      reason: settled.reason,
      isPossiblyTwice: settled.isPossiblyTwice,
      nextAt: settled.nextAt,
    };
    if (row.incidentId !== null) {
      const recorded = desk.execute(row.incidentId, { type: 'settleMessage', key: row.key, ...values }, CORE);
      return recorded.ok && recorded.events.length > 0;
    }
    if (row.state === 'delivered' || row.state === values.state) return false;
    desk.change(
      ['settings', 'status'],
      (db, author) => {
        settleRow(db, row.key, { ...values, at: author.at, tier: 'P1' });
        appendLine(db, null, { type: 'messageState', v: 1, at: author.at, by: author.by, key: row.key, ...values });
      },
      CORE,
    );
    return true;
  };

  /**
   * Settles a claim or a wait for a receipt. Whatever happens, it does not stay due. Only an attempt names its gateway: the
   * one in use may have changed since.
   */
  const settle = (row: OutboxRow, settled: Settled, gateway: string | null = null): void => {
    try {
      const isNews = record(row, settled, gateway);
      if (!isNews || settled.state === 'cancelled') store.write.transact(() => endWait(store.write, row.key));
    } catch (error) {
      deps.onTrouble(error);
      store.write.transact(() => putOffWait(store.write, row.key, clock.now() + BROKEN_PAUSE_MS));
    }
  };

  /**
   * Writes an answer down. Where the database is locked or full it is kept and tried again: what the gateway has taken
   * must not leave twice because nobody could note it. Once the message has expired it ends as any claim does.
   */
  const writeDown = (answer: Omit<Unwritten, 'triesAt'>): void => {
    const keys = answer.rows.map((each) => each.key);
    for (const key of keys) unwritten.delete(key);
    try {
      store.write.transact(() => {
        for (const row of answer.rows) {
          const isNews = record(row, answer.settled, answer.gateway);
          if (!isNews || answer.settled.state === 'cancelled') endWait(store.write, row.key);
        }
      });
    } catch (error) {
      const isOver = answer.rows.every((each) => each.expiresAt <= clock.now());
      if (!isOver) {
        const kept = { ...answer, triesAt: clock.now() + BROKEN_PAUSE_MS };
        for (const key of keys) unwritten.set(key, kept);
      }
      deps.onTrouble(error);
    }
  };

  const triesAgainAt = (): number | null =>
    unwritten.size === 0 ? null : Math.min(...[...unwritten.values()].map((each) => each.triesAt));

  /** Why a claimed message does not leave after all; null when it does. Asked just before it would. */
  const heldBack = (row: OutboxRow, now: number): Settled | null => {
    const none = { nextAt: null, isPossiblyTwice: false } as const;
    if (row.expiresAt <= now) return { ...none, state: 'expired', reason: 'waitedTooLong' };
    // Nobody's STOP keeps an incident from a responder; a reminder it does.
    const obeysStop = row.lane === LANES.resident || row.lane === LANES.lifeSafety || row.purpose === 'reminder';
    if (obeysStop && isOptedOut(store.write, row.to)) return { ...none, state: 'cancelled', reason: 'optedOut' };
    return null;
  };

  /** Of several that leave in one text, those that still may; what became of the others is written down. */
  const stillLeaving = (rows: readonly OutboxRow[], now: number): readonly OutboxRow[] =>
    rows.filter((row) => {
      if (!isStillClaimed(store.write, row.key)) {
        store.write.transact(() => endWait(store.write, row.key));
        return false;
      }
      const held = heldBack(row, now);
      if (held) settle(row, held);
      return held === null;
    });

  const send = async (claimed: readonly OutboxRow[]): Promise<void> => {
    const startedAt = clock.now();
    const rows = stillLeaving(claimed, startedAt);
    const [first] = rows;
    if (!first) return;
    const key = first.bundleKey ?? first.key;
    const driver = deps.driver();
    const { isIdempotent } = driver.capabilities;
    const result = await attempt(driver, {
      key,
      to: first.to,
      text: first.text,
      expiresAt: first.expiresAt,
    });
    const canAsk = result.kind === 'unknown' && driver.find !== undefined && !isIdempotent;
    const found = canAsk ? await ask(driver, key) : 'cannotTell';
    const settled = settlement(first, result, found, { now: clock.now(), isIdempotent });
    const isTogether = rows.length > 1 && settled.state === 'accepted';
    writeDown({
      rows,
      settled: isTogether ? { ...settled, reason: `bundled:${key}` } : settled,
      gateway: driver.name,
    });
    // One that refuses this message only is no worse for it.
    const isAboutMessage = result.kind === 'rejected' && result.scope !== 'account';
    if (!isAboutMessage) deps.onAttempt(result.kind === 'accepted' || result.kind === 'duplicate');
    if (result.kind === 'accepted') deps.onAccepted(clock.now() - startedAt);
  };

  const launch = (rows: readonly OutboxRow[]): void => {
    const sending = send(rows)
      .catch(deps.onTrouble)
      .finally(() => {
        for (const { key } of rows) onTheirWay.delete(key);
        deps.poke();
      });
    // Several in one text take the room of one.
    for (const [index, { key, lane }] of rows.entries())
      onTheirWay.set(key, { lane: index === 0 ? lane : null, sending });
  };

  const lanesOnTheirWay = (): number[] => [...onTheirWay.values()].flatMap(({ lane }) => lane ?? []);

  /** Its phone has had enough: the log says until when it waits. Whatever happens, it does not stay due. */
  const hold = (row: OutboxRow, untilAt: number): void => {
    settle(row, { state: 'held', reason: 'throttled', nextAt: untilAt, isPossiblyTwice: false });
    putOffDue(store.write, row.key, untilAt);
  };

  /** Several leave in one text; those that may have left so leave so again. Null for one alone. */
  const bundleFor = (rows: readonly OutboxRow[], now: number): Bundle | null => {
    const [first] = rows;
    if (first?.state === 'unknown') return bundleOf(store.write, first);
    const text = rows.length > 1 ? textOf(desk, rows) : null;
    return text === null ? null : keepBundle(store.write, rows, text, { at: now, by: CORE });
  };

  const claim = (now: number): readonly (readonly OutboxRow[])[] => {
    const lanes = lanesOnTheirWay();
    const claimed: OutboxRow[][] = [];
    let heldCount = 0;
    for (let lastLane = lastOpenLane(lanes); lastLane >= 0; lastLane = lastOpenLane(lanes)) {
      const row = nextDue(store.write, now, lastLane);
      if (!row) break;
      const untilAt = heldFor(lookup, row, now);
      if (untilAt !== null) {
        hold(row, untilAt);
        heldCount += 1;
        // What may leave does not wait until everything that may not is written down.
        if (heldCount >= BATCH) break;
        continue;
      }
      const together = leavingWith(lookup, row, { now, lastLane });
      const bundle = bundleFor(together, now);
      const leaving = bundle === null ? [row] : together;
      claimed.push(leaving.map((each) => claimRow(store.write, each, now + LEASE_MS, bundle)));
      lanes.push(row.lane);
    }
    return claimed;
  };

  return {
    name: 'outbox',
    nextDueAt() {
      const settling = [...onTheirWay.keys(), ...unwritten.keys()];
      const dueAt = outboxNextDueAt(store.write, settling, lastOpenLane(lanesOnTheirWay()));
      const againAt = triesAgainAt();
      return dueAt === null || againAt === null ? (dueAt ?? againAt) : Math.min(dueAt, againAt);
    },
    run(now) {
      for (const answer of new Set(unwritten.values())) if (answer.triesAt <= now) writeDown(answer);
      // What is due together shares one durable commit, and what is too much for one turn waits for the next.
      store.write.transact(() => {
        for (const row of lapsedLeases(store.write, now))
          if (!onTheirWay.has(row.key) && !unwritten.has(row.key)) settle(row, afterCrash(row, now));
        for (const row of overdueReceipts(store.write, now, BATCH))
          settle(row, { state: 'unconfirmed', reason: 'noReceipt', nextAt: null, isPossiblyTwice: false });
      });
      // Committed before anything leaves: a core that dies here knows that it may have sent.
      const claimed = store.write.transact(() => claim(now));
      for (const rows of claimed) launch(rows);
    },
    recover() {
      const now = clock.now();
      for (const row of allLeases(store.write)) settle(row, afterCrash(row, now));
    },
    delivered({ key, state, reason }) {
      if (state === 'sent') return;
      // Several that left in one text arrive with it.
      store.write.transact(() => {
        for (const row of sentAs(store.write, key))
          record(row, { state, reason, nextAt: null, isPossiblyTwice: false }, null);
      });
    },
    async idle() {
      while (onTheirWay.size > 0) await Promise.all([...onTheirWay.values()].map((each) => each.sending));
    },
  };
}

/** The last lane that has room for one more; -1 when not even a P1 has. */
function lastOpenLane(lanes: readonly number[]): number {
  const full = MOST_ON_THEIR_WAY.findIndex((most, lane) => lanes.filter((each) => each >= lane).length >= most);
  return (full === -1 ? MOST_ON_THEIR_WAY.length : full) - 1;
}
