import { allRows, type Contact, getRow, type ReadDb, waitingContacts } from '#core/store';
import type { Instant } from '#shared/contract';
import { clocksOf, type IncidentState, isOpen, narrate, nextShown, placeLabel } from '#shared/incident';
import { displayPhone, parseReply } from '#shared/messages';
import type { CallToReturn, MorningItem, OpenItem } from './handoff-document.ts';
import type { Night, NightIncident } from './night.ts';
import { nightWords } from './night-words.ts';
import { withCompany, wordDayClock } from './wording.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Closed for the night, but the work is not done: the morning must see it. */
const UNFINISHED: readonly string[] = ['followUpNeeded', 'noAccess'];

/**
 * What is still open, P1 first, oldest first. What was reported tonight for the morning stands in the P3 queue alone;
 * older ones of that queue stand here too, because age is what this list is about.
 */
export function openItemsOf(night: Night): readonly OpenItem[] {
  return night.incidents
    .filter(({ state, isOfTonight }) =>
      isOpen(state) ? state.status !== 'morning' || !isOfTonight : isUnfinished(state.resolution?.outcome),
    )
    .toSorted((a, b) => a.state.tier.localeCompare(b.state.tier) || a.state.firstContactAt - b.state.firstContactAt)
    .map((incident) => {
      const { state } = incident;
      return {
        number: state.number,
        tier: state.tier,
        place: placeLabel(state),
        category: state.category,
        problem: state.text,
        firstContactAt: state.firstContactAt,
        ageDays: Math.max(0, night.until - state.firstContactAt) / DAY_MS,
        owner: ownerOf(incident, night),
        next: nextOf(incident, night),
        zone: state.place.zone,
      };
    });
}

function isUnfinished(outcome: string | undefined): boolean {
  return outcome !== undefined && UNFINISHED.includes(outcome);
}

/** Who has it, or has the incident that climbs for it. */
export function holderOf({
  holder,
  head,
}: IncidentState): { readonly name: string; readonly company: string; readonly etaAt: Instant | null } | null {
  return holder ?? (head?.holder ? { ...head.holder, etaAt: head.etaAt } : null);
}

/** Empty when it is nobody's: the document says so in red. */
function ownerOf({ state }: NightIncident, night: Night): string {
  const holder = holderOf(state);
  if (holder && holder.name !== '') return withCompany(holder);
  return state.status === 'morning' || !isOpen(state) ? nightWords(night.language).office : '';
}

/** What will happen next, or what a person has to do; the alarms that stand come first. */
export function nextOf(incident: NightIncident, night: Night): string {
  const { state, events } = incident;
  const words = nightWords(night.language);
  const { zone } = state.place;
  if (!isOpen(state)) return words.closedUnfinished(closeOutOf(incident, night));
  if (state.status === 'morning') return callBackOf(incident, night);
  const alarms = state.alarms.flatMap(({ kind }) => {
    const raised = events.findLast((event) => event.type === 'alarmRaised' && event.kind === kind);
    return raised ? [narrate(raised, night.language, zone).sentence] : [];
  });
  const planned = plannedOf(incident, night);
  const sentences = [...alarms, ...(planned === null ? [] : [planned])];
  if (sentences.length > 0) return `${sentences.join('. ')}.`;
  return state.partOf ? words.seeHead(state.partOf.headNumber) : words.nothingPlanned;
}

function plannedOf({ state }: NightIncident, night: Night): string | null {
  // When it fires, not what the screen counts down to: an estimate has its grace.
  const next = nextShown(clocksOf(state));
  if (next === null) return null;
  const words = nightWords(night.language);
  const time = wordDayClock(next.dueAt, state.place.zone, night.language);
  switch (next.kind) {
    case 'step':
      return words.nextStep((state.ladder?.nextStep ?? 0) + 1, time);
    case 'lastWindow':
      return words.lastWindow(time);
    case 'round':
      return words.nextRound(time);
    case 'late':
      return words.heldStep(time);
    case 'eta':
      return words.etaGrace(time);
    case 'noEta':
      return words.noEta(time);
    case 'resolution':
      return words.resolution(time);
    case 'promise':
      return words.promise(time);
    default:
      return null; // clocks that no person waits for; a queue row never shows them
  }
}

