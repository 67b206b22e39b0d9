import { randomUUID } from 'node:crypto';
import type { InboundMessage } from '#core/notify';
import { companyFacts, hasLeft } from '#core/oncall';
import {
  confirmReminderRow,
  lastClosedOfResponder,
  queueLooseMessage,
  remindersAfter,
  type SentReminder,
} from '#core/store';
import type { BothLanguages, Language, Responder } from '#shared/contract';
import { LANES, type OpenOfResponder, type ReplyRoute } from '#shared/incident';
import {
  confirmedText,
  isBareAnswer,
  isShiftConfirmation,
  parseReply,
  shiftDeclinedText,
  stretchOf,
  whichIsMeantText,
} from '#shared/messages';
import { endText, type SmsIntakeDeps } from './text-outcome.ts';

/** After a notice of an incident that is closed by now, a reply so much later is about it no more. */
const LATE_REPLY_MS = 24 * 60 * 60_000;
const ANSWER_MS = 10 * 60_000;
/** As many stretches as one answer can name. */
const MOST_NAMED = 4;

/** What else the text could be about, and where it would go otherwise. */
type Otherwise = { readonly open: readonly OpenOfResponder[]; readonly route: ReplyRoute };

/**
 * Takes a responder's text that answers the reminder of a shift, and says whether it was one. The word CONFIRM always is one,
 * and takes no incident. A mere yes or no, which could mean an incident as well, confirms only where no incident can be
 * meant; where the reminder is the later text it is asked which of them is, and nothing changes. Who declines a shift is
 * answered, and a person decides: the text stays in the inbox.
 */
export function answersReminder(
  deps: SmsIntakeDeps,
  responder: Responder,
  contactId: string,
  message: InboundMessage,
  otherwise: Otherwise,
): boolean {
  const sent = remindersOfPhone(deps, message.from).filter((each) => hasLeft(each) && each.acceptedAt !== null);
  const unconfirmed = sent.filter((each) => each.confirmedAt === null);
  if (isShiftConfirmation(message.text) && sent.length > 0) {
    confirm(deps, responder, contactId, message, unconfirmed.length > 0 ? unconfirmed : sent, otherwise.open);
    return true;
  }
  const latest = latestOf(unconfirmed);
  if (!latest || !isBareAnswer(message.text)) return false;
  const { verb } = parseReply(message.text);
  const meant = couldBeMeant(verb === 'accept', latest, otherwise);
  if (meant.length > 0) {
    const incidents = meant.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt);
    answer(deps, message.from, whichIsMeantText({ language: responder.language, incidents }));
    // A no may be about the shift, and then only a person can help.
    if (verb === 'accept') endText(deps, contactId, 'answered', incidents[0]?.incidentId ?? null);
    return true;
  }
  if (!isOnlyAboutShift(deps, responder, latest, otherwise)) return false;
  if (verb === 'accept') {
    confirm(deps, responder, contactId, message, unconfirmed, otherwise.open);
    return true;
  }
  const zone = companyFacts(deps.store.write)?.zone ?? 'UTC';
  answer(
    deps,
    message.from,
    shiftDeclinedText({ ...latest, endsAt: latest.isOpen ? null : latest.endsAt, language: responder.language, zone }),
  );
  return true;
}

/** In a few words: the reminder that a text from this telephone, received then, most likely answers. */
export function reminderAnswered(deps: SmsIntakeDeps, phone: string, receivedAt: number): BothLanguages | null {
  const company = companyFacts(deps.store.read);
  const latest = latestOf(remindersOfPhone(deps, phone).filter((each) => (each.queuedAt ?? Infinity) <= receivedAt));
  if (!company || !latest) return null;
  const endsAt = latest.isOpen ? null : latest.endsAt;
  const when = (language: Language): string => stretchOf({ ...latest, endsAt, language, zone: company.zone });
  return { en: `Reminder of the shift ${when('en')}`, es: `Recordatorio de la guardia ${when('es')}` };
}

/** Reminders on this telephone of stretches that are not over, whoever of those with the number they are for. */
function remindersOfPhone({ store, book, clock }: SmsIntakeDeps, phone: string): readonly SentReminder[] {
  const ids = new Set(book.respondersByPhone(phone).map((each) => each.id));
  return remindersAfter(store.write, clock.now()).filter(
    (each) => ids.has(each.responderId) && each.messageKey !== null,
  );
}

const sentAtOf = ({ acceptedAt, queuedAt }: SentReminder): number => acceptedAt ?? queuedAt ?? 0;

function latestOf(sent: readonly SentReminder[]): SentReminder | undefined {
  return sent.toSorted((a, b) => sentAtOf(b) - sentAtOf(a))[0];
}

/**
 * The open incidents that a mere yes or no would change, where the reminder came after all of them; else it answers what came
 * last. A yes changes nothing about what they have already, and comes too late for what they passed on long ago.
 */
function couldBeMeant(isYes: boolean, reminder: SentReminder, { open, route }: Otherwise): readonly OpenOfResponder[] {
  if (open.some((each) => each.lastMessageAt > sentAtOf(reminder))) return [];
  const isTooLate = route.kind === 'inbox' && route.why === 'bareTooLate';
  return open.filter(
    ({ standing }) => standing === 'waiting' || (isYes ? standing === 'declined' && !isTooLate : standing === 'yours'),
  );
}

/** No incident can be meant: nothing of what is open could be changed, or nothing is and the reminder came after the last. */
function isOnlyAboutShift(
  { store, clock }: SmsIntakeDeps,
  responder: Responder,
  reminder: SentReminder,
  { open, route }: Otherwise,
): boolean {
  if (route.kind === 'nothingOpen') {
    const closed = lastClosedOfResponder(store.write, responder.id, clock.now() - LATE_REPLY_MS, null);
    return closed === null || closed.lastAt < sentAtOf(reminder);
  }
  return open.every(({ standing, lastMessageAt }) => standing !== 'waiting' && lastMessageAt < sentAtOf(reminder));
}

function confirm(
  deps: SmsIntakeDeps,
  { id, name, language }: Responder,
  contactId: string,
  { from }: InboundMessage,
  rows: readonly SentReminder[],
  open: readonly OpenOfResponder[],
): void {
  // What is confirmed is what the answer names, so that whoever wrote sees if they meant something else.
  const confirmed = rows.slice(0, MOST_NAMED);
  deps.desk.change(
    ['oncall'],
    (db, author) => {
      for (const row of confirmed) if (row.confirmedAt === null) confirmReminderRow(db, row.id, null, author);
    },
    { kind: 'responder', id, name },
  );
  const zone = companyFacts(deps.store.write)?.zone ?? 'UTC';
  const isShared = new Set(confirmed.map((each) => each.responderId)).size > 1;
  const stretches = confirmed.map((row) => ({
    ...row,
    endsAt: row.isOpen ? null : row.endsAt,
    name: isShared || row.responderId !== id ? (deps.book.responder(row.responderId)?.name ?? null) : null,
  }));
  const isIncidentWaiting = open.some((each) => each.standing === 'waiting');
  answer(deps, from, confirmedText({ language, zone, stretches, isIncidentWaiting }));
  endText(deps, contactId, 'answered', null);
}

function answer({ desk }: SmsIntakeDeps, to: string, text: string): void {
  const message = { key: `answer-${randomUUID()}`, purpose: 'answer', lane: LANES.reminder, to, text } as const;
  desk.change(['practice'], (db, author) => queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS }), {
    kind: 'core',
  });
}
