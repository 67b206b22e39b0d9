import type { z } from 'zod';
import type { BothLanguages } from '#shared/contract';
import type { FieldWords } from '../gateways/field-words.ts';
import type { GatewayLog } from '../gateways/gateway-log.ts';
import type { SentTo } from '../secret-places.ts';
import type { VoiceDriver } from './driver.ts';

export type VoiceDeps = {
  /** By the core's clock; the answer calls it off. */
  readonly timer: (delayMs: number, run: () => void) => () => void;
  readonly now: () => number;
  readonly log: GatewayLog;
};

/** What there is to know about a kind of gateway for calls, before there is one. */
type VoiceEntry<Config extends z.ZodObject> = {
  readonly title: BothLanguages;
  readonly summary: BothLanguages;
  readonly config: Config;
  readonly fields: Readonly<Record<keyof z.infer<Config>, FieldWords>>;
  /** Fields that are kept apart from the settings, never logged and never shown again. */
  readonly secretFields: readonly (keyof z.infer<Config> & string)[];
  /** By secret field, the fields that say where it is sent; with others it has to be entered again. */
  readonly sentTo: Readonly<Record<string, readonly (keyof z.infer<Config> & string)[]>>;
  /** The driver; it opens nothing before `start`. */
  create(config: z.infer<Config>, deps: VoiceDeps): VoiceDriver;
};

export type VoiceKindOf = Omit<VoiceEntry<z.ZodObject>, 'create' | 'fields' | 'secretFields' | 'sentTo'> & {
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly secretFields: readonly string[];
  readonly sentTo: SentTo;
  open(
    config: unknown,
    deps: VoiceDeps,
  ): { readonly ok: true; readonly driver: VoiceDriver } | { readonly ok: false; readonly error: z.ZodError };
};

/** An entry of the table, its settings and its driver belonging together. */
export function voiceEntry<Config extends z.ZodObject>({ create, ...entry }: VoiceEntry<Config>): VoiceKindOf {
  return {
    ...entry,
    open(config, deps) {
      const parsed = entry.config.safeParse(config);
      return parsed.success ? { ok: true, driver: create(parsed.data, deps) } : { ok: false, error: parsed.error };
    },
  };
}
