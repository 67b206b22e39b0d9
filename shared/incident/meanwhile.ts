import { assertNever } from '#shared/contract';
import { addPerson } from './add-person.ts';
import type { DecideContext, IncidentCommand, RefusalCode } from './commands.ts';
import { connect } from './connect.ts';
import type { Draft } from './draft.ts';
import { handOver } from './hand-over.ts';
import { endHold, hold, longestHoldMin } from './hold.ts';
import { busyVendorId, nextVendor, sendVendor } from './send-vendor.ts';
import { standDown } from './stand-down.ts';
import type { IncidentState } from './state.ts';

/** What a person at the desk does while a ladder climbs or somebody is on the way. */
export type MeanwhileAct = Extract<
  IncidentCommand,
  { type: 'hold' | 'endHold' | 'addPerson' | 'handOver' | 'connect' | 'sendVendor' | 'standDown' }
>;

/** Why it cannot be done to the incident as it stands; null where it can. */
export function refusedMeanwhile(state: IncidentState, command: MeanwhileAct): RefusalCode | null {
  if (state.status === 'resolved') return 'alreadyResolved';
  const { holder } = state;
  switch (command.type) {
    case 'hold':
      if (state.hold) return 'alreadyHeld';
      if (state.status === 'onSite') return 'alreadyOnSite';
      if (holder === null && (state.ladder === null || state.ladder.waitsFor === 'nothing')) return 'nothingToHold';
      return command.minutes > longestHoldMin(state.tier) ? 'holdTooLong' : null;
    case 'endHold':
      return state.hold ? null : 'notHeld';
    case 'addPerson':
      // Whoever came second would read that it is with another, and stay at home.
      return holder ? 'alreadyTaken' : null;
    case 'handOver':
      if (!holder) return 'notTaken';
      return holder.responderId === command.responderId ? 'samePerson' : null;
    case 'connect':
      return state.caller.phone === null ? 'noPhone' : null;
    case 'sendVendor': {
      // Whoever only stands by can be sent.
      const busyId = busyVendorId(state);
      if (command.responderId !== null && command.responderId === holder?.responderId) return 'samePerson';
      const isAnother = command.responderId !== null && command.responderId !== busyId;
      return busyId === undefined || isAnother ? null : 'alreadyAsked';
    }
    case 'standDown':
      if (holder?.responderId === command.responderId) return 'hasIt';
      return state.notified.some((each) => each.recipient.responderId === command.responderId) ? null : 'notNotified';
    default:
      return assertNever(command, 'act');
  }
}

/** What the list of people says against it; only `decide` knows who is on it. */
export function refusedByName(
  state: IncidentState,
  command: IncidentCommand,
  context: DecideContext,
): RefusalCode | null {
  switch (command.type) {
    case 'addPerson':
      return context.person === null || (context.person.phone === null && !context.person.isAtDesk)
        ? 'unreachable'
        : null;
    case 'sendVendor':
      if (command.responderId !== null) return context.person?.phone ? null : 'unreachable';
      return nextVendor(state, context) ? null : 'noVendor';
    default:
      return null;
  }
}

export function actMeanwhile(draft: Draft, command: MeanwhileAct): void {
  switch (command.type) {
    case 'hold':
      return hold(draft, command.minutes, command.reason);
    case 'endHold':
      return endHold(draft);
    case 'addPerson':
      return addPerson(draft, command.words);
    case 'handOver':
      return handOver(draft, command);
    case 'connect':
      return connect(draft, command);
    case 'sendVendor':
      return sendVendor(draft, { mode: 'send', reason: command.reason, isByName: command.responderId !== null });
    case 'standDown':
      return standDown(draft, command);
    default:
      return assertNever(command, 'act');
  }
}
