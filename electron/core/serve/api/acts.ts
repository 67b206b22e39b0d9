import type { Executed } from '#core/desk';
import { openReport } from '#core/intake';
import {
  alarmedIds,
  allRows,
  type Contact,
  discardDraft,
  drafts,
  endContact,
  getContact,
  getRow,
  incidentIdsOfUnit,
  incidentOfRequest,
  queueRows,
  saveDraft,
  waitingContacts,
} from '#core/store';
import type { Answer, InboxDecision, InboxItem, IncidentAction } from '#shared/contract';
import { previewLadder, targetsOf } from '#shared/escalation';
import type { Actor, IncidentCommand } from '#shared/incident';
import { normalisePhone, residentText } from '#shared/messages';
import { formatInZone, nextBusinessMorning } from '#shared/oncall';
import type { ConsoleApi } from '../console-api.ts';
import { CORE, DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { findPlaces } from './search.ts';

/** What a coordinator does: reports, acts on incidents, hears alarms, empties the inbox. */
export function actsApi(
  parts: Parts,
): Pick<
  ConsoleApi,
  | 'act'
  | 'report'
  | 'drafts'
  | 'saveDraft'
  | 'discardDraft'
  | 'lastCall'
  | 'callerByNumber'
  | 'places'
  | 'residentsOf'
  | 'ladderPreview'
  | 'inbox'
  | 'decideInbox'
  | 'hearAlarms'
> {
  const { store, desk, book, clock } = parts;
  return {
    async act(action) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const command = commandOf(parts, action);
      return command.ok ? answered(desk.execute(action.incidentId, command.value, by)) : command;
    },
    async report(input) {
      const by = whoIsAtDesk(parts);
      return by ? openReport(parts, input, by) : SIGN_IN_FIRST;
    },
    drafts: () => drafts(store.read),
    saveDraft: (draft) =>
      desk.change(
        [],
        (db, author) => {
          // The last save can arrive after the press that dispatched it: that report is no draft any more.
          if (incidentOfRequest(db, draft.id) === null) saveDraft(db, draft, author.at);
        },
        CORE,
      ),
    discardDraft: (id) => desk.change([], (db) => discardDraft(db, id), CORE),
    lastCall: () => parts.figures.lastCall,
    callerByNumber(phone) {
      const parsed = normalisePhone(phone);
      if (!parsed.ok) return [];
      return allRows(store.read, 'resident', { column: 'phone', value: parsed.phone }).flatMap((resident) => {
        const unit = getRow(store.read, 'unit', resident.unitId);
        const property = unit && getRow(store.read, 'property', unit.propertyId);
        if (!unit || !property) return [];
        const rows = queueRows(store.read, incidentIdsOfUnit(store.read, unit.id, 8));
        return [
          {
            resident,
            unit,
            property,
            open: rows.filter((row) => row.status !== 'resolved'),
            last: rows.filter((row) => row.status === 'resolved').slice(0, 5),
          },
        ];
      });
    },
    places: (text) => findPlaces(store.read, text),
    residentsOf: (propertyId) => {
      const property = getRow(store.read, 'property', propertyId);
      if (!property) return [];
      return allRows(store.read, 'unit', { column: 'property_id', value: propertyId }).map((unit) => ({
        property,
        unit,
        residents: allRows(store.read, 'resident', { column: 'unit_id', value: unit.id }),
      }));
    },
    async ladderPreview({ propertyId, trade, tier, language }) {
      const at = clock.now();
      const ladder = book.policyOf(propertyId).ladders[tier];
      const property = getRow(store.read, 'property', propertyId);
      const zone = property?.zone ?? 'UTC';
      const steps = previewLadder(
        ladder,
        book.resolve(targetsOf(ladder), { trade, propertyId, incidentId: null, at }),
        at,
      );
      const morningAt = nextBusinessMorning(zone, at);
      const time = (instant: number): string => formatInZone(instant, zone, language, 'resident');
      const nextAt = steps[1]?.at ?? at + 10 * 60_000;
      const residentHears =
        tier === 'P3'
          ? residentText(
              'morning',
              {
                day: new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: zone }).format(morningAt),
                nextBy: time(morningAt),
              },
              language,
            )
          : residentText('receipt', { propertyName: property?.name ?? '', nextBy: time(nextAt + 60_000) }, language);
      return { steps, residentHears };
    },
    inbox: () => waitingContacts(store.read).map((contact) => inboxItem(parts, contact)),
    decideInbox: async (decision) => decideInbox(parts, decision),
    async hearAlarms() {
      const by = whoIsAtDesk(parts) ?? CORE;
      for (const id of alarmedIds(store.read)) desk.execute(id, { type: 'hearAlarms' }, by);
      if (parts.gateway.health().level === 'down') parts.figures.gatewayAlarmHeardAt = clock.now();
      parts.hub.publish(['alarm']);
      return DONE;
    },
  };
}

