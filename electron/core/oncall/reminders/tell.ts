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
import type { Responder } from '#shared/contract';
import { LANES } from '#shared/incident';
import { noLongerOnCallText, reminderText } from '#shared/messages';
import type { OnCallBook } from '../book.ts';
import { type HeldPart, leftOf, type ToTell } from './decide.ts';
import type { Due, Lost } from './look.ts';
import { companyFacts } from './settings.ts';
import { inOneGo } from './stretches.ts';
import { isUnsent } from './told.ts';

/** Tells people, and writes down that they were told; all within a transaction of the desk. */

type TellDeps = { readonly store: Store; readonly book: OnCallBook };

/** After the start a reminder is of use for so long. */
export const LATE_MS = 10 * 60_000;

/** What is kept of a stretch that somebody is to be told of. */
export function rowOf({ id, stretch, dueAt }: Due): ReminderRow {
  const { responderId, role, startsAt, endsAt, duties, isOpen } = stretch;
  const parts = duties.map((each) => ({
    trade: each.trade,
    role: each.role,
    startsAt: each.startsAt,
    endsAt: each.endsAt,
  }));
  const nothing = { messageKey: null, failedWhy: null, confirmedAt: null, confirmedBy: null } as const;
  return { id, responderId, role, startsAt, endsAt, parts, isOpen, dueAt, ...nothing };
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

/** Something of the same person in the same time. */
function isWithin(row: SentReminder, { responderId, startsAt, endsAt }: Due['stretch']): boolean {
  return row.responderId === responderId && row.startsAt < endsAt && row.endsAt > startsAt;
}

/** Texts whoever has the stretch, or notes why they cannot be. */
export function remind(deps: TellDeps, db: WriteDb, author: Author, rows: readonly SentReminder[], due: Due): void {
  const responder = deps.book.responder(due.stretch.responderId);
  const company = companyFacts(db);
  if (!responder || !company) return;
  const { startsAt, endsAt, isOpen, parts, frontUntil, behind } = due.stretch;
  for (const each of rows) {
    if (isWithin(each, due.stretch) && isWorthAnother(deps, each)) endReminder(db, each.id, author.at);
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
    thenParts: behind,
    hasBegun: startsAt <= author.at,
  });
  const goodForMs = Math.max(startsAt + LATE_MS - author.at, LATE_MS);
  const message = { key, purpose: 'reminder', lane: LANES.reminder, to: responder.phone, text, goodForMs } as const;
  queueLooseMessage(db, author, message);
  putReminder(db, { ...row, messageKey: key });
}

/** Says that a stretch, or a part of it, is not theirs any more. */
export function tellLost(
  { book }: TellDeps,
  db: WriteDb,
  author: Author,
  rows: readonly SentReminder[],
  { told, startsAt, endsAt, parts }: Lost,
): void {
  const row = rows.find((each) => each.id === told.id);
  if (!row) return;
  if (isUnsent(row) && row.messageKey !== null) {
    // It has not left: what is still theirs is told by a text that says only that.
    cancelLooseMessage(db, row.messageKey, author);
    return endReminder(db, row.id, author.at);
  }
  keepRest(db, author, row, leftOf(row.parts, parts));
  const responder = book.responder(row.responderId);
  const company = companyFacts(db);
  if (!responder || !company || responder.phone === null || isOptedOut(db, responder.phone)) return;
  const text = noLongerOnCallText({
    language: responder.language,
    company: company.name,
    zone: company.zone,
    startsAt,
    endsAt,
    parts,
    partsUntil: null,
    thenParts: [],
  });
  const message = { key: `reminder-${randomUUID()}`, purpose: 'reminder', lane: LANES.reminder, text } as const;
  const goodForMs = Math.max(endsAt - author.at, LATE_MS);
  queueLooseMessage(db, author, { ...message, to: responder.phone, goodForMs });
}

/** What of a row is still theirs, a row for each stretch of it. */
function keepRest(db: WriteDb, author: Author, row: SentReminder, left: readonly HeldPart[]): void {
  const spells = inOneGo(left, 0);
  if (spells.length === 0) endReminder(db, row.id, author.at);
  for (const [index, { startsAt, endsAt, items }] of spells.entries()) {
    const role = items.some((each) => each.role === 'primary') ? 'primary' : 'backup';
    const isOpen = row.isOpen && endsAt === row.endsAt;
    const id = index === 0 ? row.id : randomUUID();
    putReminder(db, { ...row, id, role, startsAt, endsAt, parts: items, isOpen });
  }
}

/** They were told that it goes on, and it does. */
export function goOn(db: WriteDb, rows: readonly SentReminder[], extended: ToTell['extend']): void {
  for (const [id, own] of Map.groupBy(extended, (each) => each.id)) {
    const row = rows.find((each) => each.id === id);
    if (!row) continue;
    const parts = row.parts.map((part) => {
      const longer = own.find(
        ({ trade, role, before }) => part.trade === trade && part.role === role && part.endsAt === before,
      );
      return longer ? { ...part, endsAt: longer.endsAt } : part;
    });
    putReminder(db, { ...row, parts, endsAt: Math.max(row.endsAt, ...parts.map((each) => each.endsAt)) });
  }
}
