import type { Instant } from '#shared/contract';
import { isAskedWithinHours } from './closing.ts';
import { type IncidentState, isUnsent, type LadderRun, type Message } from './state.ts';

export type Move = <Value extends Instant | null>(at: Value) => Value;

/**
 * The wall clock was moved by `deltaMs`: every pending deadline moves with it, so that windows keep their length. Hours
 * of the business day stay where they are.
 */
export function shiftClocks(state: IncidentState, deltaMs: number): IncidentState {
  const move: Move = (at) => (at === null ? at : ((at + deltaMs) as typeof at)); // a number stays a number
  const isPromisedForMorning = state.status === 'morning' || state.status === 'resolved';
  return {
    ...state,
    ladder: state.ladder && shiftLadder(state.ladder, move),
    holder: state.holder && {
      ...state.holder,
      etaAt: move(state.holder.etaAt),
      noEtaAt: move(state.holder.noEtaAt),
      noEtaCallAt: move(state.holder.noEtaCallAt),
      confirmByAt: move(state.holder.confirmByAt),
      lastSignAt: move(state.holder.lastSignAt),
      stillComingByAt: move(state.holder.stillComingByAt),
      heldUntilAt: move(state.holder.heldUntilAt),
    },
    hold: state.hold && { ...state.hold, since: move(state.hold.since), untilAt: move(state.hold.untilAt) },
    vendor: state.vendor && {
      ...state.vendor,
      answerByAt: move(state.vendor.answerByAt),
      heldUntilAt: move(state.vendor.heldUntilAt),
      accepted: state.vendor.accepted && {
        ...state.vendor.accepted,
        etaAt: move(state.vendor.accepted.etaAt),
      },
    },
    notEmergency: state.notEmergency && { ...state.notEmergency, at: move(state.notEmergency.at) },
    messages: state.messages.map((each) => shiftMessage(each, move)),
    notified: state.notified.map((each) => ({ ...each, lastAt: move(each.lastAt) })),
    alarms: state.alarms.map((each) => ({ ...each, since: move(each.since), heardAt: move(each.heardAt) })),
    callsByHand: state.callsByHand.map((each) => ({ ...each, dueAt: move(each.dueAt) })),
    promiseByAt: isPromisedForMorning ? state.promiseByAt : move(state.promiseByAt),
    lastResidentTextAt: move(state.lastResidentTextAt),
    heldResidentText: state.heldResidentText && {
      ...state.heldResidentText,
      untilAt: move(state.heldResidentText.untilAt),
    },
    partOf: state.partOf && {
      ...state.partOf,
      letters: state.partOf.letters.map((each) => ({ ...each, lastAt: move(each.lastAt) })),
    },
    head: state.head && {
      ...state.head,
      etaAt: move(state.head.etaAt),
      nextAt: move(state.head.nextAt),
      ...(state.head.beside && { beside: { ...state.head.beside, etaAt: move(state.head.beside.etaAt) } }),
    },
    sla: state.sla.state === 'running' ? { ...state.sla, dueAt: move(state.sla.dueAt) } : state.sla,
    resolutionDueAt: move(state.resolutionDueAt),
    followUp:
      state.followUp && isAskedWithinHours(state)
        ? { ...state.followUp, dueAt: move(state.followUp.dueAt) }
        : state.followUp,
  };
}

/** What still waits to leave waits as long as before, in the outbox as well. */
function shiftMessage(message: Message, move: Move): Message {
  if (!isUnsent(message) && message.nextAt === null) return message;
  return { ...message, nextAt: move(message.nextAt), expiresAt: move(message.expiresAt) };
}

/** A ladder whose windows begin later, or earlier; they keep their length. */
export function shiftLadder(run: LadderRun, move: Move): LadderRun {
  return {
    ...run,
    dueAt: move(run.dueAt),
    roundStartedAt: move(run.roundStartedAt),
    heldUntilAt: move(run.heldUntilAt),
    deskUntilAt: move(run.deskUntilAt),
    whateverElse: run.whateverElse.map((each) => ({
      ...each,
      dueAt: move(each.dueAt),
      heldUntilAt: move(each.heldUntilAt),
    })),
  };
}
