import { z } from 'zod';
import { assertNever, type BothLanguages, PRACTICE_GATEWAY } from '#shared/contract';
import type { FieldWords } from './field-words.ts';
import type { GatewayLog } from './gateway-log.ts';
import { type KannelDriver, kannelDriver } from './kannel.ts';
import { KannelConfig } from './kannel-config.ts';
import { KANNEL_FIELDS } from './kannel-fields.ts';
import { type PracticeDriver, practiceDriver, type Timer } from './practice.ts';

export type { FieldWords } from './field-words.ts';
export type { GatewayLog } from './gateway-log.ts';
export type { KannelDriver } from './kannel.ts';
export { type CallbackAddress, type KannelConfLines, kannelConfLines } from './kannel-config.ts';
export {
  type PracticeDriver,
  type PracticeMessage,
  type PracticeTrouble,
  practiceDriver,
  type Timer,
} from './practice.ts';

export const GATEWAY_KINDS = [PRACTICE_GATEWAY, 'kannel'] as const;
export const GatewayKind = z.enum(GATEWAY_KINDS);
export type GatewayKind = z.infer<typeof GatewayKind>;

export const PracticeConfig = z.object({
  /** From accepting a message to reporting it delivered. */
  deliverAfterMs: z.int().min(0).max(600_000).default(1_500),
});
export type PracticeConfig = Readonly<z.infer<typeof PracticeConfig>>;

const PRACTICE_FIELDS: Readonly<Record<keyof PracticeConfig, FieldWords>> = {
  deliverAfterMs: {
    label: { en: 'Report “delivered” after (ms)', es: 'Avisar «entregado» después de (ms)' },
    hint: {
      en: 'How long a drawn phone takes to say “delivered”.',
      es: 'Cuánto tarda un teléfono dibujado en decir «entregado».',
    },
    must: { en: 'a whole number from 0 to 600000', es: 'un número entero de 0 a 600000' },
  },
};

type KindEntry = {
  readonly title: BothLanguages;
  readonly summary: BothLanguages;
  /** What an administrator enters; also fit for `z.toJSONSchema`. */
  readonly config: z.ZodObject;
  /** The words for each of its fields. */
  readonly fields: Readonly<Record<string, FieldWords>>;
  /** Fields that are kept apart from the settings, never logged and never shown again. */
  readonly secretFields: readonly string[];
};

/** Every gateway there is a driver for, in the order in which Settings offers them. */
export const gatewayKinds = {
  practice: {
    title: { en: 'Practice', es: 'Práctica' },
    summary: {
      en: 'Phones drawn on the screen. No account; nothing leaves this computer.',
      es: 'Teléfonos dibujados en la pantalla. Sin cuenta; nada sale de esta computadora.',
    },
    config: PracticeConfig,
    fields: PRACTICE_FIELDS,
    secretFields: [],
  },
  kannel: {
    title: { en: 'Kannel', es: 'Kannel' },
    summary: {
      en: 'Your own Kannel on the office network, with an SMPP account or modems behind it.',
      es: 'Su propio Kannel en la red de la oficina, con una cuenta SMPP o módems detrás.',
    },
    config: KannelConfig,
    fields: KANNEL_FIELDS,
    secretFields: ['password', 'statusPassword', 'callbackSecret'],
  },
} as const satisfies Record<GatewayKind, KindEntry>;

export type GatewayDeps = { readonly timer: Timer; readonly log: GatewayLog };

export type CreatedDriver =
  | { readonly ok: true; readonly kind: 'practice'; readonly driver: PracticeDriver }
  | { readonly ok: true; readonly kind: 'kannel'; readonly driver: KannelDriver }
  /** The fields that are wrong and what each has to be, without the values: they may be secret. */
  | { readonly ok: false; readonly reason: 'badConfig'; readonly issues: readonly BothLanguages[] };

function badConfig(kind: GatewayKind, error: z.ZodError): CreatedDriver {
  const words: Readonly<Record<string, FieldWords>> = gatewayKinds[kind].fields;
  const wrong = new Set(error.issues.map((issue) => String(issue.path[0] ?? '')));
  const issues = [...wrong].map((field): BothLanguages => {
    const known = words[field];
    // The settings as a whole: not an object, or with a field that nobody asked for.
    if (!known) return { en: `${field || 'settings'}: cannot be read`, es: `${field || 'ajustes'}: no se puede leer` };
    const { label, must } = known;
    return { en: `“${label.en}” must be ${must.en}`, es: `«${label.es}» debe ser ${must.es}` };
  });
  return { ok: false, reason: 'badConfig', issues };
}

/** A driver from its stored settings, which are parsed here. Nothing is opened before `start`. */
export function createDriver(kind: GatewayKind, config: unknown, { timer, log }: GatewayDeps): CreatedDriver {
  switch (kind) {
    case 'practice': {
      const parsed = PracticeConfig.safeParse(config);
      if (!parsed.success) return badConfig(kind, parsed.error);
      return { ok: true, kind, driver: practiceDriver({ ...parsed.data, timer, log }) };
    }
    case 'kannel': {
      const parsed = KannelConfig.safeParse(config);
      if (!parsed.success) return badConfig(kind, parsed.error);
      return { ok: true, kind, driver: kannelDriver(parsed.data, { log }) };
    }
    default:
      return assertNever(kind, 'gateway kind');
  }
}
