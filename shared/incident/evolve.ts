import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { Actor, EventOf, IncidentEvent } from './events.ts';
import { foldCall } from './evolve-calls.ts';
import { shiftClocks } from './evolve-clock.ts';
import { foldHold } from './evolve-hold.ts';
import { foldHolder } from './evolve-holder.ts';
import { awaitedOf, foldLadder } from './evolve-ladder.ts';
import { foldLink } from './evolve-link.ts';
import { foldMessage } from './evolve-messages.ts';
import { foldTier } from './evolve-tier.ts';
import { foldVendor, toldToCome, withoutVendor } from './evolve-vendor.ts';
import { foldWords, NO_WORDS } from './evolve-words.ts';
import { heardOf } from './heard-of.ts';
import type { Holder, IncidentState } from './state.ts';
import { beginReview, foldReview } from './triage-review.ts';

/**
 * Folds one event into the state. Pure and total over today's events; everything shown or due is computed from here.
 * @throws when the first event is not `reported`: a bug, or a damaged log.
 */
export function evolve(state: IncidentState | null, event: IncidentEvent): IncidentState {
  if (event.type === 'reported') return begin(event);
  if (state === null) throw new Error(`an incident begins with "reported", not "${event.type}"`);
  const review = foldReview(state.review, event);
  const isUnchecked = state.isUnchecked && !isLookedAt(event);
  return { ...foldWords(change(state, event), event), review, isUnchecked, version: state.version + 1 };
}

/** What a person can do without having looked at what was reported. */
const NOT_A_LOOK: readonly IncidentEvent['type'][] = ['alarmHeard', 'wordsRead', 'noted', 'triageMarked'];

/** Somebody at the desk has done something about it. */
function isLookedAt({ type, by }: IncidentEvent): boolean {
  return (by.kind === 'staff' || by.kind === 'lockedDesk') && !NOT_A_LOOK.includes(type);
}

/** Folds a whole history. */
export function fold(events: readonly IncidentEvent[]): IncidentState | null {
  return events.reduce<IncidentState | null>(evolve, null);
}

function begin(event: EventOf<'reported'>): IncidentState {
  const slaMs = TIMING.slaMs[event.tier];
  return {
    id: event.incidentId,
    number: event.number,
    version: 1,
    status: event.tier === 'P3' ? 'morning' : 'running',
    category: event.category,
    tier: event.tier,
    trade: event.trade,
    verdict: event.verdict,
    tierReason: event.tierReason,
    place: event.place,
    caller: event.caller,
    text: event.text,
    emergencyCall: null,
    firstContactAt: event.firstContactAt,
    reportedAt: event.at,
    ladder: null,
    notified: [],
    messages: [],
    holder: null,
    hold: null,
    vendor: null,
    isUnchecked: event.isUnattended ?? false,
    notEmergency: null,
    alarms: [],
    callsByHand: [],
    residentWords: NO_WORDS,
    promiseByAt: null,
    lastResidentTextAt: null,
    heldResidentText: null,
    sla: slaMs === null ? { dueAt: null, state: 'none' } : { dueAt: event.firstContactAt + slaMs, state: 'running' },
    promise: 'none',
    resolutionDueAt: null,
    resolution: null,
    followUp: null,
    review: beginReview(event),
    parts: [],
    partOf: null,
    head: null,
  };
}

