import type { Instant, OnBehalfWay } from '#shared/contract';
import type { Event, StepRecipient } from './events.ts';

/** What happens between a yes and the end, and what the desk does meanwhile. */
export type AnswerEvent =
  | Event<'held', { untilAt: Instant; reason: string }>
  | Event<'holdEnded', { why: 'time' | 'byHand' | 'taken' | 'resolved' }>
  /** Whoever has it is to say that they have heard of the higher tier. */
  | Event<'tierConfirmAsked', { byAt: Instant }>
  | Event<'tierConfirmed', { how: 'reply' | 'onBehalf' | 'desk' }>
  | Event<'stillComingAsked', { byAt: Instant }>
  /** Followed by `acknowledged`: who has it now. */
  | Event<
      'handedOver',
      { fromId: string; fromName: string; toId: string; toName: string; via: OnBehalfWay | null; words: string }
    >
  | Event<'connected', { responderId: string; name: string; result: 'connected' | 'notReached' }>
  | Event<
      'vendorAsked',
      {
        recipient: StepRecipient;
        mode: VendorMode;
        answerBy: Instant;
        reason: string;
        /** Who would have been asked before them, but is not insured any more. */
        notInsured?: readonly string[];
      }
    >
  | Event<
      'vendorAnswered',
      {
        responderId: string;
        name: string;
        answer: 'accepted' | 'declined' | 'silent';
        etaAt: Instant | null;
      }
    >
  | Event<'vendorsSpent', { notInsured?: readonly string[] }>
  | Event<'stoodDown', { responderId: string; name: string; reason: string }>;

/** `send`: asked to come. `standBy`: to be ready. `go`: to come at once, within what was signed for. */
export type VendorMode = 'send' | 'standBy' | 'go';
