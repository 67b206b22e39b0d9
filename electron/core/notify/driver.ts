import type { GatewayMedium, Instant, PasteBlock } from '#shared/contract';
import type { MessageReason } from '#shared/messages';
import type { GatewayLog } from './gateways/gateway-log.ts';

/**
 * The small interface every SMS gateway implements. One attempt per call, no retries inside: the outbox decides.
 * A driver never throws for a gateway's reasons; it says what is known about the message.
 */

/** One message to one phone. `key` is stable over retries and goes to the gateway where it takes one. */
export type OutMessage = {
  readonly key: string;
  /** E.164; for a push gateway the topic of whoever is told. */
  readonly to: string;
  readonly text: string;
  /** Worth nothing to anybody afterwards: a gateway that takes a validity is given it. */
  readonly expiresAt: Instant | null;
};

export type SendResult =
  /** The gateway has it. `ref` is its own name for it, where it gives one. */
  | { readonly kind: 'accepted'; readonly ref: string | null }
  /** The gateway already had this key: as good as accepted. */
  | { readonly kind: 'duplicate'; readonly ref: string | null }
  /** Certainly not taken: refused connection, throttled, link down. May be tried again. */
  | { readonly kind: 'notSent'; readonly reason: MessageReason; readonly retryAfterMs: number | null }
  /** The answer was lost: time-out after writing, 5xx, rubbish. It may have been taken. */
  | { readonly kind: 'unknown'; readonly reason: MessageReason }
  /** Refused for good. `account`: the gateway refuses us altogether; `recipient`/`content`: this message only. */
  | { readonly kind: 'rejected'; readonly reason: MessageReason; readonly scope: 'recipient' | 'content' | 'account' };

/** What a gateway reports later about a message. States only rise: sent < delivered | failed. */
export type DeliveryReport =
  | {
      readonly key: string;
      readonly state: 'sent' | 'delivered' | 'failed';
      readonly reason: MessageReason | null;
    }
  /**
   * It was taken, lies with the gateway no more, and will never leave from there: so it may leave through any. Said only where
   * that is certain. `mayHaveLeft`: the gateway was at it, and nobody knows how far it came.
   */
  | {
      readonly key: string;
      readonly state: 'returned';
      readonly reason: MessageReason;
      readonly mayHaveLeft: boolean;
    };

export type InboundMessage = {
  /** Unique per gateway: a repeat of the same id is harmless. */
  readonly id: string;
  /** E.164 where it is a telephone number; a short code or a name as the gateway gave it. */
  readonly from: string;
  readonly to: string | null;
  readonly text: string;
};

export type GatewayHealth = { readonly level: 'ok' | 'warn' | 'down'; readonly detail: MessageReason };

/** Where a driver hands in what it hears. Each resolves only after the core has committed it. */
export type GatewaySink = {
  delivery(report: DeliveryReport): Promise<void>;
  inbound(message: InboundMessage): Promise<void>;
};

export type GatewayCapabilities = {
  /** A repeat with the same key is recognised by the gateway. */
  readonly isIdempotent: boolean;
  readonly hasReceipts: boolean;
  readonly hasInbound: boolean;
  readonly medium: GatewayMedium;
  /** What it can take, or what its network allows; null where it has no limit of its own. The outbox keeps to it. */
  readonly ratePerMinute: number | null;
  /** It answers STOP and START itself, so the desk says nothing to them. */
  readonly handlesStop: boolean;
  /** Parts of one long text; null where nobody knows a limit. */
  readonly maxSegments: number | null;
  /** It only calls back, and needs an address that can be reached from outside. */
  readonly needsPublicAddress: boolean;
};

/** Runs `run` once after `delayMs`. Passed in, so that a practice night can be played faster than life. */
export type Timer = (delayMs: number, run: () => void) => void;

/** What a driver gets of the core. */
export type GatewayDeps = {
  /** By the core's clock: the only way for a driver to wait. */
  readonly timer: Timer;
  readonly now: () => Instant;
  readonly log: GatewayLog;
  /** A folder of its own, there already, for a driver that keeps a spool; null where nothing may be kept. */
  readonly folder: string | null;
};

export type SmsDriver = {
  readonly name: string;
  readonly capabilities: GatewayCapabilities;
  /** Begins listening or polling. Resolves when replies would be heard. */
  start(sink: GatewaySink): Promise<void>;
  stop(): Promise<void>;
  send(message: OutMessage, signal: AbortSignal): Promise<SendResult>;
  /** Settles an `unknown`: does the gateway have this key? Absent where the gateway cannot be asked. */
  find?(key: string, signal: AbortSignal): Promise<'present' | 'absent' | 'cannotTell'>;
  /** Fetches whatever waits at the gateway now (after a blind time); resolves when it has been handed in. */
  catchUp?(signal: AbortSignal): Promise<void>;
  /** Asked of a driver that was never started too, by whoever tries its settings: it opens nothing that stays. */
  health(signal: AbortSignal): Promise<GatewayHealth>;
  /** What has to stand in the gateway's own configuration, to be copied there; asked for while it is started. */
  paste?(): readonly PasteBlock[];
};
