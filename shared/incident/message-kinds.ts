import type { Language, Phone } from '#shared/contract';

export type MessageTo =
  | { readonly kind: 'responder'; readonly responderId: string; readonly name: string; readonly phone: Phone }
  | { readonly kind: 'resident'; readonly name: string; readonly phone: Phone };

/** Why a message was written. `step` messages are the ladder's own. */
export const MESSAGE_PURPOSES = [
  'step',
  'call',
  'copy',
  'taken',
  'moved',
  'lateReply',
  'askEta',
  'askDone',
  'standDown',
  'units',
  'raised',
  'stillComing',
  'notEmergency',
  'vendor',
  'connect',
  'listOpen',
  'status',
  'notUnderstood',
  'confirm',
  'receipt',
  'stepping',
  'acknowledged',
  'delayed',
  'alsoComing',
  'arrived',
  'resolved',
  'closed',
  'reopened',
  'morning',
  'followUp',
  'lifeSafety',
  'hazard',
  'manual',
] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** Of a call: the first, or the one after nobody decided in the first; and the language it is said in. */
export type CallPlan = {
  readonly turn: 1 | 2;
  readonly language: Language;
  /** What whoever has it already is called about; absent: whether they take it. */
  readonly asks?: 'eta';
};
export type AcceptOrDecline = '1' | '2';

/**
 * How a call ended. `noKey`: somebody or something picked up, and nothing was decided: a voicemail does that too. `failed`:
 * it could not be made. `unknown`: whether it rang is not known.
 */
export const CALL_RESULTS = ['key', 'noKey', 'noAnswer', 'busy', 'failed', 'unknown', 'expired'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** Lanes: a lower number leaves first and is never delayed by a higher one. The last is about no incident at all. */
export const LANES = { responderP1: 0, lifeSafety: 1, responderP2: 2, resident: 3, reminder: 4 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

/**
 * queued → sending → accepted → delivered. `held`: it waits because its phone has had enough for now. `unknown`: the
 * answer was lost. `unconfirmed`: accepted, but no receipt in time. "Sent", "delivered" and "acknowledged" are different words.
 */
export const MESSAGE_STATES = [
  'queued',
  'retrying',
  'held',
  'unknown',
  'accepted',
  'unconfirmed',
  'delivered',
  'failed',
  'expired',
  'cancelled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why a message that need not arrive any more was called back. */
export const CALL_BACK_REASONS = [
  'acknowledged',
  'declined',
  'stoodDown',
  'arrived',
  'resolved',
  'tierChanged',
  'reopened',
  'linked',
  'etaGiven',
  'cancelledByHand',
] as const;
export type CallBackReason = (typeof CALL_BACK_REASONS)[number];
