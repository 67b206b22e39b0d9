import type { Executed } from '#core/desk';
import { openReport } from '#core/intake';
import {
  alarmedIds,
  allRows,
  discardDraft,
  drafts,
  getRow,
  incidentIdsOfUnit,
  incidentOfRequest,
  queueRows,
  saveDraft,
} from '#core/store';
import type { Answer, IncidentAction, IncidentActionType } from '#shared/contract';
import { type Actor, headFacts, type IncidentCommand, refusalWords, vendorsOf } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi } from '../console-api.ts';
import { CORE, DONE, LOCKED_DESK, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { ladderPreview } from './ladder-preview.ts';
import { findPlaces, propertyCalled } from './search.ts';

/** Acts by which a step may fire at once. */
const WAKES: readonly IncidentActionType[] = [
  'escalateNow',
  'jumpTo',
  'changeLadder',
  'reopen',
  'changeTier',
  'declineFor',
  'unlink',
  'endHold',
  'standDown',
];

/** What a coordinator does: reports, acts on incidents, hears alarms. */
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
  | 'hearAlarms'
> {
  const { store, desk, clock } = parts;
  return {
    async act(action) {
      // Before anything is asked of the desk: meanwhile somebody may sign out, or the incident move on.
      if (WAKES.includes(action.type)) await parts.freshCalendars();
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      if (action.type === 'link') return linkAll(parts, action, by);
      const command = commandOf(parts, action);
      return command.ok ? answered(desk.execute(action.incidentId, command.value, by)) : command;
    },
    async report(input) {
      await parts.freshCalendars();
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
    lastCall() {
      const call = parts.figures.lastCall;
      return call && { ...call, propertyId: propertyCalled(store.read, call.to)?.id ?? null };
    },
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
    ladderPreview: (input) => ladderPreview(parts, input),
    async hearAlarms() {
      const by = whoIsAtDesk(parts) ?? LOCKED_DESK;
      // One key, one durable commit, however many alarms it hears.
      store.write.transact(() => {
        for (const id of alarmedIds(store.read)) desk.execute(id, { type: 'hearAlarms' }, by);
      });
      parts.figures.heardAt = clock.now();
      // Whoever hears it looks at the clock: there is nothing else to be done about it here.
      parts.figures.clockWentBackAt = null;
      parts.hub.publish(['alarm']);
      return DONE;
    },
  };
}

function answered(executed: Executed): Answer<null> {
  return executed.ok ? DONE : executed;
}

/** The console's words as a command of the incident; names are looked up here, not trusted from the window. */
function commandOf(
  parts: Parts,
  action: Exclude<IncidentAction, Link>,
): Answer<Exclude<IncidentCommand, { type: 'open' }>> {
  const wanted = 'responderId' in action ? action.responderId : null;
  const person = wanted === null ? null : parts.book.responder(wanted);
  if (wanted !== null && !person) {
    return refusal('unknownResponder', {
      en: 'This person is not on the list of responders.',
      es: 'Esta persona no está en la lista de técnicos.',
    });
  }
  const { name, company } = person ?? { name: '', company: '' };
  switch (action.type) {
    case 'acknowledgeFor':
    case 'handOver':
      return { ok: true, value: { ...action, name, company } };
    case 'declineFor':
    case 'logCall':
    case 'connect':
    case 'standDown':
      return { ok: true, value: { ...action, name } };
    case 'readWords':
      return { ok: true, value: { type: 'readWords', contactId: null } };
    default:
      return { ok: true, value: action };
  }
}

type Link = Extract<IncidentAction, { type: 'link' }>;

/** Links it, and the others that go with it, in one transaction. One that has moved on meanwhile stays what it is. */
function linkAll(parts: Parts, { incidentId, headId, withIt }: Link, by: Actor): Answer<null> {
  const [own, ...others] = [incidentId, ...withIt].map((partId) => () => {
    const command = linkOf(parts, partId, headId);
    return command.ok ? answered(parts.desk.execute(partId, command.value, by)) : command;
  });
  return parts.store.write.transact(() => {
    const answer = own?.() ?? DONE;
    if (answer.ok) for (const link of others) link();
    return answer;
  });
}

/** Both are of one house, and the other one stands on its own. */
function linkOf({ desk }: Parts, partId: string, headId: string): Answer<Extract<IncidentCommand, { type: 'link' }>> {
  const head = desk.state(headId);
  const part = desk.state(partId);
  if (!head || !part) return refusal('notFound', refusalWords('notFound'));
  if (head.status === 'resolved') return refusal('alreadyResolved', refusalWords('alreadyResolved'));
  if (head.partOf !== null) return refusal('isPart', refusalWords('isPart'));
  if (headId === partId || head.place.propertyId !== part.place.propertyId)
    return refusal('otherBuilding', {
      en: 'Only another incident of the same property can climb for it.',
      es: 'Solo otro incidente de la misma propiedad puede avanzar por este.',
    });
  const [headVendorId] = vendorsOf(head);
  const facts = { headNumber: head.number, head: headFacts(head), ...(headVendorId !== undefined && { headVendorId }) };
  return { ok: true, value: { type: 'link', headId, ...facts } };
}
