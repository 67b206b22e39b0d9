import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import type { InboundMessage } from '#core/notify';
import type { OnCallBook } from '#core/oncall';
import {
  allRows,
  type ContactOutcome,
  endContact,
  incidentIdsOfUnit,
  type Store,
  setOptedOut,
  storeContact,
} from '#core/store';
import type { Resident, Responder } from '#shared/contract';
import { isOpen, type OpenOfResponder, routeReply, type UnderstoodReply } from '#shared/incident';
import { parseFollowUp, parseKeyword, parseReply } from '#shared/messages';

export type SmsIntakeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
};

const CORE = { kind: 'core' } as const;

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
  const responder = deps.book.responderByPhone(message.from);
  if (responder) return fromResponder(deps, responder, contactId, message);
  const resident = allRows(deps.store.read, 'resident', { column: 'phone', value: message.from })[0];
  if (resident) fromResident(deps, resident, contactId, message);
}

function end(deps: SmsIntakeDeps, contactId: string, outcome: ContactOutcome, incidentId: string | null): void {
  deps.desk.change(['inbox', 'status'], (db, author) => endContact(db, contactId, outcome, incidentId, author), CORE);
}

function fromResponder(deps: SmsIntakeDeps, responder: Responder, contactId: string, message: InboundMessage): void {
  const open = deps.desk.openOf(responder.id);
  // STOP of a responder is for the coordinator to know: it stays in the inbox, and his texts go on.
  const route =
    parseKeyword(message.text) === 'stop'
      ? ({ kind: 'inbox' } as const)
      : routeReply(parseReply(message.text), open, deps.clock.now());
  switch (route.kind) {
    case 'incident':
      answer(deps, responder, contactId, message, route.incidentId, route.understood);
      return end(deps, contactId, 'reply', route.incidentId);
    case 'list': {
      const latest = latestOf(open);
      if (latest) answer(deps, responder, contactId, message, latest.incidentId, { verb: 'which' });
      return end(deps, contactId, 'answered', latest?.incidentId ?? null);
    }
    case 'nothingOpen':
      return end(deps, contactId, 'answered', null);
    case 'inbox': {
      const latest = latestOf(open);
      if (latest && 'why' in route && route.why === 'notUnderstood')
        answer(deps, responder, contactId, message, latest.incidentId, { verb: 'none' });
      return;
    }
  }
}

function answer(
  deps: SmsIntakeDeps,
  responder: Responder,
  contactId: string,
  message: InboundMessage,
  incidentId: string,
  understood: UnderstoodReply,
): void {
  const { id, name, company } = responder;
  deps.desk.execute(
    incidentId,
    { type: 'reply', responderId: id, name, company, contactId, words: message.text, understood },
    { kind: 'responder', id, name },
  );
}

/** A resident: STOP and START are obeyed, an asked "fixed?" is answered, a text to an open incident joins it. */
function fromResident(deps: SmsIntakeDeps, resident: Resident, contactId: string, message: InboundMessage): void {
  const keyword = parseKeyword(message.text);
  if (keyword) {
    deps.desk.change(['inbox'], (db, author) => setOptedOut(db, message.from, author.at, keyword === 'stop'), CORE);
    return end(deps, contactId, 'answered', null);
  }
  const latest = incidentIdsOfUnit(deps.store.read, resident.unitId, 5)
    .map((id) => deps.desk.state(id))
    .find((state) => state !== null && (isOpen(state) || (state.followUp !== null && !state.followUp.isAnswered)));
  if (!latest) return;
  const by = { kind: 'resident', name: resident.name } as const;
  const followUp = parseFollowUp(message.text);
  if (!isOpen(latest) && followUp.answer !== 'none') {
    deps.desk.execute(
      latest.id,
      {
        type: 'answerFollowUp',
        isFixed: followUp.answer === 'fixed',
        rating: followUp.rating,
        words: message.text,
        contactId,
      },
      by,
    );
  } else {
    deps.desk.execute(latest.id, { type: 'joinContact', contactId, words: message.text }, by);
  }
  end(deps, contactId, 'joined', latest.id);
}

function latestOf(open: readonly OpenOfResponder[]): OpenOfResponder | undefined {
  return open.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt)[0];
}
