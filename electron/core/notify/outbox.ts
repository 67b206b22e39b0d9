import type { Manager } from '#core/clockwork';
import type { Desk } from '#core/desk';
import {
  allLeases,
  type Bundle,
  bundleOf,
  claimRow,
  keepBundle,
  lapsedLeases,
  nextDue,
  type OutboxRow,
  outboxNextDueAt,
  overdueReceipts,
  putOffDue,
  sentAs,
  toBeAsked,
} from '#core/store';
import type { MessageSlot } from '#shared/contract';
import { LANES } from '#shared/incident';
import { heldFor, isFirstP1, leavingWith, mayHaveLeft, readable, textOf } from './bundle.ts';
import { withCurrentWords } from './current-words.ts';
import type { DeliveryReport } from './driver.ts';
import { outboxBook } from './outbox-book.ts';
import { type PushDeps, pushBeside } from './outbox-push.ts';
import { type Claimed, isAskable, type SenderDeps, sender } from './outbox-send.ts';
import { afterCrash, type Returned, type Settled } from './settlement.ts';

const LEASE_MS = 60_000;
/**
 * How many messages of a lane and of those below it may be on their way at once. The lower ones get only part of it, so
 * that a gateway that hangs on five hundred of them still has room for a P1.
 */
const MOST_ON_THEIR_WAY = [16, 8, 6, 4, 2] as const;
/** Overdue receipts that are settled before others get their turn. */
const BATCH = 25;
const CORE = { kind: 'core' } as const;
const PUSH_GIVEN_UP: Settled = { state: 'failed', reason: 'coreStopped', nextAt: null, isPossiblyTwice: false };

export type OutboxDeps = Omit<SenderDeps, 'book'> &
  Pick<PushDeps, 'topicOf'> & {
    readonly desk: Desk;
    readonly poke: () => void;
    readonly onTrouble: (error: unknown) => void;
  };

export type Outbox = Manager & {
  /** After a start nobody holds the claims any more: what became of those messages is unknown. */
  recover(): void;
  /** A receipt. Resolves when it is recorded; a repeat, or one of a lower rank, changes nothing. */
  delivered(report: DeliveryReport, slot: MessageSlot): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
};

