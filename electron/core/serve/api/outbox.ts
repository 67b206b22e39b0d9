import { type ListedRow, allRows, cancelLooseMessage, listedRow, listOutbox, retryLooseMessage } from '#core/store';
import type { Answer, OutboxEntry, OutboxFilter, RetryInput } from '#shared/contract';
import { isCancellable, type MessageState, refusalWords, retryOf } from '#shared/incident';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

const DAY_MS = 24 * 60 * 60_000;
/** More at once nobody reads; the worst and oldest come first. */
const MOST_LISTED = 500;

/** What waits to leave, and what became of what left. */
export function outboxApi(parts: Parts): Pick<ConsoleApi, 'outbox' | 'retryMessage' | 'cancelMessage'> {
  const { store, desk, clock } = parts;
  return {
    outbox: (filter) => entriesOf(parts, filter),
    retryMessage({ key, isConfirmed = false }) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const row = listedRow(store.read, key);
      if (!row) return refused('noSuchMessage');
      if (row.state === 'sending') return refused('hasLeft');
      if (row.incidentId !== null)
        return plain(desk.execute(row.incidentId, { type: 'retryMessage', key, isConfirmed }, by));
      const retry = retryOf(standingOf(row));
      if (retry === 'no' || row.purpose === 'push') return refused('notTriedAgain');
      if (retry === 'mayBeTwice' && !isConfirmed) return refused('mayBeTwice');
      const again = {
        key,
        isPossiblyTwice: retry === 'mayBeTwice',
        expiresAt: Math.max(row.expiresAt, clock.now() + row.expiresAt - row.queuedAt),
      };
      desk.change(['settings', 'status'], (db, author) => retryLooseMessage(db, again, author), by);
      return DONE;
    },
    cancelMessage(key) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const row = listedRow(store.read, key);
      if (!row) return refused('noSuchMessage');
      if (row.state === 'sending') return refused('hasLeft');
      if (row.incidentId !== null) return plain(desk.execute(row.incidentId, { type: 'cancelMessage', key }, by));
      if (!isCancellable(standingOf(row))) return refused('hasLeft');
      desk.change(['settings', 'status'], (db, author) => cancelLooseMessage(db, key, author, 'cancelledByHand'), by);
      return DONE;
    },
  };
}

function refused(code: Parameters<typeof refusalWords>[0]): ReturnType<typeof refusal> {
  return refusal(code, refusalWords(code));
}

function plain(executed: { readonly ok: true } | ReturnType<typeof refusal>): Answer<null> {
  return executed.ok ? DONE : executed;
}

/** As a message of an incident stands; rows know one state more, while they are being sent. */
function standingOf({ state, nextAt, isPossiblyTwice }: ListedRow): Parameters<typeof retryOf>[0] {
  return { state: state as MessageState, nextAt, isPossiblyTwice, isCalledBack: state === 'cancelled' }; // not of one being sent
}

function entriesOf(parts: Parts, filter: OutboxFilter): readonly OutboxEntry[] {
  const now = parts.clock.now();
  const at = filter === 'waiting' ? now : now - DAY_MS;
  const names = namesByPhone(parts);
  return listOutbox(parts.store.read, { filter, at, most: MOST_LISTED }).map((row) => entryOf(parts, names, row));
}

function entryOf({ desk }: Parts, names: ReadonlyMap<string, string>, row: ListedRow): OutboxEntry {
  const message = row.incidentId === null ? null : desk.state(row.incidentId)?.messages.find((each) => each.key === row.key);
  const standing = message ?? standingOf(row);
  const isLeaving = row.state === 'sending';
  const retry = isLeaving || row.purpose === 'push' ? 'no' : retryOf(standing);
  return {
    key: row.key,
    to: row.to,
    name: message?.to.name || (names.get(row.to) ?? ''),
    purpose: row.purpose,
    state: row.state,
    reason: row.reason,
    attempts: row.attempt,
    queuedAt: row.queuedAt,
    nextAt: row.nextAt,
    expiresAt: row.expiresAt,
    gateway: row.gateway,
    slot: row.slot,
    isPossiblyTwice: row.isPossiblyTwice,
    incidentId: row.incidentId,
    incidentNumber: row.incidentNumber,
    canRetry: retry !== 'no',
    mayBeTwice: retry === 'mayBeTwice',
    canCancel: !isLeaving && isCancellable(standing),
  };
}

function namesByPhone({ store, book }: Parts): ReadonlyMap<string, string> {
  const residents = allRows(store.read, 'resident').flatMap(({ phone, name }) => (phone ? [[phone, name] as const] : []));
  const responders = book.responders().flatMap(({ phone, name }) => (phone ? [[phone, name] as const] : []));
  return new Map([...residents, ...responders]);
}
