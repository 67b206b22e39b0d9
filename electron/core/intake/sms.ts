import { randomUUID } from 'node:crypto';
import type { Executed } from '#core/desk';
import type { InboundMessage } from '#core/notify';
import { companyFacts } from '#core/oncall';
import {
  allRows,
  incidentIdsOfPhone,
  lastClosedOfResponder,
  queueLooseMessage,
  setOptedOut,
  storeContact,
  wasTestedSince,
} from '#core/store';
import { assertNever, type Language, Phone, type Responder } from '#shared/contract';
import { LANES, routeReply, type UnderstoodReply, understand as understandReply } from '#shared/incident';
import { isBareAnswer, type Keyword, keywordText, nothingOpenText, parseKeyword, parseReply } from '#shared/messages';
import { classify, lifeSafetyKind } from '#shared/triage';
import { judgedAt } from './judged-at.ts';
import { answersReminder } from './reminder-reply.ts';
import { fromResident } from './resident-sms.ts';
import { CORE, endText, type SmsIntakeDeps } from './text-outcome.ts';

/** A reply later than this after the notice is about nothing any more. */
const LATE_REPLY_MS = 24 * 60 * 60_000;
/** An answer to `?` that is later than this is no answer any more. */
const ANSWER_MS = 10 * 60_000;
/** So long after a test of the gateway a mere OK answers that. */
const TEST_REPLY_MS = 10 * 60_000;

/**
 * A text that came in through a gateway: stored raw first, then understood. A repeat of the gateway's id is harmless.
 * What nobody can place stays in the inbox for a person; nothing is thrown away. Understanding is one transaction: if the
 * core dies in it, or it throws, the text waits in the inbox as if nobody had looked at it.
 *
 * @param handlesStop the gateway answers STOP and START itself
 * @returns whether it was new
 */
export function receiveSms(
  deps: SmsIntakeDeps,
  gateway: string,
  message: InboundMessage,
  handlesStop = false,
): boolean {
  const contactId = randomUUID();
  const { desk, clock } = deps;
  const isNew = desk.change(
    ['inbox', 'status', 'practice'],
    (db) =>
      storeContact(db, {
        id: contactId,
        channel: 'sms',
        provider: gateway,
        providerId: message.id,
        receivedAt: clock.now(),
        from: message.from,
        text: message.text,
        outcome: 'waiting',
      }),
    CORE,
  );
  if (isNew) deps.store.write.transact(() => understand(deps, contactId, message, handlesStop));
  return isNew;
}

function understand(deps: SmsIntakeDeps, contactId: string, message: InboundMessage, handlesStop: boolean): void {
  if (!Phone.safeParse(message.from).success) return fromNoPhone(deps, contactId, message);
  const responder = responderWithPhone(deps, message.from);
  if (responder) return fromResponder(deps, responder, contactId, message);
  const keyword = parseKeyword(message.text);
  // Obeyed whoever writes: the desk also texts callers who stand on no list.
  if (keyword) return obey(deps, keyword, contactId, { from: message.from, handlesStop });
  if (answersTest(deps, message)) return endText(deps, contactId, 'answered', null);
  fromResident(deps, contactId, message);
}

/** A mere OK from a phone of no responder that was just tested, and that is about nothing else. */
function answersTest({ store, clock }: SmsIntakeDeps, { from, text }: InboundMessage): boolean {
  if (!isBareAnswer(text) || incidentIdsOfPhone(store.write, from, 1).length > 0) return false;
  return wasTestedSince(store.write, from, clock.now() - TEST_REPLY_MS);
}

/** The responder with this number; of several entries with one number, the one who was written to last. */
export function responderWithPhone(
  { book, desk }: Pick<SmsIntakeDeps, 'book' | 'desk'>,
  phone: string,
): Responder | undefined {
  const lastTextTo = ({ id }: Responder): number => Math.max(0, ...desk.openOf(id).map((each) => each.lastMessageAt));
  return book.respondersByPhone(phone).toSorted((a, b) => lastTextTo(b) - lastTextTo(a))[0];
}
/**
 * Short codes and names are machines: the carrier's advertising, a bank. Kept and never answered. What sounds like danger,
 * as an alarm system writes it, and what has no sender at all is for a person.
 */
function fromNoPhone(deps: SmsIntakeDeps, contactId: string, { from, text }: InboundMessage): void {
  if (from === '' || lifeSafetyKind(classify(text, judgedAt(deps, null))) !== null) return;
  endText(deps, contactId, 'ignored', null);
}

/** Who of those with this number was notified of the incident; where nobody was, whoever was written to last. */
export function responderAbout(
  deps: Pick<SmsIntakeDeps, 'book' | 'desk'>,
  phone: string,
  incidentId: string,
): Responder | undefined {
  const responder = responderWithPhone(deps, phone);
  const asked = responder && deps.desk.openOf(responder.id).find((each) => each.incidentId === incidentId);
  return (asked && deps.book.responder(asked.responderId)) ?? responder;
}

