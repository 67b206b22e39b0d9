import type { Language, Phone } from '#shared/contract';
import type { AcceptOrDecline } from '#shared/incident';
import type { MessageReason } from '#shared/messages';
import type { GatewayHealth } from '../driver.ts';

/**
 * The small interface of whatever makes calls. One call per `call`, none repeated inside: the core decides. A driver never
 * throws for a gateway's reasons. Only a key decides anything: that something picked up may be a voicemail.
 */

export type CallRequest = {
  readonly key: string;
  readonly to: Phone;
  readonly language: Language;
  /** Said as soon as somebody picks up, the keys last, and said again after any key that means nothing. */
  readonly say: string;
  /** What key 3 reads out where there is no recording. */
  readonly words: string;
  /** The language of those words, which need not be that of whoever is called. */
  readonly wordsLanguage: Language;
  /** A WAV file of the resident's own voice; null where there is none. */
  readonly recording: string | null;
  /** Nobody has picked up by then: no answer. */
  readonly ringMs: number;
  /** From picking up until the call ends without a key. */
  readonly waitKeyMs: number;
};

export type CallEnd =
  | { readonly kind: 'key'; readonly key: AcceptOrDecline }
  /** Picked up, and nothing decided. */
  | { readonly kind: 'noKey' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'busy' }
  /** It certainly did not ring. */
  | { readonly kind: 'failed'; readonly reason: MessageReason }
  /** It may have rung. */
  | { readonly kind: 'unknown'; readonly reason: MessageReason };

export type VoiceCapabilities = {
  /** It hears keys. Where it does not, a call only rings and is answered by text. */
  readonly hasKeys: boolean;
  /** Calls at once. */
  readonly parallel: number;
};

export type VoiceDriver = {
  readonly name: string;
  readonly capabilities: VoiceCapabilities;
  start(): Promise<void>;
  /** Hangs up and ends whatever it started. */
  stop(): Promise<void>;
  /** Makes one call; with the signal it hangs up. */
  call(request: CallRequest, signal: AbortSignal): Promise<CallEnd>;
  health(signal: AbortSignal): Promise<GatewayHealth>;
};