function answered(executed: Executed): Answer<null> {
  return executed.ok ? DONE : executed;
}

/** The console's words as a command of the incident; names are looked up here, not trusted from the window. */
function commandOf(parts: Parts, action: IncidentAction): Answer<Exclude<IncidentCommand, { type: 'open' }>> {
  const person = 'responderId' in action ? parts.book.responder(action.responderId) : null;
  if ('responderId' in action && !person) {
    return refusal('unknownResponder', {
      en: 'This person is not on the list of responders.',
      es: 'Esta persona no está en la lista de técnicos.',
    });
  }
  const { name, company } = person ?? { name: '', company: '' };
  switch (action.type) {
    case 'acknowledgeFor':
      return { ok: true, value: { ...action, name, company } };
    case 'declineFor':
    case 'logCall':
      return { ok: true, value: { ...action, name } };
    default:
      return { ok: true, value: action };
  }
}

function inboxItem(parts: Parts, contact: Contact): InboxItem {
  const { store, book, desk } = parts;
  const responder = book.responderByPhone(contact.from);
  const resident = responder ? undefined : allRows(store.read, 'resident', { column: 'phone', value: contact.from })[0];
  const ids = responder
    ? desk.openOf(responder.id).map((each) => each.incidentId)
    : resident
      ? incidentIdsOfUnit(store.read, resident.unitId, 5)
      : [];
  return {
    contactId: contact.id,
    at: contact.receivedAt,
    channel: 'sms',
    from: contact.from,
    fromName: responder?.name ?? resident?.name ?? null,
    fromKind: responder ? 'responder' : resident ? 'resident' : 'unknown',
    text: contact.text,
    candidates: queueRows(store.read, ids).filter((row) => row.status !== 'resolved'),
  };
}

function decideInbox(parts: Parts, decision: InboxDecision): Answer<null> {
  const { store, desk, book } = parts;
  const by: Actor | null = whoIsAtDesk(parts);
  if (!by) return SIGN_IN_FIRST;
  const contact = getContact(store.read, decision.contactId);
  if (contact?.outcome !== 'waiting') {
    return refusal('alreadyDecided', {
      en: 'Somebody has dealt with this text already.',
      es: 'Alguien ya atendió este mensaje.',
    });
  }
  if (decision.as !== 'ignore') {
    const responder = book.responderByPhone(contact.from);
    if (!responder && decision.as !== 'join')
      return refusal('notAResponder', {
        en: 'This number belongs to no responder, so it cannot answer for one.',
        es: 'Este número no es de ningún técnico; no puede responder por uno.',
      });
    const { id: responderId, name, company } = responder ?? { id: '', name: '', company: '' };
    const said = { responderId, name, via: 'otherMessage', words: contact.text } as const;
    const command: IncidentCommand =
      decision.as === 'join'
        ? { type: 'joinContact', contactId: contact.id, words: contact.text }
        : decision.as === 'decline'
          ? { type: 'declineFor', ...said }
          : { type: 'acknowledgeFor', ...said, company, etaMinutes: decision.etaMinutes };
    const executed = desk.execute(decision.incidentId, command, by);
    if (!executed.ok) return executed;
  }
  const outcome = decision.as === 'ignore' ? 'ignored' : decision.as === 'join' ? 'joined' : 'reply';
  desk.change(
    ['inbox', 'status'],
    (db, author) => endContact(db, contact.id, outcome, decision.as === 'ignore' ? null : decision.incidentId, author),
    by,
  );
  return DONE;
}
