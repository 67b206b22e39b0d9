import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { AlarmKind, EventOf } from './events.ts';
import { withoutCall } from './evolve-calls.ts';
import { stepsToCome } from './evolve-ladder.ts';
import { notComing, withHolder, withoutUnanswered } from './evolve-vendor.ts';
import { heardOf } from './heard-of.ts';
import { type IncidentState, lastingAlarms } from './state.ts';

type HolderEvent = EventOf<
  | 'acknowledged'
  | 'etaSet'
  | 'arrived'
  | 'resolved'
  | 'reopened'
  | 'handedOver'
  | 'tierConfirmAsked'
  | 'tierConfirmed'
  | 'stillComingAsked'
>;

/** Folds what happens between somebody taking it and its end. */
export function foldHolder(state: IncidentState, event: HolderEvent): IncidentState {
  switch (event.type) {
    case 'acknowledged':
      return acknowledge(state, event);
    case 'etaSet':
      return state.holder
        ? {
            ...withoutAlarms(state, ['noEta', 'etaMissed', 'etaFar', 'stale']),
            holder: {
              ...heardOf(state.holder, event.at),
              etaAt: event.etaAt,
              noEtaAt: null,
              noEtaCallAt: null,
              heldForMs: 0,
              heldUntilAt: null,
            },
          }
        : state;
    case 'arrived':
      return arrive(state, event);
    case 'resolved':
      return resolve(state, event);
    case 'reopened':
      return {
        ...state,
        status: state.tier === 'P3' ? 'morning' : 'running',
        holder: null,
        notEmergency: null,
        vendor: notComing(state.vendor, state.holder?.responderId),
        resolution: null,
        resolutionDueAt: null,
        followUp: null,
      };
    case 'handedOver':
      // On site was the other one.
      return { ...state, resolutionDueAt: null, vendor: notComing(state.vendor, event.fromId) };
    case 'tierConfirmAsked':
      return state.holder ? { ...state, holder: { ...state.holder, confirmByAt: event.byAt } } : state;
    case 'tierConfirmed':
      return state.holder
        ? {
            ...withoutCall(state, state.holder.responderId),
            holder: { ...heardOf(state.holder, event.at), confirmByAt: null },
          }
        : state;
    case 'stillComingAsked':
      return state.holder ? { ...state, holder: { ...state.holder, stillComingByAt: event.byAt } } : state;
    default:
      return assertNever(event, 'event of whoever has it');
  }
}

/** Alarms of these kinds are over: what they asked for has happened. */
function withoutAlarms(state: IncidentState, kinds: readonly AlarmKind[]): IncidentState {
  return { ...state, alarms: state.alarms.filter((each) => !kinds.includes(each.kind)) };
}

function acknowledge(state: IncidentState, event: EventOf<'acknowledged'>): IncidentState {
  const hasEta = event.etaAt !== null;
  return {
    ...state,
    status: 'acknowledged',
    holder: {
      responderId: event.responderId,
      name: event.name,
      company: event.company,
      how: event.how,
      via: event.via,
      since: event.at,
      etaAt: event.etaAt,
      arrivedAt: null,
      noEtaCallAt: hasEta ? null : event.at + TIMING.noEtaCallMs[state.tier],
      noEtaAt: hasEta ? null : event.at + TIMING.noEtaResumeMs[state.tier],
      confirmByAt: null,
      lastSignAt: event.at,
      stillComingByAt: null,
      heldForMs: 0,
      heldUntilAt: null,
    },
    alarms: lastingAlarms(state),
    callsByHand: [],
    vendor: withHolder(state.vendor, event.responderId),
    sla: state.sla.state === 'running' ? { ...state.sla, state: event.isSlaKept ? 'kept' : 'missed' } : state.sla,
    ladder: state.ladder && stopLadder(state.ladder),
  };
}

/** Acknowledged: the ladder stops, but steps marked *whatever else* keep their time. */
export function stopLadder(run: NonNullable<IncidentState['ladder']>): NonNullable<IncidentState['ladder']> {
  const toCome = run.isLastResort || run.waitsFor !== 'step' ? [] : stepsToCome(run);
  const whateverElse = [
    // What a jump passed over, and what a ladder that is stopped already has still to do.
    ...run.whateverElse,
    ...toCome
      .filter(({ step, isWhateverElse }) => isWhateverElse && run.whateverElse.every((each) => each.step !== step))
      .map(({ step, dueAt }) => ({ step, dueAt, heldUntilAt: null })),
  ];
  return { ...run, waitsFor: 'nothing', heldUntilAt: null, deskUntilAt: null, whateverElse };
}

function arrive(state: IncidentState, event: EventOf<'arrived'>): IncidentState {
  const holder = state.holder ?? {
    responderId: event.responderId ?? '',
    name: event.name,
    company: '',
    how: 'onBehalf' as const,
    via: null,
    since: event.at,
    etaAt: null,
    arrivedAt: null,
    noEtaCallAt: null,
    noEtaAt: null,
    confirmByAt: null,
    lastSignAt: event.at,
    stillComingByAt: null,
    heldForMs: 0,
    heldUntilAt: null,
  };
  return {
    ...state,
    status: 'onSite',
    holder: {
      ...heardOf(holder, event.at),
      arrivedAt: event.at,
      noEtaAt: null,
      noEtaCallAt: null,
      confirmByAt: null,
      heldUntilAt: null,
    },
    alarms: lastingAlarms(state),
    callsByHand: [],
    vendor: withoutUnanswered(state.vendor),
    resolutionDueAt: event.at + TIMING.resolutionMs[state.tier],
    ladder: state.ladder && { ...stopLadder(state.ladder), whateverElse: [] },
    sla:
      state.sla.state === 'running'
        ? { ...state.sla, state: event.at <= (state.sla.dueAt ?? event.at) ? 'kept' : 'missed' }
        : state.sla,
  };
}

function resolve(state: IncidentState, event: EventOf<'resolved'>): IncidentState {
  return {
    ...state,
    status: 'resolved',
    resolution: { outcome: event.outcome, at: event.at },
    alarms: [],
    callsByHand: [],
    hold: null,
    vendor: null,
    notEmergency: null,
    promiseByAt: null,
    heldResidentText: null,
    resolutionDueAt: null,
    ladder: state.ladder && { ...stopLadder(state.ladder), whateverElse: [] },
    sla: state.sla.state === 'running' ? { ...state.sla, state: 'none' } : state.sla,
    followUp: event.followUpAt === null ? null : { dueAt: event.followUpAt, isAsked: false, isAnswered: false },
  };
}
