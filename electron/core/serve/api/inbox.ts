import { randomUUID } from 'node:crypto';
import { reminderAnswered, responderAbout, responderWithPhone } from '#core/intake';
import {
  allRows,
  type Contact,
  type ContactOutcome,
  endContact,
  getContact,
  incidentIdsOfPhone,
  isOptedOut,
  queueLooseMessage,
  queueRows,
  waitingContacts,
} from '#core/store';
import { type Answer, assertNever, type InboxDecision, type InboxItem, Phone, type Responder } from '#shared/contract';
import { type Actor, type IncidentCommand, LANES } from '#shared/incident';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

/** An answer that is longer on its way comes too late to be one. */
const ANSWER_MS = 60 * 60_000;
/** Incidents of a resident's places that a text could be about. */
const LATEST = 10;

/** Texts that nobody could place, and what a person makes of them. */
export function inboxApi(parts: Parts): Pick<ConsoleApi, 'inbox' | 'decideInbox'> {
  return {
    inbox: () => waitingContacts(parts.store.read).map((contact) => inboxItem(parts, contact)),
    decideInbox: async (decision) => decideInbox(parts, decision),
  };
}

function inboxItem(parts: Parts, contact: Contact): InboxItem {
  const { store, desk } = parts;
  const responder = responderWithPhone(parts, contact.from);
  const resident = responder ? undefined : allRows(store.read, 'resident', { column: 'phone', value: contact.from })[0];
  const ids = responder
    ? desk.openOf(responder.id).map((each) => each.incidentId)
    : incidentIdsOfPhone(store.read, contact.from, LATEST);
  return {
    contactId: contact.id,
    at: contact.receivedAt,
    channel: 'sms',
    from: contact.from,
    fromName: responder?.name ?? resident?.name ?? null,
    fromKind: responder ? 'responder' : resident ? 'resident' : 'unknown',
    text: contact.text,
    candidates: queueRows(store.read, itsOwnFirst(ids, contact)).filter((row) => row.status !== 'resolved'),
    answers:
      responder && contact.incidentId === null ? reminderAnswered(parts, contact.from, contact.receivedAt) : null,
  };
}

/** The incident that a text has joined already is the one it is most likely about. */
function itsOwnFirst(ids: readonly string[], { incidentId }: Contact): readonly string[] {
  return incidentId === null ? ids : [incidentId, ...ids.filter((id) => id !== incidentId)];
}

function decideInbox(parts: Parts, decision: InboxDecision): Answer<null> {
  const { store, desk } = parts;
  const by: Actor | null = whoIsAtDesk(parts);
  if (!by) return SIGN_IN_FIRST;
  const contact = getContact(store.read, decision.contactId);
  if (contact?.outcome !== 'waiting') {
    return refusal('alreadyDecided', {
      en: 'Somebody has dealt with this text already.',
      es: 'Alguien ya atendió este mensaje.',
    });
  }
  // One transaction: what a person has decided no longer alarms the incident that it had joined.
  return store.write.transact(() => {
    const answer = placeContact(parts, contact, decision, by);
    if (answer.ok && contact.incidentId !== null)
      desk.execute(contact.incidentId, { type: 'readWords', contactId: contact.id }, by);
    return answer;
  });
}

function placeContact(parts: Parts, contact: Contact, decision: InboxDecision, by: Actor): Answer<null> {
  const { desk } = parts;
  const own = contact.incidentId;
  const isOwn = own !== null && (decision.as === 'ignore' || (decision.as === 'join' && decision.incidentId === own));
  if (isOwn || decision.as === 'ignore') {
    const outcome: ContactOutcome = isOwn ? 'joined' : 'ignored';
    desk.change(['inbox', 'status'], (db, author) => endContact(db, contact.id, outcome, own, author), by);
    return DONE;
  }
  if (decision.as === 'answer') return answer(parts, contact, decision.text, by);
  const responder = responderAbout(parts, contact.from, decision.incidentId);
  if (!responder && decision.as !== 'join')
    return refusal('notAResponder', {
      en: 'This number belongs to no responder, so it cannot answer for one.',
      es: 'Este número no es de ningún técnico; no puede responder por uno.',
    });
  const outcome: ContactOutcome = decision.as === 'join' ? 'joined' : 'reply';
  // One transaction: a text is not left waiting that an incident already has.
  const executed = desk.execute(decision.incidentId, commandOf(decision, contact, responder), by, {
    also: (db, author) => endContact(db, contact.id, outcome, decision.incidentId, author),
  });
  parts.hub.publish(['inbox', 'status']);
  return executed.ok ? DONE : executed;
}

/** Writes back, and that deals with the text: both in one transaction. */
function answer(parts: Parts, { id, from }: Contact, text: string, by: Actor): Answer<null> {
  if (!Phone.safeParse(from).success) {
    return refusal('notANumber', {
      en: 'The sender is no telephone number that could be answered. Nothing was sent.',
      es: 'El remitente no es un número al que se pueda responder. No se envió nada.',
    });
  }
  if (isOptedOut(parts.store.read, from)) {
    return refusal('optedOut', {
      en: 'This number has asked for no texts (STOP). Nothing was sent; call instead.',
      es: 'Este número pidió no recibir mensajes (STOP). No se envió nada; llame.',
    });
  }
  const message = { key: `answer-${randomUUID()}`, purpose: 'answer', lane: LANES.resident, to: from, text } as const;
  parts.desk.change(
    ['inbox', 'status', 'practice'],
    (db, author) => {
      queueLooseMessage(db, author, { ...message, goodForMs: ANSWER_MS });
      endContact(db, id, 'answered', null, author);
    },
    by,
  );
  return DONE;
}

function commandOf(
  decision: Exclude<InboxDecision, { as: 'ignore' | 'answer' }>,
  contact: Contact,
  responder: Responder | undefined,
): IncidentCommand {
  const { id: responderId, name, company } = responder ?? { id: '', name: '', company: '' };
  const said = { responderId, name, via: 'otherMessage', words: contact.text } as const;
  switch (decision.as) {
    case 'join':
      return { type: 'joinContact', contactId: contact.id, words: contact.text, heard: null };
    case 'decline':
      return { type: 'declineFor', ...said };
    case 'acknowledge':
      return { type: 'acknowledgeFor', ...said, company, etaMinutes: decision.etaMinutes };
    default:
      return assertNever(decision, 'inbox decision');
  }
}
