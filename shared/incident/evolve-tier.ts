import { TIMING } from '#shared/escalation';
import type { AlarmKind, EventOf } from './events.ts';
import { stopLadder } from './evolve-holder.ts';
import type { Holder, IncidentState } from './state.ts';

/** What asked a person to decide about the tier, or was measured by it. */
const DECIDED: readonly AlarmKind[] = ['notEmergency', 'etaFar'];

/** Folds another tier. Whoever has it keeps it; what was urgent is not any more, or the other way round. */
export function foldTier(state: IncidentState, event: EventOf<'tierChanged'>): IncidentState {
  const slaMs = TIMING.slaMs[event.to];
  const isTaken = state.holder !== null;
  const isForMorning = event.to === 'P3';
  // Tiers sort as they weigh: P1 before P2 before P3.
  const isLowered = event.to > event.from;
  const run = state.ladder && (isForMorning ? stopLadder(state.ladder) : state.ladder);
  return {
    ...state,
    tier: event.to,
    tierReason: event.reason,
    status: isTaken ? state.status : isForMorning ? 'morning' : 'running',
    ladder: run && (isLowered ? { ...run, whateverElse: [] } : run),
    holder: state.holder && holderAfter(state, state.holder, event, isLowered),
    vendor: isLowered ? null : state.vendor,
    notEmergency: null,
    alarms: isForMorning ? [] : state.alarms.filter(({ kind }) => !DECIDED.includes(kind)),
    callsByHand: isForMorning ? [] : state.callsByHand,
    promise: state.promise === 'running' ? 'none' : state.promise,
    sla:
      isTaken || slaMs === null
        ? { dueAt: null, state: state.sla.state === 'running' ? 'none' : state.sla.state }
        : { dueAt: Math.max(event.at, state.firstContactAt + slaMs), state: 'running' },
  };
}

/** Whoever has not said when they come has as long to say it as anybody who takes it at that tier. */
function holderAfter(
  { status }: IncidentState,
  holder: Holder,
  { to, at }: EventOf<'tierChanged'>,
  isLowered: boolean,
): Holder {
  const isToSay = status === 'acknowledged' && holder.etaAt === null;
  return {
    ...holder,
    confirmByAt: isLowered ? null : holder.confirmByAt,
    ...(isToSay && { noEtaCallAt: at + TIMING.noEtaCallMs[to], noEtaAt: at + TIMING.noEtaResumeMs[to] }),
  };
}