function change(state: IncidentState, event: Exclude<IncidentEvent, { type: 'reported' }>): IncidentState {
  switch (event.type) {
    case 'dispatched':
    case 'ladderChanged':
    case 'jumped':
    case 'roundStarted':
    case 'stepSkipped':
    case 'stepHeld':
    case 'unanswered':
    case 'declined':
      return foldLadder(state, event);
    case 'stepFired': {
      const after = foldLadder(state, event);
      const awaited = awaitedOf(event.recipients).map((each) => each.responderId);
      return { ...after, vendor: toldToCome(after.vendor, awaited) };
    }
    case 'stoodDown': {
      const after = foldLadder(state, event);
      return { ...after, vendor: withoutVendor(after.vendor, event.responderId) };
    }
    case 'held':
    case 'holdEnded':
      return foldHold(state, event);
    case 'vendorAsked':
    case 'vendorAnswered':
    case 'vendorsSpent':
      return foldVendor(state, event);
    case 'messageQueued':
    case 'messageState':
    case 'messageReworded':
    case 'messageRetried':
    case 'promised':
    case 'residentTextHeld':
    case 'residentTextSuppressed':
      return foldMessage(state, event);
    case 'callEnded':
      return foldCall(foldMessage(state, event), event);
    case 'callByHandPlanned':
    case 'callByHandDue':
    case 'callMade':
    case 'connected':
      return foldCall(state, event);
    case 'acknowledged':
    case 'etaSet':
    case 'arrived':
    case 'resolved':
    case 'reopened':
    case 'handedOver':
    case 'tierConfirmAsked':
    case 'tierConfirmed':
    case 'stillComingAsked':
      return foldHolder(state, event);
    case 'tierChanged':
      return foldTier(state, event);
    case 'linked':
    case 'unlinked':
    case 'partAdded':
    case 'partRemoved':
    case 'headMoved':
      return foldLink(state, event);
    case 'alarmRaised':
      return raise(state, event);
    case 'alarmHeard':
      return {
        ...state,
        alarms: state.alarms.map((each) => (event.kinds.includes(each.kind) ? { ...each, heardAt: event.at } : each)),
        ladder: state.ladder && { ...state.ladder, deskUntilAt: null },
      };
    case 'slaMissed':
      return { ...state, sla: { ...state.sla, state: 'missed' } };
    case 'promiseSettled':
      return { ...state, promise: event.isKept ? 'kept' : 'missed' };
    case 'resolutionChecked':
      return { ...state, resolutionDueAt: event.at + TIMING.resolutionMs[state.tier] };
    case 'followUpAsked':
      return state.followUp ? { ...state, promiseByAt: null, followUp: { ...state.followUp, isAsked: true } } : state;
    case 'followUpAnswered':
      return state.followUp ? { ...state, followUp: { ...state.followUp, isAnswered: true } } : state;
    case 'emergencyCallAnswered':
      return { ...state, emergencyCall: { answer: event.answer, at: event.at, by: nameOf(event.by) } };
    case 'wallClockMoved':
      return shiftClocks(state, event.deltaMs);
    case 'replied':
      return {
        ...state,
        holder: isSignOf(state.holder, event) ? heardOf(state.holder, event.at) : state.holder,
        notified: state.notified.map((each) =>
          each.recipient.responderId === event.responderId ? { ...each, lastWords: event.words } : each,
        ),
      };
    case 'saidNotEmergency':
      return { ...state, notEmergency: { responderId: event.responderId, name: event.name, at: event.at } };
    case 'etaAsked':
    case 'contactJoined':
    case 'wordsRead':
    case 'noted':
    case 'triageMarked':
      return state;
    default:
      return assertNever(event, 'incident event');
  }
}

/** Words that nobody can read may come from a telephone that answers by itself. */
function isSignOf(holder: Holder | null, { responderId, understoodAs }: EventOf<'replied'>): holder is Holder {
  return holder?.responderId === responderId && understoodAs !== 'none';
}

function nameOf(by: Actor): string {
  return 'name' in by ? by.name : '';
}

function raise(state: IncidentState, event: EventOf<'alarmRaised'>): IncidentState {
  const alarm = { kind: event.kind, since: event.at, step: event.step, heardAt: null };
  return {
    ...state,
    alarms: [...state.alarms.filter((each) => each.kind !== event.kind), alarm],
    holder: state.holder && event.kind === 'noEta' ? { ...state.holder, noEtaCallAt: null } : state.holder,
  };
}
