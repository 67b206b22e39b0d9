import type { Clock } from '#core/clockwork';
import { endWait, isOptedOut, isStillClaimed, type OutboxRow, outboxRow, type Store } from '#core/store';
import type { MessageSlot } from '#shared/contract';
import { LANES } from '#shared/incident';
import { ask, attempt } from './attempt.ts';
import type { SendResult, SmsDriver } from './driver.ts';
import type { HandedTo, OutboxBook } from './outbox-book.ts';
import { isRefusal } from './routing.ts';
import { ASK_AGAIN_MS, NOWHERE, type Settled, settlement, whereabouts } from './settlement.ts';
import type { Ways } from './ways.ts';

/** Messages that leave as one, and where. */
export type Claimed = { readonly rows: readonly OutboxRow[]; readonly slot: MessageSlot };

export type SenderDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ways: Ways;
  readonly book: OutboxBook;
  /** How long the gateway took to accept, for the figures on screen. */
  readonly onAccepted: (tookMs: number) => void;
  /** An attempt is over: the gateway took the message, or did not, or nobody knows. */
  readonly onAttempt: (slot: MessageSlot, wasTaken: boolean) => void;
};

/** Hands claimed messages to their gateway, and asks a gateway about those whose answer was lost. */
export type Sender = {
  send(claimed: Claimed): Promise<void>;
  /** Asks about a message that may lie at a gateway; nothing is sent. */
  askAbout(row: OutboxRow): Promise<void>;
};

export function sender({ store, clock, ways, book, ...deps }: SenderDeps): Sender {
  /** Of several that leave in one text, those that still may; what became of the others is written down. */
  const stillLeaving = (rows: readonly OutboxRow[], now: number): readonly OutboxRow[] =>
    rows.filter((row) => {
      if (!isStillClaimed(store.write, row.key)) {
        store.write.transact(() => endWait(store.write, row.key));
        return false;
      }
      const held = heldBack(store, row, now);
      if (held) book.settle(row, held);
      return held === null;
    });

  /** What its gateway says of messages that it may have is written down. */
  const settleFound = (rows: readonly OutboxRow[], slot: MessageSlot, driver: SmsDriver, isThere: boolean): void => {
    const none = { reason: null, isPossiblyTwice: false } as const;
    const settled: Settled = isThere
      ? { ...none, state: 'accepted', nextAt: null }
      : { ...none, state: 'retrying', reason: 'notThere', nextAt: clock.now() };
    book.writeDown({ rows, settled, whereabouts: NOWHERE, to: handedTo(slot, driver) });
  };

  /** What the primary did not take need not wait: the fallback may have it now. */
  const sooner = (row: OutboxRow, slot: MessageSlot, settled: Settled): Settled => {
    if (settled.state !== 'retrying' || slot !== 'primary') return settled;
    const isForOther = ways.routeOf({ ...row, state: 'retrying', slot }) !== slot;
    return isForOther ? { ...settled, nextAt: clock.now() } : settled;
  };

  return {
    async send({ rows: claimed, slot }) {
      const startedAt = clock.now();
      let rows = stillLeaving(claimed, startedAt);
      const [first] = rows;
      if (!first) return;
      const driver = ways.driver(slot);
      if (!driver) {
        for (const row of rows) book.settle(row, NO_GATEWAY, NOWHERE);
        return;
      }
      const { isIdempotent } = driver.capabilities;
      const canBeAsked = isAskable(driver);
      const key = keyOf(rows);
      if (canBeAsked && first.mayBeAt === slot) {
        const found = await ask(driver, key);
        if (found !== 'cannotTell') return settleFound(rows, slot, driver, found === 'present');
        // Meanwhile somebody may have taken it over.
        rows = stillLeaving(rows, clock.now());
        if (rows.length === 0) return;
      }
      const { to, text, expiresAt } = first;
      const answered = await attempt(driver, { key, to, text, expiresAt });
      const result = slot === 'push' ? withoutDoubt(answered) : answered;
      const found = result.kind === 'unknown' && canBeAsked ? await ask(driver, key) : 'cannotTell';
      const now = clock.now();
      ways.attempted(slot, result);
      const settled = sooner(first, slot, settlement(first, result, found, { now, isIdempotent }));
      const isTogether = rows.length > 1 && settled.state === 'accepted';
      book.writeDown({
        rows,
        settled: isTogether ? { ...settled, reason: `bundled:${key}` } : settled,
        whereabouts: whereabouts(first.mayBeAt, result, found, {
          slot,
          // What leaves again by itself is asked about just before.
          askAt: canBeAsked && settled.nextAt === null ? now + ASK_AGAIN_MS : null,
        }),
        to: handedTo(slot, driver),
      });
      const isTaken = result.kind === 'accepted' || result.kind === 'duplicate';
      // One that refuses this message only is no worse for it.
      if (result.kind !== 'rejected' || isRefusal(result)) deps.onAttempt(slot, isTaken);
      if (result.kind === 'accepted') deps.onAccepted(clock.now() - startedAt);
    },
    async askAbout(row) {
      const { key, mayBeAt } = row;
      const now = clock.now();
      const driver = mayBeAt === null ? null : ways.driver(mayBeAt);
      if (driver === null || mayBeAt === null || !isAskable(driver) || row.expiresAt <= now)
        return book.note(key, { mayBeAt, askAt: null });
      book.note(key, { mayBeAt, askAt: now + ASK_AGAIN_MS });
      const found = await ask(driver, keyOf([row]));
      // Meanwhile a receipt may have come, or somebody may have had it sent again.
      if (found === 'cannotTell' || outboxRow(store.write, key)?.state !== 'unknown') return;
      settleFound([row], mayBeAt, driver, found === 'present');
    },
  };
}

function handedTo(slot: MessageSlot, { name, capabilities }: SmsDriver): HandedTo {
  return { slot, gateway: name, hasReceipts: capabilities.hasReceipts };
}

/** What stands beside a text is no reason to call anybody: a push whose answer was lost is given up. */
function withoutDoubt(result: SendResult): SendResult {
  return result.kind === 'unknown' ? { kind: 'rejected', reason: result.reason, scope: 'content' } : result;
}

const NO_GATEWAY: Settled = { state: 'failed', reason: 'noGateway', nextAt: null, isPossiblyTwice: false };

/** Whether asking is how a lost answer is settled: one that knows a repeated key is simply given it again. */
export function isAskable({ find, capabilities }: SmsDriver): boolean {
  return find !== undefined && !capabilities.isIdempotent;
}

/** What the gateway knows messages by that leave as one. */
function keyOf([first]: readonly OutboxRow[]): string {
  return first?.bundleKey ?? first?.key ?? '';
}

/** Why a claimed message does not leave after all; null when it does. Asked just before it would. */
function heldBack(store: Store, row: OutboxRow, now: number): Settled | null {
  const none = { nextAt: null, isPossiblyTwice: false } as const;
  if (row.expiresAt <= now) return { ...none, state: 'expired', reason: 'waitedTooLong' };
  // Nobody's STOP keeps an incident from a responder; a reminder it does.
  const obeysStop = row.lane === LANES.resident || row.lane === LANES.lifeSafety || row.purpose === 'reminder';
  if (obeysStop && isOptedOut(store.write, row.to)) return { ...none, state: 'cancelled', reason: 'optedOut' };
  return null;
}