function fromResponder(deps: SmsIntakeDeps, responder: Responder, contactId: string, message: InboundMessage): void {
  // STOP of a responder is for the coordinator to know: it stays in the inbox, and his texts go on.
  if (parseKeyword(message.text) === 'stop') return;
  const open = deps.desk.openOf(responder.id);
  const latest = open.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt)[0];
  const answer = (incidentId: string, understood: UnderstoodReply): Executed =>
    takeReply(
      deps,
      responderAbout(deps, message.from, incidentId) ?? responder,
      contactId,
      message,
      incidentId,
      understood,
    );
  const route = routeReply(parseReply(message.text), open, deps.clock.now());
  if (answersReminder(deps, responder, contactId, message, { open, route })) return;
  switch (route.kind) {
    case 'incident':
      if (answer(route.incidentId, route.understood).ok) endText(deps, contactId, 'reply', route.incidentId);
      return;
    case 'list':
      // Where the list was sent a moment ago already, a person sees that they are still trying.
      if (latest && isAnswered(answer(latest.incidentId, { verb: 'which' })))
        endText(deps, contactId, 'answered', latest.incidentId);
      return;
    case 'nothingOpen':
      return fromLateResponder(deps, responder, contactId, message);
    case 'inbox':
      if (route.answer) answer(route.answer.incidentId, route.answer.understood);
      return;
    default:
      return assertNever(route, 'reply route');
  }
}

/** A text went back to whoever wrote. */
function isAnswered(executed: Executed): boolean {
  return executed.ok && executed.events.some((event) => event.type === 'messageQueued');
}

/** Hands the reply to its incident. Refused there, the text waits for a person. */
function takeReply(
  deps: SmsIntakeDeps,
  { id, name, company }: Responder,
  contactId: string,
  message: InboundMessage,
  incidentId: string,
  understood: UnderstoodReply,
): Executed {
  const by = { kind: 'responder', id, name } as const;
  const reply = { type: 'reply', responderId: id, name, company, contactId, words: message.text, understood } as const;
  return deps.desk.execute(incidentId, reply, by);
}

/** Nothing is open any more: it is said of what was closed since this phone was last notified, or, to a `?`, of everything. */
function fromLateResponder(
  deps: SmsIntakeDeps,
  responder: Responder,
  contactId: string,
  message: InboundMessage,
): void {
  const { store, book, clock } = deps;
  const reply = parseReply(message.text);
  const understood = understandReply(reply);
  const since = clock.now() - LATE_REPLY_MS;
  const closed = lastClosedOfResponder(store.write, responder.id, since, reply.code);
  if (closed && understood && understood.verb !== 'status') {
    const asked = book.responder(closed.responderId) ?? responder;
    const { ok } = takeReply(deps, asked, contactId, message, closed.incidentId, understood);
    if (ok) return endText(deps, contactId, 'reply', closed.incidentId);
  }
  sayNothingOpen(deps, responder, message.from);
  endText(deps, contactId, 'answered', null);
}

function sayNothingOpen({ desk }: SmsIntakeDeps, { language }: Responder, to: string): void {
  const text = nothingOpenText(language);
  const message = { key: `answer-${randomUUID()}`, purpose: 'answer', lane: LANES.responderP2, to, text } as const;
  desk.change(['practice'], (db, author) => queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS }), CORE);
}

/** Done, and said once, unless the gateway says so itself; a repeat changes nothing and is not answered again. */
function obey(
  deps: SmsIntakeDeps,
  keyword: Keyword,
  contactId: string,
  { from, handlesStop }: { readonly from: Phone; readonly handlesStop: boolean },
): void {
  const said = { phone: from, contactId, isOut: keyword === 'stop' };
  deps.desk.change(
    ['inbox', 'practice'],
    (db, author) => {
      const isNews = setOptedOut(db, said, author);
      if (!isNews || handlesStop) return;
      const text = keywordText(keyword, languageOf(deps, from), companyFacts(deps.store.write)?.name ?? '');
      const message = {
        key: `answer-${randomUUID()}`,
        purpose: 'answer',
        lane: LANES.reminder,
        to: from,
        text,
      } as const;
      queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS });
    },
    CORE,
  );
  endText(deps, contactId, 'answered', null);
}

/** Of the residents with this number the first one's; of a stranger the company's. */
function languageOf(deps: SmsIntakeDeps, phone: Phone): Language {
  const [resident] = allRows(deps.store.write, 'resident', { column: 'phone', value: phone });
  return resident?.language ?? companyFacts(deps.store.write)?.language ?? 'en';
}
