import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { keepsEverybodyOut } from '#shared/triage';
import type { EventOf } from './events.ts';
import { stopLadder } from './evolve-holder.ts';
import { type IncidentState, lastingAlarms } from './state.ts';

type LinkEvent = EventOf<'linked' | 'unlinked' | 'partAdded' | 'partRemoved' | 'headMoved'>;

/** Folds what happens between the incidents of one trouble of a building. */
export function foldLink(state: IncidentState, event: LinkEvent): IncidentState {
  switch (event.type) {
    case 'linked':
      return becomePart(state, event);
    case 'unlinked':
      return { ...state, partOf: null, head: null, status: ownStatus(state) };
    case 'partAdded':
      return addPart(state, event);
    case 'partRemoved':
      return { ...state, parts: state.parts.filter((each) => each.partId !== event.partId) };
    case 'headMoved':
      return follow(state, event);
    default:
      return assertNever(event, 'link event');
  }
}

/** Its own ladder rests, and whoever was asked by it belongs to the other now: their letters go with them. */
function becomePart(state: IncidentState, { headId, headNumber }: EventOf<'linked'>): IncidentState {
  return {
    ...state,
    partOf: {
      headId,
      headNumber,
      letters: state.notified.map(({ recipient: { responderId, code }, lastAt }) => ({ responderId, code, lastAt })),
    },
    head: null,
    status: 'running',
    holder: null,
    notified: [],
    ladder: state.ladder && { ...stopLadder(state.ladder), whateverElse: [], current: null },
    alarms: lastingAlarms(state),
    callsByHand: [],
    resolutionDueAt: null,
    hold: null,
    vendor: null,
  };
}

function ownStatus({ status, tier }: IncidentState): IncidentState['status'] {
  if (status === 'resolved') return 'resolved';
  return tier === 'P3' ? 'morning' : 'running';
}

function addPart(state: IncidentState, event: EventOf<'partAdded'>): IncidentState {
  const { partId, number, unitLabel, residentName, text, tier, hasVolunteeredNeed, lifeSafety, troubles, asked } =
    event;
  const part = {
    partId,
    number,
    unitLabel,
    residentName,
    text,
    tier,
    hasVolunteeredNeed,
    lifeSafety,
    ...(troubles && { troubles }),
  };
  const known = new Set(state.notified.map((each) => each.recipient.responderId));
  const fresh = asked
    .filter((each) => !known.has(each.recipient.responderId))
    .map((each) => ({ ...each, hasDeclined: false, lastWords: null }));
  // Gas in one unit is a reason not to enter the house.
  const isNews = keepsEverybodyOut(lifeSafety) && !keepsEverybodyOut(state.verdict.lifeSafety);
  return {
    ...state,
    parts: [...state.parts.filter((each) => each.partId !== partId), part],
    notified: [...state.notified, ...fresh],
    verdict: isNews ? { ...state.verdict, lifeSafety } : state.verdict,
    vendor: event.vendor
      ? { ...event.vendor, triedIds: [...(state.vendor?.triedIds ?? []), ...event.vendor.triedIds] }
      : state.vendor,
  };
}

function follow(state: IncidentState, event: EventOf<'headMoved'>): IncidentState {
  if (state.status === 'resolved') return state;
  const { status, holder, etaAt, nextAt, beside } = event;
  return {
    ...state,
    head: { status, holder, etaAt, nextAt, ...(beside && { beside }) },
    status: status === 'resolved' ? state.status : status,
    sla: slaAfter(state, event),
  };
}

/** Taken with its head, or not to be taken tonight any more, or again. */
function slaAfter({ sla, status, tier, firstContactAt }: IncidentState, event: EventOf<'headMoved'>) {
  const slaMs = TIMING.slaMs[tier];
  if (sla.state === 'running' && sla.dueAt !== null) {
    if (event.holder !== null) return { ...sla, state: event.at <= sla.dueAt ? 'kept' : 'missed' } as const;
    return event.status === 'morning' ? ({ dueAt: null, state: 'none' } as const) : sla;
  }
  const isForTonightAgain = status === 'morning' && event.status === 'running' && sla.state === 'none';
  if (!isForTonightAgain || slaMs === null) return sla;
  return { dueAt: Math.max(event.at, firstContactAt + slaMs), state: 'running' } as const;
}