/** Messages that must leave: claimed with a lease, sent, settled; at least once, twice only after `unknown`. */
export function outbox(deps: OutboxDeps): Outbox {
  const { store, clock, ways } = deps;
  // One that cannot be read must not keep the texts of all the others.
  const known = readable(deps.desk, deps.onTrouble);
  const lookup = { db: store.write, desk: known };
  const book = outboxBook(deps);
  const { send, askAbout } = sender({ ...deps, book });
  const onTheirWay = new Map<string, { readonly lane: number | null; readonly working: Promise<void> }>();

  const launch = (rows: readonly OutboxRow[], work: Promise<void>, takesRoom: boolean): void => {
    const working = work.catch(deps.onTrouble).finally(() => {
      for (const { key } of rows) onTheirWay.delete(key);
      deps.poke();
    });
    // Several in one text take the room of one, and a question none.
    for (const [index, { key, lane }] of rows.entries())
      onTheirWay.set(key, { lane: takesRoom && index === 0 ? lane : null, working });
  };

  const lanesOnTheirWay = (): number[] => [...onTheirWay.values()].flatMap(({ lane }) => lane ?? []);

  /** Its phone has had enough: the log says until when it waits. Whatever happens, it does not stay due. */
  const hold = (row: OutboxRow, untilAt: number): void => {
    book.settle(row, { state: 'held', reason: 'throttled', nextAt: untilAt, isPossiblyTwice: false });
    putOffDue(store.write, row.key, untilAt);
  };

  /** Several leave in one text; those that may have left so leave so again. Null for one alone. */
  const bundleFor = (rows: readonly OutboxRow[], now: number): Bundle | null => {
    const [first] = rows;
    if (first && mayHaveLeft(first)) return bundleOf(store.write, first);
    const text = rows.length > 1 ? textOf(known, rows) : null;
    return text === null ? null : keepBundle(store.write, rows, text, { at: now, by: CORE });
  };

  /** How long a message waits for its gateway's rate; what a life or a first P1 hangs on does not. */
  const rateMs = (row: OutboxRow): number => {
    if (row.lane === LANES.lifeSafety || isFirstP1(lookup, row)) return 0;
    return ways.waitMs(ways.routeOf(row), row.lane);
  };

  /** Puts off a message that may not leave yet; false when it may. */
  const isPutOff = (row: OutboxRow, now: number): boolean => {
    const untilAt = heldFor(lookup, row, now);
    if (untilAt !== null) {
      hold(row, untilAt);
      return true;
    }
    const waitMs = rateMs(row);
    if (waitMs > 0) putOffDue(store.write, row.key, now + waitMs);
    return waitMs > 0;
  };

  const claim = (now: number): readonly Claimed[] => {
    const lanes = lanesOnTheirWay();
    const claimed: Claimed[] = [];
    let putOffCount = 0;
    for (let lastLane = lastOpenLane(lanes); lastLane >= 0; lastLane = lastOpenLane(lanes)) {
      const row = nextDue(store.write, now, lastLane);
      if (!row) break;
      if (isPutOff(row, now)) {
        putOffCount += 1;
        // What may leave does not wait until everything that may not is written down.
        if (putOffCount >= BATCH) break;
        continue;
      }
      const slot = ways.routeOf(row);
      ways.leaves(slot);
      const together = leavingWith(lookup, row, { now, lastLane });
      const bundle = bundleFor(together, now);
      // Several in one text are told of as they stand.
      const leaving = bundle === null ? [withCurrentWords(deps, row)] : together;
      const rows = leaving.map((each) => claimRow(store.write, each, { leaseUntil: now + LEASE_MS, slot, bundle }));
      if (ways.driver('push') !== null)
        for (const each of rows) pushBeside(store.write, { ...deps, desk: known }, each, now);
      claimed.push({ rows, slot });
      lanes.push(row.lane);
    }
    return claimed;
  };

  /** Nobody knows what became of it: where its gateway can be asked, that is asked. */
  const crashed = (row: OutboxRow, now: number): void => {
    const driver = row.slot === null ? null : ways.driver(row.slot);
    const settled = row.boundSlot === 'push' ? PUSH_GIVEN_UP : afterCrash(row, now);
    const canBeAsked = driver !== null && isAskable(driver);
    book.settle(row, settled, { mayBeAt: row.slot, askAt: canBeAsked && settled.nextAt === null ? now : null });
  };

  /** What left through another gateway since is no business of the one that gives it back. */
  const comeBack = (row: OutboxRow, returned: Returned, slot: MessageSlot): void => {
    if ((row.slot ?? 'primary') !== slot) return;
    // Its own answer comes first: that one would say that the gateway has it.
    if (row.state === 'sending') throw new Error('a message came back before it was written down that it had left');
    book.comeBack(row, returned, { slot, gateway: ways.driver(slot)?.name ?? '' });
  };

  /** The network took it: news where the answer was lost, for then it need not leave once more. */
  const settleLost = (key: string): void => {
    const lost = sentAs(store.write, key).filter(({ state }) => state === 'unknown');
    if (lost.length === 0) return;
    store.write.transact(() => {
      for (const row of lost)
        book.record(row, { state: 'accepted', reason: null, nextAt: null, isPossiblyTwice: false }, null);
    });
  };

  return {
    name: 'outbox',
    nextDueAt() {
      const settling = [...onTheirWay.keys(), ...book.unwritten()];
      const dueAt = outboxNextDueAt(store.write, settling, lastOpenLane(lanesOnTheirWay()));
      const againAt = book.triesAgainAt();
      return dueAt === null || againAt === null ? (dueAt ?? againAt) : Math.min(dueAt, againAt);
    },
    run(now) {
      book.writeAgain(now);
      // What is due together shares one durable commit, and what is too much for one turn waits for the next.
      store.write.transact(() => {
        for (const row of lapsedLeases(store.write, now))
          if (!onTheirWay.has(row.key) && !book.isUnwritten(row.key)) crashed(row, now);
        for (const row of overdueReceipts(store.write, now, BATCH))
          book.settle(row, { state: 'unconfirmed', reason: 'noReceipt', nextAt: null, isPossiblyTwice: false });
      });
      // Committed before anything leaves: a core that dies here knows that it may have sent.
      const claimed = store.write.transact(() => claim(now));
      for (const each of claimed) launch(each.rows, send(each), true);
      for (const row of toBeAsked(store.write, now, BATCH))
        if (!onTheirWay.has(row.key)) launch([row], askAbout(row), false);
    },
    recover() {
      const now = clock.now();
      for (const row of allLeases(store.write)) crashed(row, now);
    },
    delivered(report, slot) {
      const { key, state, reason } = report;
      if (state === 'sent') return settleLost(key);
      // Several that left in one text arrive, or come back, with it.
      store.write.transact(() => {
        for (const row of sentAs(store.write, key)) {
          if (state === 'returned') comeBack(row, report, slot);
          else book.record(row, { state, reason, nextAt: null, isPossiblyTwice: false }, null);
        }
      });
      if (state === 'returned') deps.poke();
    },
    async idle() {
      while (onTheirWay.size > 0) await Promise.all([...onTheirWay.values()].map((each) => each.working));
    },
  };
}

/** The last lane that has room for one more; -1 when not even a P1 has. */
function lastOpenLane(lanes: readonly number[]): number {
  const full = MOST_ON_THEIR_WAY.findIndex((most, lane) => lanes.filter((each) => each >= lane).length >= most);
  return (full === -1 ? MOST_ON_THEIR_WAY.length : full) - 1;
}
