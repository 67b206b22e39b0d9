import type { z } from 'zod';
import type { BothLanguages, GatewayMedium } from '#shared/contract';
import type { GatewayDeps, SmsDriver } from '../driver.ts';
import type { SentTo } from '../secret-places.ts';
import type { FieldWords } from './field-words.ts';

/** What there is to know about a kind of gateway, before there is one. */
export type GatewayEntry<Config extends z.ZodObject, Driver extends SmsDriver> = {
  readonly title: BothLanguages;
  readonly summary: BothLanguages;
  readonly medium: GatewayMedium;
  /** What an administrator enters; also fit for `z.toJSONSchema`. */
  readonly config: Config;
  /** The words for each of its fields. */
  readonly fields: Readonly<Record<keyof z.infer<Config>, FieldWords>>;
  /** Fields that are kept apart from the settings, never logged and never shown again. */
  readonly secretFields: readonly (keyof z.infer<Config> & string)[];
  /** By secret field, the fields that say where it is sent; with others it has to be entered again. */
  readonly sentTo?: Readonly<Record<string, readonly (keyof z.infer<Config> & string)[]>>;
  /** Secret fields that the desk makes up where none is given: what strangers must not guess. */
  readonly madeUpFields?: readonly (keyof z.infer<Config> & string)[];
  /** The driver; it opens nothing before `start`. */
  create(config: z.infer<Config>, deps: GatewayDeps): Driver;
};

/** An entry as the table holds it: it parses the settings itself, so that nothing unparsed reaches a driver. */
export type GatewayKindOf<Driver extends SmsDriver> = Omit<
  GatewayEntry<z.ZodObject, Driver>,
  'create' | 'fields' | 'secretFields' | 'madeUpFields' | 'sentTo'
> & {
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly secretFields: readonly string[];
  readonly madeUpFields: readonly string[];
  readonly sentTo: SentTo;
  open(config: unknown, deps: GatewayDeps): Opened<Driver>;
};

export type Opened<Driver extends SmsDriver> =
  | { readonly ok: true; readonly driver: Driver }
  | { readonly ok: false; readonly error: z.ZodError };

/** An entry of the table, its settings and its driver belonging together. */
export function gatewayEntry<Config extends z.ZodObject, Driver extends SmsDriver>({
  create,
  madeUpFields = [],
  sentTo = {},
  ...entry
}: GatewayEntry<Config, Driver>): GatewayKindOf<Driver> {
  return {
    ...entry,
    madeUpFields,
    sentTo,
    open(config, deps) {
      const parsed = entry.config.safeParse(config);
      return parsed.success ? { ok: true, driver: create(parsed.data, deps) } : { ok: false, error: parsed.error };
    },
  };
}
