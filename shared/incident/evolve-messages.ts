import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { CALL_BACK_REASONS, type CallResult, type EventOf, type MessageState } from './events.ts';
import type { IncidentState, Message } from './state.ts';

/** How far along a message is; a report of less than what is known changes nothing. */
const RANK: Record<MessageState, number> = {
  queued: 0,
  retrying: 1,
  held: 1,
  unknown: 2,
  cancelled: 3,
  expired: 3,
  accepted: 4,
  unconfirmed: 5,
  failed: 6,
  delivered: 7,
};

/** What has not left: it may wait and be tried again in any order. */
const WAITS: readonly MessageState[] = ['retrying', 'held'];

/** True when `to` may follow `from`: states only rise, but a message may be retried, or held, more than once. */
export function rises(from: MessageState, to: MessageState): boolean {
  if (WAITS.includes(from) && WAITS.includes(to)) return true;
  if (from === to) return to === 'unknown';
  // A lost answer may turn out to be "not taken": then it is tried again.
  if (from === 'unknown' && to === 'retrying') return true;
  // Called back while it was on its way, and then its answer was lost.
  if (from === 'cancelled' && to === 'unknown') return true;
  return RANK[to] > RANK[from];
}

type MessageEvent = EventOf<
  | 'messageQueued'
  | 'messageState'
  | 'messageReworded'
  | 'messageRetried'
  | 'callEnded'
  | 'promised'
  | 'residentTextHeld'
  | 'residentTextSuppressed'
>;

/** Folds what happens to messages and to the promise made to the resident. */
export function foldMessage(state: IncidentState, event: MessageEvent): IncidentState {
  switch (event.type) {
    case 'messageQueued':
      return {
        ...state,
        messages: [...state.messages, asMessage(event)],
        ...(event.call?.asks === 'eta' && state.holder && { holder: { ...state.holder, noEtaCallAt: null } }),
        ...(event.to.kind === 'resident' && event.purpose !== 'manual' && quietFrom(state, event)),
      };
    case 'messageState':
      return {
        ...state,
        messages: state.messages.map((each) => (each.key === event.key ? settle(each, event) : each)),
      };
    case 'messageReworded':
      return {
        ...state,
        messages: state.messages.map((each) => (each.key === event.key ? { ...each, text: event.text } : each)),
      };
    case 'messageRetried':
      return {
        ...state,
        messages: state.messages.map((each) => (each.key === event.key ? tryAgain(each, event) : each)),
      };
    case 'callEnded':
      return {
        ...state,
        messages: state.messages.map((each) => (each.key === event.key ? endCall(each, event) : each)),
      };
    case 'promised':
      return { ...state, promiseByAt: event.byAt, promise: isMorningPromise(state, event) ? 'running' : state.promise };
    case 'residentTextHeld':
      return { ...state, heldResidentText: { purpose: event.purpose, untilAt: event.untilAt } };
    case 'residentTextSuppressed': {
      // A quiet step is no news: what waits for its time goes on waiting.
      const isStillWaiting = event.why === 'quietTier' && (state.heldResidentText?.untilAt ?? 0) > event.at;
      return isStillWaiting ? state : { ...state, heldResidentText: null };
    }
    default:
      return assertNever(event, 'message event');
  }
}

/** The hour by which the resident of a P3 is to hear: the promise that is kept or missed. */
function isMorningPromise(state: IncidentState, { byAt }: EventOf<'promised'>): boolean {
  return byAt !== null && state.status === 'morning' && state.promise === 'none';
}

/** A text begins the quiet five minutes and takes the place of what waits; that of danger to life only puts it off. */
function quietFrom(
  { heldResidentText }: IncidentState,
  { purpose, at }: EventOf<'messageQueued'>,
): Pick<IncidentState, 'lastResidentTextAt' | 'heldResidentText'> {
  const isPutOff = purpose === 'lifeSafety' && heldResidentText !== null;
  return {
    lastResidentTextAt: at,
    heldResidentText: isPutOff ? { ...heldResidentText, untilAt: at + TIMING.residentQuietMs } : null,
  };
}

function asMessage(event: EventOf<'messageQueued'>): Message {
  const { key, purpose, lane, to, text, round, step, expiresAt, call, lateMin } = event;
  const fresh = {
    state: 'queued',
    attempt: 0,
    reason: null,
    isPossiblyTwice: false,
    nextAt: event.sendAt,
    isCalledBack: false,
    queuedAt: event.at,
    acceptedAt: null,
    deliveredAt: null,
  } as const;
  return {
    key,
    purpose,
    lane,
    to,
    text,
    round,
    step,
    expiresAt,
    ...fresh,
    ...(call && { call }),
    ...(lateMin !== undefined && { lateMin }),
  };
}

function settle(message: Message, event: EventOf<'messageState'>): Message {
  if (event.isReturned !== true && !rises(message.state, event.state)) return message;
  return {
    ...message,
    ...(event.isReturned && { returns: (message.returns ?? 0) + 1 }),
    state: event.state,
    attempt: Math.max(message.attempt, event.attempt),
    reason: event.reason,
    isPossiblyTwice: message.isPossiblyTwice || event.isPossiblyTwice,
    nextAt: event.nextAt,
    isCalledBack: message.isCalledBack || isCallBack(event),
    acceptedAt: event.state === 'accepted' ? event.at : event.isReturned ? null : message.acceptedAt,
    deliveredAt: event.state === 'delivered' ? event.at : message.deliveredAt,
  };
}

/** A person's word: however it ended, it waits again. */
function tryAgain(message: Message, { isPossiblyTwice, nextAt, expiresAt }: EventOf<'messageRetried'>): Message {
  return {
    ...message,
    state: 'retrying',
    reason: null,
    isPossiblyTwice: message.isPossiblyTwice || isPossiblyTwice,
    nextAt,
    expiresAt,
    isCalledBack: false,
  };
}

/** What a call that ended so has come to, in the words of messages: heard, picked up by nobody knows whom, or not at all. */
export const CALL_STATES: Readonly<Record<CallResult, Exclude<MessageState, 'queued'>>> = {
  key: 'delivered',
  noKey: 'unconfirmed',
  noAnswer: 'failed',
  busy: 'failed',
  failed: 'failed',
  unknown: 'unknown',
  expired: 'expired',
};

function endCall(call: Message, event: EventOf<'callEnded'>): Message {
  const state = CALL_STATES[event.result];
  if (!rises(call.state, state)) return call;
  const attempt = Math.max(call.attempt, event.attempt);
  const deliveredAt = state === 'delivered' ? event.at : null;
  return { ...call, state, attempt, reason: event.reason, nextAt: null, deliveredAt };
}

/** What this says of a message is that it is not wanted any more. */
export function isCallBack({ state, reason, nextAt }: EventOf<'messageState'>): boolean {
  const isNotSentAgain = state === 'unknown' && nextAt === null && CALL_BACK_REASONS.some((each) => each === reason);
  return state === 'cancelled' || isNotSentAgain;
}
