import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import type { InboundMessage } from '#core/notify';
import type { OnCallBook } from '#core/oncall';
import {
  allRows,
  type ContactOutcome,
  endContact,
  incidentIdsOfPhone,
  lastClosedOfResponder,
  queueLooseMessage,
  type Store,
  setOptedOut,
  storeContact,
} from '#core/store';
import { assertNever, type Responder } from '#shared/contract';
import {
  type IncidentCommand,
  type IncidentState,
  isOpen,
  LANES,
  routeReply,
  type UnderstoodReply,
  understand as understandReply,
} from '#shared/incident';
import { type Keyword, nothingOpenText, parseFollowUp, parseKeyword, parseReply } from '#shared/messages';

export type SmsIntakeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
};

const CORE = { kind: 'core' } as const;
/** How long after "is it fixed?" a text still counts as its answer. */
const FOLLOW_UP_MS = 7 * 24 * 60 * 60_000;
/** Incidents of a resident's places that are looked at. */
const LATEST = 10;
/** A reply later than this after the notice is about nothing any more. */
const LATE_REPLY_MS = 24 * 60 * 60_000;
/** An answer to `?` that is later than this is no answer any more. */
const ANSWER_MS = 10 * 60_000;

/**
 * A text that came in through a gateway: stored raw first, then understood. A repeat of the gateway's id is harmless.
 * What nobody can place stays in the inbox for a person; nothing is thrown away. Understanding is one transaction: if the
 * core dies in it, or it throws, the text waits in the inbox as if nobody had looked at it.
 */
export function receiveSms(deps: SmsIntakeDeps, gateway: string, message: InboundMessage): void {
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
  if (isNew) deps.store.write.transact(() => understand(deps, contactId, message));
}

function understand(deps: SmsIntakeDeps, contactId: string, message: InboundMessage): void {
  const responder = responderWithPhone(deps, message.from);
  if (responder) return fromResponder(deps, responder, contactId, message);
  const keyword = parseKeyword(message.text);
  // Obeyed whoever writes: the desk also texts callers who stand on no list.
  if (keyword) return obey(deps, keyword, contactId, message);
  fromResident(deps, contactId, message);
}

/** The responder with this number; of several entries with one number, the one who was written to last. */
export function responderWithPhone(
  { book, desk }: Pick<SmsIntakeDeps, 'book' | 'desk'>,
  phone: string,
): Responder | undefined {
  const lastTextTo = ({ id }: Responder): number => Math.max(0, ...desk.openOf(id).map((each) => each.lastMessageAt));
  return book.respondersByPhone(phone).toSorted((a, b) => lastTextTo(b) - lastTextTo(a))[0];
}

function end(deps: SmsIntakeDeps, contactId: string, outcome: ContactOutcome, incidentId: string | null): void {
  deps.desk.change(['inbox', 'status'], (db, author) => endContact(db, contactId, outcome, incidentId, author), CORE);
}

function fromResponder(deps: SmsIntakeDeps, responder: Responder, contactId: string, message: InboundMessage): void {
  // STOP of a responder is for the coordinator to know: it stays in the inbox, and his texts go on.
  if (parseKeyword(message.text) === 'stop') return;
  const open = deps.desk.openOf(responder.id);
  const latest = open.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt)[0];
  const answer = (incidentId: string, understood: UnderstoodReply): boolean =>
    takeReply(deps, responder, contactId, message, incidentId, understood);
  const route = routeReply(parseReply(message.text), open, deps.clock.now());
  switch (route.kind) {
    case 'incident':
      if (answer(route.incidentId, route.understood)) end(deps, contactId, 'reply', route.incidentId);
      return;
    case 'list':
      if (latest && answer(latest.incidentId, { verb: 'which' })) end(deps, contactId, 'answered', latest.incidentId);
      return;
    case 'nothingOpen': {
      const closedId = closedMeanwhile(deps, responder, message);
      const understood = understandReply(parseReply(message.text));
      if (closedId && understood && answer(closedId, understood)) return end(deps, contactId, 'reply', closedId);
      sayNothingOpen(deps, responder, message.from);
      return end(deps, contactId, 'answered', null);
    }
    case 'inbox':
      if (latest && route.why === 'notUnderstood') answer(latest.incidentId, { verb: 'none' });
      return;
    default:
      return assertNever(route, 'reply route');
  }
}

/** Hands the reply to its incident. False when that refused it: then the text waits for a person. */
function takeReply(
  deps: SmsIntakeDeps,
  { id, name, company }: Responder,
  contactId: string,
  message: InboundMessage,
  incidentId: string,
  understood: UnderstoodReply,
): boolean {
  const by = { kind: 'responder', id, name } as const;
  const reply = { type: 'reply', responderId: id, name, company, contactId, words: message.text, understood } as const;
  return deps.desk.execute(incidentId, reply, by).ok;
}

/** The incident that a late reply most likely means: closed since this phone was last notified of it. `?` asks about no one. */
function closedMeanwhile({ store, clock }: SmsIntakeDeps, { id }: Responder, { text }: InboundMessage): string | null {
  const { verb, code } = parseReply(text);
  return verb === 'status' ? null : lastClosedOfResponder(store.write, id, clock.now() - LATE_REPLY_MS, code);
}

function sayNothingOpen({ desk }: SmsIntakeDeps, { language }: Responder, to: string): void {
  const text = nothingOpenText(language);
  const message = { key: `answer-${randomUUID()}`, purpose: 'answer', lane: LANES.responderP2, to, text } as const;
  desk.change(['practice'], (db, author) => queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS }), CORE);
}

function obey(deps: SmsIntakeDeps, keyword: Keyword, contactId: string, { from }: InboundMessage): void {
  deps.desk.change(['inbox'], (db, author) => setOptedOut(db, from, author.at, keyword === 'stop'), CORE);
  end(deps, contactId, 'answered', null);
}

/**
 * A resident: a text to what is open joins it, an answer to "fixed?" is taken. Whatever could be about something new, or
 * about two places, waits for a person.
 */
function fromResident(deps: SmsIntakeDeps, contactId: string, message: InboundMessage): void {
  const { store, desk, clock } = deps;
  const states = incidentIdsOfPhone(store.read, message.from, LATEST).flatMap((id) => desk.state(id) ?? []);
  const open = states.filter(isOpen);
  const meant = open.length > 0 ? open : states.filter((each) => isAwaitingAnswer(each, clock.now()));
  const [latest] = meant;
  if (!latest || meant.some((each) => each.place.unitId !== latest.place.unitId)) return;
  const resident = allRows(store.read, 'resident', { column: 'phone', value: message.from }).find(
    (each) => each.unitId === latest.place.unitId,
  );
  if (!resident) return;
  const { answer, rating } = parseFollowUp(message.text);
  const said = { contactId, words: message.text };
  const isAnswer = !isOpen(latest) && answer !== 'none';
  const command: IncidentCommand = isAnswer
    ? { type: 'answerFollowUp', ...said, isFixed: answer === 'fixed', rating }
    : { type: 'joinContact', ...said };
  const executed = desk.execute(latest.id, command, { kind: 'resident', name: resident.name });
  // Other words are kept with what is closed, but nobody looks there: it may be the next emergency.
  if (executed.ok && (isAnswer || rating !== null || isOpen(latest))) end(deps, contactId, 'joined', latest.id);
}

function isAwaitingAnswer({ followUp }: IncidentState, now: number): boolean {
  return followUp !== null && !followUp.isAnswered && now - followUp.dueAt < FOLLOW_UP_MS;
}
