import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/clockwork';
import type { Desk, Executed } from '#core/desk';
import type { InboundMessage } from '#core/notify';
import type { OnCallBook } from '#core/oncall';
import {
  allRows,
  type ContactOutcome,
  endContact,
  incidentIdsOfPhone,
  queueLooseMessage,
  type Store,
  setOptedOut,
  storeContact,
} from '#core/store';
import { assertNever, Phone, type Responder } from '#shared/contract';
import {
  awaitsFollowUp,
  type IncidentCommand,
  type IncidentState,
  isOpen,
  LANES,
  routeFollowUp,
  routeReply,
  type UnderstoodReply,
} from '#shared/incident';
import {
  type FollowUp,
  type Keyword,
  nothingOpenText,
  parseFollowUp,
  parseKeyword,
  parseReply,
} from '#shared/messages';
import { classify, lifeSafetyKind } from '#shared/triage';

export type SmsIntakeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
};

const CORE = { kind: 'core' } as const;
/** Incidents of a resident's places that are looked at. */
const LATEST = 10;
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
  if (!Phone.safeParse(message.from).success) return fromNoPhone(deps, contactId, message);
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
/**
 * Short codes and names are machines: the carrier's advertising, a bank. Kept and never answered. What sounds like danger,
 * as an alarm system writes it, and what has no sender at all is for a person.
 */
function fromNoPhone(deps: SmsIntakeDeps, contactId: string, { from, text }: InboundMessage): void {
  if (from === '' || lifeSafetyKind(classify(text, {})) !== null) return;
  end(deps, contactId, 'ignored', null);
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

function end(deps: SmsIntakeDeps, contactId: string, outcome: ContactOutcome, incidentId: string | null): void {
  deps.desk.change(['inbox', 'status'], (db, author) => endContact(db, contactId, outcome, incidentId, author), CORE);
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
  switch (route.kind) {
    case 'incident':
      if (answer(route.incidentId, route.understood).ok) end(deps, contactId, 'reply', route.incidentId);
      return;
    case 'list':
      // Where the list was sent a moment ago already, a person sees that they are still trying.
      if (latest && isAnswered(answer(latest.incidentId, { verb: 'which' })))
        end(deps, contactId, 'answered', latest.incidentId);
      return;
    case 'nothingOpen':
      sayNothingOpen(deps, responder, message.from);
      return end(deps, contactId, 'answered', null);
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

function sayNothingOpen({ desk }: SmsIntakeDeps, { language }: Responder, to: string): void {
  const text = nothingOpenText(language);
  const message = { key: `answer-${randomUUID()}`, purpose: 'answer', lane: LANES.responderP2, to, text } as const;
  desk.change(['practice'], (db, author) => queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS }), CORE);
}

function obey(deps: SmsIntakeDeps, keyword: Keyword, contactId: string, { from }: InboundMessage): void {
  const said = { phone: from, contactId, isOut: keyword === 'stop' };
  deps.desk.change(['inbox'], (db, author) => setOptedOut(db, said, author), CORE);
  end(deps, contactId, 'answered', null);
}

/**
 * A resident: an answer to "fixed?" is taken, any other text to what is open joins it. Whatever could be about something
 * new, or about two incidents or places, waits for a person.
 */
function fromResident(deps: SmsIntakeDeps, contactId: string, message: InboundMessage): void {
  const { store, desk, clock } = deps;
  const now = clock.now();
  const states = incidentIdsOfPhone(store.read, message.from, LATEST).flatMap((id) => desk.state(id) ?? []);
  const open = states.filter(isOpen);
  const followUp = parseFollowUp(message.text);
  const route = routeFollowUp(followUp, states, now);
  const isOnlyOne = route.kind === 'none' || (route.kind === 'incident' && open.length === 0);
  if (!isOnlyOne) return;
  if (route.kind === 'incident') return answerFollowUp(deps, route.state, contactId, message, followUp);
  const latest = onlyPlace(open.length > 0 ? open : states.filter((each) => awaitsFollowUp(each, now)));
  if (!latest) return;
  const isJoined = sayAs(deps, latest, message.from, { type: 'joinContact', contactId, words: message.text });
  // Words are kept with what is closed, but nobody looks there: it may be the next emergency.
  if (isJoined && isOpen(latest)) end(deps, contactId, 'joined', latest.id);
}

/** The latest of them, where all are at one place; else nobody can tell which is meant. */
function onlyPlace(states: readonly IncidentState[]): IncidentState | null {
  const [latest] = states;
  return latest && states.every((each) => each.place.unitId === latest.place.unitId) ? latest : null;
}

function answerFollowUp(
  deps: SmsIntakeDeps,
  state: IncidentState,
  contactId: string,
  { from, text }: InboundMessage,
  { answer, rating }: FollowUp,
): void {
  const said = { contactId, words: text };
  const command: IncidentCommand =
    answer === 'none'
      ? { type: 'joinContact', ...said }
      : { type: 'answerFollowUp', ...said, isFixed: answer === 'fixed', rating };
  if (sayAs(deps, state, from, command)) end(deps, contactId, 'joined', state.id);
}

/** Says it in the name of the resident of that place who has this phone. False when there is none, or it was refused. */
function sayAs({ store, desk }: SmsIntakeDeps, state: IncidentState, phone: string, command: IncidentCommand): boolean {
  const residents = allRows(store.read, 'resident', { column: 'phone', value: phone });
  const resident = residents.find((each) => each.unitId === state.place.unitId);
  return resident !== undefined && desk.execute(state.id, command, { kind: 'resident', name: resident.name }).ok;
}
