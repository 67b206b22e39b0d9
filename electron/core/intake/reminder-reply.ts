import { randomUUID } from 'node:crypto';
import type { InboundMessage } from '#core/notify';
import { companyFacts } from '#core/oncall';
import {
  confirmReminderRow,
  lastClosedOfResponder,
  queueLooseMessage,
  remindersAfter,
  type SentReminder,
} from '#core/store';
import type { BothLanguages, Language, Responder } from '#shared/contract';
import { LANES, type OpenOfResponder, type ReplyRoute } from '#shared/incident';
import { confirmedText, isShiftConfirmation, parseReply, shiftDeclinedText, stretchOf } from '#shared/messages';
import { endText, type SmsIntakeDeps } from './text-outcome.ts';

/** After a notice of an incident that is closed by now, a reply so much later is about it no more. */
const LATE_REPLY_MS = 24 * 60 * 60_000;
const ANSWER_MS = 10 * 60_000;

/** What else the text could be about, and where it would go otherwise. */
type Otherwise = { readonly open: readonly OpenOfResponder[]; readonly route: ReplyRoute };

/**
 * Takes a responder's text that answers the reminder of a shift, and says whether it was one. An incident comes first: what
 * could take or decline one, open or just closed, is never read as an answer to a reminder. Only the word CONFIRM always is
 * one, and takes no incident. Who declines a shift is answered, and a person decides: the text stays in the inbox.
 */
export function answersReminder(
  deps: SmsIntakeDeps,
  responder: Responder,
  contactId: string,
  message: InboundMessage,
  otherwise: Otherwise,
): boolean {
  const sent = remindersOfPhone(deps, message.from);
  const unconfirmed = sent.filter((each) => each.confirmedAt === null);
  const asked = isShiftConfirmation(message.text);
  if (asked && sent.length > 0) {
    confirm(deps, responder, contactId, message, unconfirmed.length > 0 ? unconfirmed : sent, otherwise.open);
    return true;
  }
  const latest = unconfirmed.toSorted((a, b) => (b.queuedAt ?? 0) - (a.queuedAt ?? 0))[0];
  if (!latest || !isOnlyAboutShift(deps, responder, latest, otherwise)) return false;
  const { verb, code, minutes } = parseReply(message.text);
  if (code !== null || minutes !== null) return false;
  if (verb === 'accept') {
    confirm(deps, responder, contactId, message, unconfirmed, otherwise.open);
    return true;
  }
  if (verb !== 'decline' || otherwise.route.kind !== 'nothingOpen') return false;
  const zone = companyFacts(deps.store.write)?.zone ?? 'UTC';
  answer(deps, message.from, shiftDeclinedText({ ...latest, language: responder.language, zone }));
  return true;
}

/** In a few words: the reminder that a text from this telephone, received then, most likely answers. */
export function reminderAnswered(deps: SmsIntakeDeps, phone: string, receivedAt: number): BothLanguages | null {
  const company = companyFacts(deps.store.read);
  const sent = remindersOfPhone(deps, phone).filter((each) => (each.queuedAt ?? Infinity) <= receivedAt);
  const latest = sent.toSorted((a, b) => (b.queuedAt ?? 0) - (a.queuedAt ?? 0))[0];
  if (!company || !latest) return null;
  const when = (language: Language): string => stretchOf({ ...latest, language, zone: company.zone });
  return { en: `Reminder of the shift ${when('en')}`, es: `Recordatorio de la guardia ${when('es')}` };
}

/** Reminders on this telephone of stretches that are not over, whoever of those with the number they are for. */
function remindersOfPhone({ store, book, clock }: SmsIntakeDeps, phone: string): readonly SentReminder[] {
  const ids = new Set(book.respondersByPhone(phone).map((each) => each.id));
  return remindersAfter(store.write, clock.now()).filter(
    (each) => ids.has(each.responderId) && each.messageKey !== null,
  );
}

/**
 * No incident can be meant: nothing is open and the reminder came after whatever was closed last, or the text is a mere
 * "ok" that is too late for what is open, of which nothing is theirs or waits for them.
 */
function isOnlyAboutShift(
  { store, clock }: SmsIntakeDeps,
  responder: Responder,
  { queuedAt }: SentReminder,
  { open, route }: Otherwise,
): boolean {
  const sentAt = queuedAt ?? 0;
  if (route.kind === 'nothingOpen') {
    const closed = lastClosedOfResponder(store.write, responder.id, clock.now() - LATE_REPLY_MS, null);
    return closed === null || closed.lastAt < sentAt;
  }
  if (route.kind !== 'inbox' || route.why !== 'bareTooLate') return false;
  return open.every(
    ({ standing, lastMessageAt }) => (standing === 'withOther' || standing === 'declined') && lastMessageAt < sentAt,
  );
}

function confirm(
  deps: SmsIntakeDeps,
  { id, name, language }: Responder,
  contactId: string,
  { from }: InboundMessage,
  rows: readonly SentReminder[],
  open: readonly OpenOfResponder[],
): void {
  deps.desk.change(
    ['oncall'],
    (db, author) => {
      for (const row of rows) if (row.confirmedAt === null) confirmReminderRow(db, row.id, null, author);
    },
    { kind: 'responder', id, name },
  );
  const zone = companyFacts(deps.store.write)?.zone ?? 'UTC';
  const isIncidentWaiting = open.some((each) => each.standing === 'waiting');
  answer(deps, from, confirmedText({ language, zone, stretches: rows.slice(0, 2), isIncidentWaiting }));
  endText(deps, contactId, 'answered', null);
}

function answer({ desk }: SmsIntakeDeps, to: string, text: string): void {
  const message = { key: `answer-${randomUUID()}`, purpose: 'answer', lane: LANES.reminder, to, text } as const;
  desk.change(['practice'], (db, author) => queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS }), {
    kind: 'core',
  });
}
