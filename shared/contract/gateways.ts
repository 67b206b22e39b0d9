import type { BothLanguages, Instant, Phone } from './words.ts';
import { z } from './zod.ts';

/** The ways out of the desk: which gateway stands where, how it is, and what waits to leave. */

/** Where a gateway for messages stands. The fallback takes what the primary certainly did not; push goes beside the text. */
export const MESSAGE_SLOTS = ['primary', 'fallback', 'push'] as const;
export const GATEWAY_SLOTS = [...MESSAGE_SLOTS, 'voice'] as const;
export const MessageSlot = z.enum(MESSAGE_SLOTS);
export type MessageSlot = z.infer<typeof MessageSlot>;
export const GatewaySlot = z.enum(GATEWAY_SLOTS);
export type GatewaySlot = z.infer<typeof GatewaySlot>;

export type GatewayMedium = 'sms' | 'push';

/** What to copy into a gateway's own configuration. */
export type PasteBlock = { readonly label: string; readonly text: string };

/** One place for a gateway, as Settings shows it. */
export type GatewaySlotView = {
  readonly slot: GatewaySlot;
  /** Null while the place is empty. */
  readonly kind: string | null;
  /** Without its secrets. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly secretsSet: readonly string[];
  readonly paste: readonly PasteBlock[];
  readonly health: {
    readonly level: 'ok' | 'warn' | 'down';
    /** A code of the gateway's reasons. */
    readonly detail: string;
    /** False until it has answered for the first time. */
    readonly isAsked: boolean;
  };
  /** Since when it is as it is. */
  readonly since: Instant | null;
  /** When it last took a message, and when one last came in through it. */
  readonly lastSuccessAt: Instant | null;
  readonly lastInboundAt: Instant | null;
  /** What leaves now leaves here. */
  readonly isInUse: boolean;
};

/** A kind of gateway as Settings offers it. */
export type GatewayKindView = {
  readonly kind: string;
  readonly title: BothLanguages;
  readonly summary: BothLanguages;
  readonly slots: readonly GatewaySlot[];
  readonly fields: readonly {
    readonly name: string;
    readonly label: BothLanguages;
    /** What it is for, in one sentence. */
    readonly hint: BothLanguages;
    readonly isSecret: boolean;
    readonly isRequired: boolean;
    /** May be left out, and yet is not folded away. */
    readonly isAsked: boolean;
    /** What holds while it is empty: its default, or what then happens; null where it may not be. */
    readonly whenEmpty: BothLanguages | null;
    readonly input: 'line' | 'lines' | 'number' | 'choice';
    /** Of a choice: what may be chosen. */
    readonly choices: readonly { readonly value: string; readonly label: BothLanguages }[];
  }[];
};

/** `isConfirmed` false asks only: nothing is changed, and the answer says what the change would meet. */
export const GatewayInput = z.object({
  slot: GatewaySlot.default('primary'),
  /** Null empties the place; never the primary's. */
  kind: z.string().nullable(),
  config: z.record(z.string(), z.unknown()).default({}),
  isConfirmed: z.boolean().default(true),
});
export type GatewayInput = z.input<typeof GatewayInput>;

/** What a change of a gateway would meet. */
export type GatewayProbe = {
  /** Whether the one to come answers, asked without being put in use; null where the place is emptied. */
  readonly health: { readonly level: 'ok' | 'warn' | 'down'; readonly detail: string } | null;
  /** Messages that wait to leave here, and those the one in use may have, which is then asked no more. */
  readonly queued: number;
  readonly unknown: number;
  /** Ladders that run now. */
  readonly ladders: number;
};

export type GatewaySaved = { readonly isSaved: boolean; readonly probe: GatewayProbe };

export const GatewayTestInput = z.object({ slot: GatewaySlot.default('primary'), phone: z.string().max(200) });
export type GatewayTestInput = z.input<typeof GatewayTestInput>;

/** The state of one test message: sent, delivered and answered are different things. */
export type GatewayTest = {
  readonly key: string;
  readonly state: string;
  readonly reason: string | null;
  readonly acceptedMs: number | null;
  /** From being accepted to the receipt. */
  readonly receiptMs: number | null;
  /** What came back from that phone since. */
  readonly reply: { readonly text: string; readonly at: Instant } | null;
};

export const OUTBOX_FILTERS = ['waiting', 'trouble', 'all'] as const;
/** `waiting`: still to leave. `trouble`: failed, expired, unknown or unconfirmed in the last day. `all`: of the last day. */
export const OutboxFilter = z.enum(OUTBOX_FILTERS);
export type OutboxFilter = z.infer<typeof OutboxFilter>;

/** A message that must leave, or has, as the outbox shows it. */
export type OutboxEntry = {
  readonly key: string;
  readonly to: Phone;
  /** Who has that number; empty where nobody known has. */
  readonly name: string;
  readonly purpose: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly queuedAt: Instant;
  /** When it is tried next; null when it is not. */
  readonly nextAt: Instant | null;
  readonly expiresAt: Instant;
  /** The one it was last handed to. */
  readonly gateway: string | null;
  /** Where that stood; null before the first attempt. */
  readonly slot: MessageSlot | null;
  readonly isPossiblyTwice: boolean;
  readonly incidentId: string | null;
  readonly incidentNumber: number | null;
  readonly canRetry: boolean;
  /** It may have arrived: another try may make it arrive twice, and wants `isConfirmed`. */
  readonly mayBeTwice: boolean;
  readonly canCancel: boolean;
};

export const RetryInput = z.object({ key: z.string().min(1).max(200), isConfirmed: z.boolean().default(false) });
export type RetryInput = z.input<typeof RetryInput>;
