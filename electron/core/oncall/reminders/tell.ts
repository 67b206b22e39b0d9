import { randomUUID } from 'node:crypto';
import {
  type Author,
  cancelLooseMessage,
  endReminder,
  isOptedOut,
  logReminderFailed,
  putReminder,
  queueLooseMessage,
  type ReminderFailure,
  type ReminderRow,
  type SentReminder,
  type Store,
  type WriteDb,
} from '#core/store';
import type { Instant, Responder } from '#shared/contract';
import { LANES } from '#shared/incident';
import { noLongerOnCallText, reminderText } from '#shared/messages';
import type { OnCallBook } from '../book.ts';
import { leftOf } from './decide.ts';
import type { Due, Lost } from './look.ts';
import { companyFacts } from './settings.ts';
import { isUnsent } from './told.ts';

/** Tells people, and writes down that they were told; all within a transaction of the desk. */

type TellDeps = { readonly store: Store; readonly book: OnCallBook };

/** After the start a reminder is of use for so long. */
export const LATE_MS = 10 * 60_000;

/** What is kept of a stretch that somebody is to be told of. */
export function rowOf({ id, stretch, dueAt }: Due): ReminderRow {
  const { responderId, role, startsAt, endsAt, parts } = stretch;
  const trades = [...new Set(parts.map((each) => each.trade))];
  const nothing = { messageKey: null, failedWhy: null, confirmedAt: null, confirmedBy: null } as const;
  return { id, responderId, role, startsAt, endsAt, trades, dueAt, ...nothing };
}

/** Why this person cannot be texted; null when they can. */
function whyNot({ store }: Pick<TellDeps, 'store'>, { phone }: Responder): ReminderFailure | null {
  if (phone === null) return 'noNumber';
  return isOptedOut(store.write, phone) ? 'optedOut' : null;
}

/** It could not be sent then, and could now. */
export function isWorthAnother(deps: TellDeps, row: SentReminder): boolean {
  const responder = deps.book.responder(row.responderId);
  return row.failedWhy !== null && row.confirmedAt === null && responder !== null && whyNot(deps, responder) === null;
}

/** Texts whoever has the stretch, or notes why they cannot be. */
export function remind(deps: TellDeps, db: WriteDb, author: Author, rows: readonly SentReminder[], due: Due): void {
  const responder = deps.book.responder(due.stretch.responderId);
  const company = companyFacts(db);
  if (!responder || !company) return;
  const { startsAt, endsAt, isOpen, parts, frontUntil } = due.stretch;
  for (const each of rows) {
    if (each.responderId === responder.id && each.startsAt === startsAt && isWorthAnother(deps, each))
      endReminder(db, each.id, author.at);
  }
  const failedWhy = whyNot(deps, responder);
  const row = { ...rowOf(due), id: randomUUID(), failedWhy };
  if (failedWhy !== null || responder.phone === null) {
    putReminder(db, row);
    return logReminderFailed(db, row, author);
  }
  const key = `reminder-${randomUUID()}`;
  const text = reminderText({
    language: responder.language,
    company: company.name,
    zone: company.zone,
    startsAt,
    endsAt: isOpen ? null : endsAt,
    parts,
    partsUntil: frontUntil,
    hasBegun: startsAt <= author.at,
  });
  const goodForMs = Math.max(startsAt + LATE_MS - author.at, LATE_MS);
  const message = { key, purpose: 'reminder', lane: LANES.reminder, to: responder.phone, text, goodForMs } as const;
  queueLooseMessage(db, author, message);
  putReminder(db, { ...row, messageKey: key });
}

/** Says that a stretch, or a part of it, is not theirs any more. What has not left yet is called back instead. */
export function tellLost(
  { book }: TellDeps,
  db: WriteDb,
  author: Author,
  rows: readonly SentReminder[],
  { told, startsAt, endsAt }: Lost,
): void {
  const row = rows.find((each) => each.id === told.id);
  if (!row) return;
  const [first, ...others] = leftOf(row, { startsAt, endsAt });
  if (!first) endReminder(db, row.id, author.at);
  else putReminder(db, { ...row, ...first });
  for (const rest of others) putReminder(db, { ...row, ...rest, id: randomUUID() });
  if (isUnsent(row)) {
    if (!first && row.messageKey !== null) cancelLooseMessage(db, row.messageKey, author);
    return;
  }
  const responder = book.responder(row.responderId);
  const company = companyFacts(db);
  if (!responder || !company || responder.phone === null || isOptedOut(db, responder.phone)) return;
  const text = noLongerOnCallText({
    language: responder.language,
    company: company.name,
    zone: company.zone,
    startsAt,
    endsAt,
    parts: row.trades.map((trade) => ({ trade, role: row.role })),
    partsUntil: null,
  });
  const message = { key: `reminder-${randomUUID()}`, purpose: 'reminder', lane: LANES.reminder, text } as const;
  const goodForMs = Math.max(endsAt - author.at, LATE_MS);
  queueLooseMessage(db, author, { ...message, to: responder.phone, goodForMs });
}

/** It goes on past what was known when they were told. */
export function moveEnd(db: WriteDb, rows: readonly SentReminder[], id: string, endsAt: Instant): void {
  const row = rows.find((each) => each.id === id);
  if (row) putReminder(db, { ...row, endsAt });
}
