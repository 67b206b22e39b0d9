import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { Actor, EventOf, IncidentEvent } from './events.ts';
import { foldCall } from './evolve-calls.ts';
import { shiftClocks } from './evolve-clock.ts';
import { foldHolder, stopLadder } from './evolve-holder.ts';
import { foldLadder } from './evolve-ladder.ts';
import { foldLink } from './evolve-link.ts';
import { foldMessage } from './evolve-messages.ts';
import { foldWords, NO_WORDS } from './evolve-words.ts';
import type { IncidentState } from './state.ts';
import { beginReview, foldReview } from './triage-review.ts';

/**
 * Folds one event into the state. Pure and total over today's events; everything shown or due is computed from here.
 * @throws when the first event is not `reported`: a bug, or a damaged log.
 */
export function evolve(state: IncidentState | null, event: IncidentEvent): IncidentState {
  if (event.type === 'reported') return begin(event);
  if (state === null) throw new Error(`an incident begins with "reported", not "${event.type}"`);
  const review = foldReview(state.review, event);
  return { ...foldWords(change(state, event), event), review, version: state.version + 1 };
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
    alarms: [],
    callsByHand: [],
    residentWords: NO_WORDS,
    promiseByAt: null,
    lastResidentTextAt: null,
    heldResidentText: null,
    sla: slaMs === null ? { dueAt: null, state: 'none' } : { dueAt: event.firstContactAt + slaMs, state: 'running' },
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
    case 'stepFired':
    case 'stepSkipped':
    case 'stepHeld':
    case 'unanswered':
    case 'declined':
      return foldLadder(state, event);
    case 'messageQueued':
    case 'messageState':
    case 'promised':
    case 'residentTextHeld':
    case 'residentTextSuppressed':
      return foldMessage(state, event);
    case 'callByHandPlanned':
    case 'callByHandDue':
    case 'callMade':
      return foldCall(state, event);
    case 'acknowledged':
    case 'etaSet':
    case 'arrived':
    case 'resolved':
    case 'reopened':
      return foldHolder(state, event);
    case 'tierChanged':
      return changeTier(state, event);
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
        notified: state.notified.map((each) =>
          each.recipient.responderId === event.responderId ? { ...each, lastWords: event.words } : each,
        ),
      };
    case 'saidNotEmergency':
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

function changeTier(state: IncidentState, event: EventOf<'tierChanged'>): IncidentState {
  const slaMs = TIMING.slaMs[event.to];
  const isTaken = state.holder !== null;
  return {
    ...state,
    tier: event.to,
    tierReason: event.reason,
    status: isTaken ? state.status : event.to === 'P3' ? 'morning' : 'running',
    ladder: event.to === 'P3' && state.ladder ? { ...stopLadder(state.ladder), whateverElse: [] } : state.ladder,
    alarms: event.to === 'P3' ? [] : state.alarms,
    callsByHand: event.to === 'P3' ? [] : state.callsByHand,
    sla:
      isTaken || slaMs === null
        ? { dueAt: null, state: state.sla.state === 'running' ? 'none' : state.sla.state }
        : { dueAt: Math.max(event.at, state.firstContactAt + slaMs), state: 'running' },
  };
}