function callBackOf(incident: NightIncident, night: Night): string {
  const words = nightWords(night.language);
  const promisedAt = promiseOf(incident);
  if (promisedAt === null) return words.callBack;
  const time = wordDayClock(promisedAt, incident.state.place.zone, night.language);
  return promisedAt < night.until ? words.callBackOverdue(time) : words.callBackBy(time);
}

/** How it was closed, with the words used. */
export function closeOutOf({ state, events }: NightIncident, night: Night): string {
  const resolved = events.findLast((event) => event.type === 'resolved');
  if (!resolved) return '';
  const { sentence, words } = narrate(resolved, night.language, state.place.zone);
  return words === null ? `${sentence}.` : `${sentence}. “${words}”`;
}

/** When the resident was to hear: a promise that has come due is still a promise, and an overdue one. */
function promiseOf({ state, events }: NightIncident): Instant | null {
  if (state.promiseByAt !== null) return state.promiseByAt;
  const last = events.findLast((event) => event.type === 'promised' && event.byAt !== null);
  return last?.type === 'promised' ? last.byAt : null;
}

/** The work of the morning: what was promised soonest first, then by number. */
export function morningQueueOf(night: Night): readonly MorningItem[] {
  const words = nightWords(night.language);
  const promiseOrder = (at: Instant | null): number => at ?? Number.MAX_SAFE_INTEGER;
  return night.incidents
    .filter(({ state }) => state.status === 'morning')
    .map((incident) => {
      const { state, events } = incident;
      const [reported] = events;
      return {
        number: state.number,
        place: placeLabel(state),
        category: state.category,
        problem: state.text,
        resident: state.caller.name === '' ? words.unknownCaller : state.caller.name,
        callBack: state.caller.phone === null ? '' : displayPhone(state.caller.phone),
        permissionToEnter: reported?.type === 'reported' ? reported.permissionToEnter : ('unknown' as const),
        promisedAt: promiseOf(incident),
        zone: state.place.zone,
      };
    })
    .toSorted((a, b) => promiseOrder(a.promisedAt) - promiseOrder(b.promisedAt) || a.number - b.number);
}

/** Whoever wrote or called and still waits in the inbox, longest waiting first. */
export function callsToReturnOf(read: ReadDb, night: Night): readonly CallToReturn[] {
  const words = nightWords(night.language);
  return waitingContacts(read)
    .filter((contact) => contact.receivedAt <= night.until && !isReply(read, contact))
    .map((contact) => ({
      ...whoIs(read, contact, night),
      callBack: contact.from === '' ? '' : displayPhone(contact.from),
      wish: contact.text === '' ? words.noWords : contact.text,
      receivedAt: contact.receivedAt,
      // Nobody has answered it yet, so nothing was promised.
      promisedAt: null,
    }));
}

/** A responder's digits that nobody could place: for the desk to decide, but nobody waits for a call because of them. */
function isReply(read: ReadDb, { from, text }: Contact): boolean {
  const { verb, isAutoReply } = parseReply(text);
  return (verb !== 'none' || isAutoReply) && allRows(read, 'responder', { column: 'phone', value: from }).length > 0;
}

function whoIs(read: ReadDb, contact: Contact, night: Night): { readonly name: string; readonly zone: string } {
  const byPhone = { column: 'phone', value: contact.from } as const;
  const resident = allRows(read, 'resident', byPhone)[0];
  const unit = resident && getRow(read, 'unit', resident.unitId);
  const property = unit && getRow(read, 'property', unit.propertyId);
  if (resident && unit && property)
    return { name: `${resident.name}, ${property.name} ${unit.label}`, zone: property.zone };
  const responder = allRows(read, 'responder', byPhone)[0];
  const name = resident?.name ?? (responder ? withCompany(responder) : nightWords(night.language).unknownNumber);
  return { name, zone: night.zone };
}
