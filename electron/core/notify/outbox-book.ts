import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import {
  appendLine,
  awaitNoReceipt,
  endWait,
  giveBack,
  markSuccess,
  noteWhereabouts,
  type OutboxRow,
  outboxRow,
  putOffWait,
  type Store,
  settleRow,
} from '#core/store';
import type { MessageSlot } from '#shared/contract';
import { type MessageState, rises } from '#shared/incident';
import { looseReturn, type Returned, type Settled, type Whereabouts } from './settlement.ts';

/** What could not be recorded (a bug in one incident) is looked at again after this; the others do not wait for it. */
const BROKEN_PAUSE_MS = 10_000;
const CORE = { kind: 'core' } as const;

/** The gateway that a message was just handed to, and where that stands. */
export type HandedTo = { readonly slot: MessageSlot; readonly gateway: string; readonly hasReceipts: boolean };

/** What a gateway answered about messages that left as one. */
export type Answer = {
  readonly rows: readonly OutboxRow[];
  readonly settled: Settled;
  readonly whereabouts: Whereabouts;
  readonly to: HandedTo;
};

/** An answer that nobody could write down yet; tried again at `triesAt`. */
type Unwritten = Answer & { readonly triesAt: number };

/** Writes down what becomes of messages, and keeps what cannot be written yet. */
export type OutboxBook = {
  /** False when that was already known. `to` null: nobody was asked, a person or the clock decided. */
  record(row: OutboxRow, settled: Settled, to: HandedTo | null): boolean;
  /** A gateway gave it back; false where that is no news. */
  comeBack(row: OutboxRow, returned: Returned, from: Omit<HandedTo, 'hasReceipts'>): boolean;
  /** Settles a claim or a wait for a receipt. Whatever happens, it does not stay due. */
  settle(row: OutboxRow, settled: Settled, whereabouts?: Whereabouts): void;
  /**
   * Writes an answer down. Where the database is locked or full it is kept and tried again: what the gateway has taken
   * must not leave twice because nobody could note it. Once the message has expired it ends as any claim does.
   */
  writeDown(answer: Answer): void;
  /** Where a message may lie, and when that place is asked about it. */
  note(key: string, whereabouts: Whereabouts): void;
  /** Tries again what could not be written and is due. */
  writeAgain(now: number): void;
  /** Keys of what could not be written yet. */
  unwritten(): readonly string[];
  isUnwritten(key: string): boolean;
  triesAgainAt(): number | null;
};

export function outboxBook(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}): OutboxBook {
  const { store, desk, clock } = deps;
  const unwritten = new Map<string, Unwritten>();

  const record = (row: OutboxRow, settled: Settled, to: HandedTo | null): boolean => {
    const values = {
      state: settled.state,
      attempt: row.attempt,
      gateway: to?.gateway ?? null,
      reason: settled.reason,
      isPossiblyTwice: settled.isPossiblyTwice,
      nextAt: settled.nextAt,
      // The primary is what is meant where nothing is said; logs were written so before there were others.
      ...(to !== null && to.slot !== 'primary' && { slot: to.slot }),
    };
    if (row.incidentId !== null) {
      const recorded = desk.execute(row.incidentId, { type: 'settleMessage', key: row.key, ...values }, CORE);
      return recorded.ok && recorded.events.length > 0;
    }
    // A receipt may have come before the answer: what is known by now counts, not what was known when it was claimed.
    const known = outboxRow(store.write, row.key)?.state ?? row.state;
    if (!mayFollow(known, values.state)) return false;
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

  const comeBack: OutboxBook['comeBack'] = (row, { reason, mayHaveLeft }, { slot, gateway }) => {
    const where = slot !== 'primary' && { slot };
    if (row.incidentId !== null) {
      const returned = { type: 'returnMessage', key: row.key, gateway, reason, mayHaveLeft, ...where } as const;
      const recorded = desk.execute(row.incidentId, returned, CORE);
      return recorded.ok && recorded.events.length > 0;
    }
    const settled = looseReturn(row, { reason, mayHaveLeft }, clock.now());
    if (settled === null) return false;
    if (settled.nextAt === null) return record(row, settled, { slot, gateway, hasReceipts: true });
    const { nextAt, isPossiblyTwice } = settled;
    desk.change(
      ['settings', 'status'],
      (db, author) => {
        giveBack(db, row.key, { reason, isPossiblyTwice, nextAt });
        const values = { key: row.key, ...settled, attempt: row.attempt, gateway, ...where, isReturned: true };
        appendLine(db, null, { type: 'messageState', v: 1, at: author.at, by: author.by, ...values });
      },
      CORE,
    );
    return true;
  };

  const settle: OutboxBook['settle'] = (row, settled, whereabouts) => {
    try {
      const isNews = record(row, settled, null);
      if (!isNews || settled.state === 'cancelled') store.write.transact(() => endWait(store.write, row.key));
      if (whereabouts) store.write.transact(() => noteWhereabouts(store.write, row.key, whereabouts));
    } catch (error) {
      deps.onTrouble(error);
      store.write.transact(() => putOffWait(store.write, row.key, clock.now() + BROKEN_PAUSE_MS));
    }
  };

  const writeDown: OutboxBook['writeDown'] = (answer) => {
    const keys = answer.rows.map((each) => each.key);
    for (const key of keys) unwritten.delete(key);
    try {
      store.write.transact(() => {
        for (const row of answer.rows) {
          const isNews = record(row, answer.settled, answer.to);
          if (!isNews || answer.settled.state === 'cancelled') endWait(store.write, row.key);
          if (isNews) noteWhereabouts(store.write, row.key, answer.whereabouts);
          if (!answer.to.hasReceipts) awaitNoReceipt(store.write, row.key);
        }
        if (answer.settled.state === 'accepted') markSuccess(store.write, answer.to.slot, clock.now());
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

  return {
    record,
    comeBack,
    settle,
    writeDown,
    note: (key, whereabouts) => store.write.transact(() => noteWhereabouts(store.write, key, whereabouts)),
    writeAgain(now) {
      for (const answer of new Set(unwritten.values())) if (answer.triesAt <= now) writeDown(answer);
    },
    unwritten: () => [...unwritten.keys()],
    isUnwritten: (key) => unwritten.has(key),
    triesAgainAt: () =>
      unwritten.size === 0 ? null : Math.min(...[...unwritten.values()].map((each) => each.triesAt)),
  };
}

/** States of messages that belong to no incident rise by the same rule; one that is being sent may become anything. */
function mayFollow(known: string, next: MessageState): boolean {
  return known === 'sending' || rises(known as MessageState, next); // rows hold these states and `sending`
}
