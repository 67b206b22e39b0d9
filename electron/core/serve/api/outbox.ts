import { allRows, cancelLooseMessage, type ListedRow, listedRow, listOutbox, retryLooseMessage } from '#core/store';
import type { Answer, OutboxEntry, OutboxFilter } from '#shared/contract';
import { isCancellable, type Message, type MessageState, refusalWords, retryOf } from '#shared/incident';
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
      const retry = retryOfRow(row, standingIn(parts, row));
      if (retry === 'no') return refused('notTriedAgain');
      if (retry === 'mayBeTwice' && !isConfirmed) return refused('mayBeTwice');
      if (row.incidentId !== null)
        return plain(desk.execute(row.incidentId, { type: 'retryMessage', key, isConfirmed }, by));
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
      if (!isCancellable(standingIn(parts, row))) return refused('hasLeft');
      if (row.incidentId !== null) return plain(desk.execute(row.incidentId, { type: 'cancelMessage', key }, by));
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

type Standing = Parameters<typeof retryOf>[0];

/** As its incident knows it; what belongs to none is known by its row, which knows one state more: being sent. */
function standingIn({ desk }: Parts, row: ListedRow): Standing {
  const known = messageOf({ desk }, row);
  const { state, nextAt, isPossiblyTwice } = row;
  return known ?? { state: state as MessageState, nextAt, isPossiblyTwice, isCalledBack: state === 'cancelled' }; // that one is asked about before
}

function messageOf({ desk }: Pick<Parts, 'desk'>, { incidentId, key }: ListedRow): Message | null {
  const state = incidentId === null ? null : desk.state(incidentId);
  return state?.messages.find((each) => each.key === key) ?? null;
}

/** What may lie at a gateway may arrive twice, whatever became of it here. */
function retryOfRow({ state, purpose, mayBeAt }: ListedRow, standing: Standing): ReturnType<typeof retryOf> {
  if (state === 'sending' || purpose === 'push') return 'no';
  const retry = retryOf(standing);
  return retry === 'free' && mayBeAt !== null ? 'mayBeTwice' : retry;
}

function entriesOf(parts: Parts, filter: OutboxFilter): readonly OutboxEntry[] {
  const now = parts.clock.now();
  const at = filter === 'waiting' ? now : now - DAY_MS;
  const names = namesByPhone(parts);
  return listOutbox(parts.store.read, { filter, at, most: MOST_LISTED }).map((row) => entryOf(parts, names, row));
}

function entryOf(parts: Parts, names: ReadonlyMap<string, string>, row: ListedRow): OutboxEntry {
  const standing = standingIn(parts, row);
  const retry = retryOfRow(row, standing);
  const toName = messageOf(parts, row)?.to.name ?? '';
  return {
    key: row.key,
    to: row.to,
    name: toName === '' ? (names.get(row.to) ?? '') : toName,
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
    canCancel: row.state !== 'sending' && isCancellable(standing),
  };
}

function namesByPhone({ store, book }: Parts): ReadonlyMap<string, string> {
  const residents = allRows(store.read, 'resident').flatMap(({ phone, name }) =>
    phone ? [[phone, name] as const] : [],
  );
  const responders = book.responders().flatMap(({ phone, name }) => (phone ? [[phone, name] as const] : []));
  return new Map([...residents, ...responders]);
}
