import type { Desk } from '#core/desk';
import { appendLine, type OutboxRow, settleRow } from '#core/store';
import { type Actor, CALL_STATES, type IncidentCommand, type IncidentState } from '#shared/incident';
import type { CallEnd } from './driver.ts';

/** How the end of a call is written down. */

const CORE: Actor = { kind: 'core' };

export type SettledCall = Omit<
  Extract<IncidentCommand, { type: 'settleCall' }>,
  'type' | 'key' | 'responderId' | 'attempt'
>;

/** Of a call that was not made. */
export const NOT_MADE = { pressed: null, gateway: null } as const;

/** What the log is told of the end of a call. */
export function settledBy(end: CallEnd, gateway: string): SettledCall {
  const known = { gateway, pressed: null } as const;
  switch (end.kind) {
    case 'key':
      return { ...known, result: 'key', pressed: end.key, reason: null };
    case 'noKey':
      return { ...known, result: 'noKey', reason: 'callUndecided' };
    case 'noAnswer':
      return { ...known, result: 'noAnswer', reason: 'callNotAnswered' };
    case 'busy':
      return { ...known, result: 'busy', reason: 'callBusy' };
    case 'failed':
    case 'unknown':
      return { ...known, result: end.kind, reason: end.reason };
  }
}

/** Writes down the end of a call. A key about a part of a building incident is said to its head as well. */
export function recordCall(
  desk: Desk,
  state: IncidentState | null,
  { key, attempt }: OutboxRow,
  settled: SettledCall,
): boolean {
  const to = state?.messages.find((each) => each.key === key)?.to;
  if (!state || to?.kind !== 'responder') return false;
  const { responderId, name } = to;
  const by: Actor = settled.pressed === null ? CORE : { kind: 'responder', id: responderId, name };
  // Their no to one unit does not hold for the house. First, since it may be said twice but not be lost.
  if (state.partOf !== null && settled.pressed === '1')
    desk.execute(state.partOf.headId, { type: 'answerCall', responderId, name, pressed: '1' }, by);
  const recorded = desk.execute(state.id, { type: 'settleCall', key, responderId, attempt, ...settled }, by);
  return recorded.ok && recorded.events.length > 0;
}

/** A call that was only to show that calls work. */
export function recordTestCall(
  desk: Desk,
  { key, attempt }: OutboxRow,
  { result, gateway, reason }: SettledCall,
): true {
  const values = { state: CALL_STATES[result], attempt, gateway, reason, isPossiblyTwice: false, nextAt: null };
  desk.change(
    ['settings'],
    (db, author) => {
      settleRow(db, key, { ...values, at: author.at, tier: 'P1' });
      appendLine(db, null, { type: 'messageState', v: 1, at: author.at, by: author.by, key, ...values });
    },
    CORE,
  );
  return true;
}
