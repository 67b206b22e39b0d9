import { assertNever } from '#shared/contract';
import type { EventOf } from './events.ts';
import { heardOf } from './heard-of.ts';
import type { CallByHand, IncidentState } from './state.ts';

type CallEvent = EventOf<'callByHandPlanned' | 'callByHandDue' | 'callMade' | 'callEnded' | 'connected'>;

/** Folds what happens to the calls a person has to make. */
export function foldCall(state: IncidentState, event: CallEvent): IncidentState {
  switch (event.type) {
    case 'callByHandPlanned': {
      const { responderId, name, phone, dueAt } = event;
      const others = state.callsByHand.filter((each) => each.responderId !== responderId);
      const call: CallByHand = { responderId, name, phone, dueAt, isDue: false, attempt: event.attempt ?? 1 };
      const callsByHand = [...others, call];
      return { ...state, callsByHand: callsByHand.toSorted((a, b) => a.dueAt - b.dueAt) };
    }
    case 'callByHandDue': {
      const callsByHand = state.callsByHand.map((each) =>
        each.responderId === event.responderId ? { ...each, isDue: true } : each,
      );
      return { ...state, callsByHand };
    }
    case 'callMade': {
      const called = withoutCall(event.result === 'reached' ? spokenWith(state, event) : state, event.responderId);
      return { ...called, alarms: called.alarms.filter((each) => each.kind !== 'noEta') };
    }
    case 'callEnded':
      // A key is a person; whatever only picked up may be a machine.
      return event.pressed === null ? state : withoutCall(spokenWith(state, event), event.responderId);
    case 'connected':
      return event.result === 'connected' ? spokenWith(state, event) : state;
    default:
      return assertNever(event, 'event of a call');
  }
}

/** Whoever has it was spoken with. */
function spokenWith(
  state: IncidentState,
  { responderId, at }: Pick<EventOf<'callMade'>, 'responderId' | 'at'>,
): IncidentState {
  const { holder } = state;
  return holder?.responderId === responderId ? { ...state, holder: heardOf(holder, at) } : state;
}

/** This person need not be called any more; the alarm ends with the last call that was due. */
export function withoutCall(state: IncidentState, responderId: string): IncidentState {
  const callsByHand = state.callsByHand.filter((each) => each.responderId !== responderId);
  const isAnyDue = callsByHand.some((each) => each.isDue);
  const alarms = isAnyDue ? state.alarms : state.alarms.filter((each) => each.kind !== 'callByHand');
  return { ...state, callsByHand, alarms };
}
