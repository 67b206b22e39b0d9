import type { EventOf } from './events.ts';
import type { IncidentState } from './state.ts';

type CallEvent = EventOf<'callByHandPlanned' | 'callByHandDue' | 'callMade'>;

/** Folds what happens to the calls a person has to make. */
export function foldCall(state: IncidentState, event: CallEvent): IncidentState {
  switch (event.type) {
    case 'callByHandPlanned': {
      const { responderId, name, phone, dueAt } = event;
      const others = state.callsByHand.filter((each) => each.responderId !== responderId);
      const callsByHand = [...others, { responderId, name, phone, dueAt, isDue: false }];
      return { ...state, callsByHand: callsByHand.toSorted((a, b) => a.dueAt - b.dueAt) };
    }
    case 'callByHandDue': {
      const callsByHand = state.callsByHand.map((each) =>
        each.responderId === event.responderId ? { ...each, isDue: true } : each,
      );
      return { ...state, callsByHand };
    }
    case 'callMade': {
      const called = withoutCall(state, event.responderId);
      return { ...called, alarms: called.alarms.filter((each) => each.kind !== 'noEta') };
    }
  }
}

/** This person need not be called any more; the alarm ends with the last call that was due. */
export function withoutCall(state: IncidentState, responderId: string): IncidentState {
  const callsByHand = state.callsByHand.filter((each) => each.responderId !== responderId);
  const isAnyDue = callsByHand.some((each) => each.isDue);
  const alarms = isAnyDue ? state.alarms : state.alarms.filter((each) => each.kind !== 'callByHand');
  return { ...state, callsByHand, alarms };
}
