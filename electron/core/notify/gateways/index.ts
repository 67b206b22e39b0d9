import { z } from 'zod';
import type { GatewayDeps, SmsDriver } from '../driver.ts';
import type { GatewayKindOf } from './entry.ts';
import type { FieldIssue } from './field-words.ts';
import { GAMMU } from './gammu-entry.ts';
import { ANDROID, GOTIFY, HTTP, NTFY, TWILIO } from './http-entries.ts';
import { KANNEL } from './kannel-entry.ts';
import { PRACTICE } from './practice-entry.ts';
import { SMPP } from './smpp-entry.ts';

export { asTyped } from './as-typed.ts';
export type { FieldIssue, FieldWords } from './field-words.ts';
export type { GatewayLog } from './gateway-log.ts';
export type { KannelDriver } from './kannel.ts';
export { type CallbackAddress, type KannelConfLines, kannelConfLines } from './kannel-config.ts';
export { type PracticeDriver, type PracticeMessage, type PracticeTrouble, practiceDriver } from './practice.ts';

/** Every gateway there is a driver for, in the order in which Settings offers them. One line makes one known. */
export const gatewayKinds = {
  practice: PRACTICE,
  android: ANDROID,
  gammu: GAMMU,
  twilio: TWILIO,
  kannel: KANNEL,
  smpp: SMPP,
  http: HTTP,
  ntfy: NTFY,
  gotify: GOTIFY,
} as const satisfies Readonly<Record<string, GatewayKindOf<SmsDriver>>>;

export type GatewayKind = keyof typeof gatewayKinds;
export const GATEWAY_KINDS = Object.keys(gatewayKinds) as readonly GatewayKind[]; // the table has no other keys
export const GatewayKind = z.enum(GATEWAY_KINDS);

type DriverOf<Kind extends GatewayKind> =
  (typeof gatewayKinds)[Kind] extends GatewayKindOf<infer Driver> ? Driver : never;

export type CreatedDriver<Kind extends GatewayKind = GatewayKind> =
  | { [Each in Kind]: { readonly ok: true; readonly kind: Each; readonly driver: DriverOf<Each> } }[Kind]
  /** The fields that are wrong and what each has to be, without the values: they may be secret. */
  | { readonly ok: false; readonly reason: 'badConfig'; readonly issues: readonly FieldIssue[] };

function badConfig(kind: GatewayKind, error: z.ZodError): CreatedDriver & { readonly ok: false } {
  const words = gatewayKinds[kind].fields;
  const wrong = new Set(error.issues.map((issue) => String(issue.path[0] ?? '')));
  const issues = [...wrong].map((field): FieldIssue => {
    const known = words[field];
    // The settings as a whole: not an object, or with a field that nobody asked for.
    if (!known) return { en: `${field || 'settings'}: cannot be read`, es: `${field || 'ajustes'}: no se puede leer` };
    const { label, must } = known;
    return { field, en: `“${label.en}” must be ${must.en}`, es: `«${label.es}» debe ser ${must.es}` };
  });
  return { ok: false, reason: 'badConfig', issues };
}

/** A driver from its stored settings, which are parsed here. Nothing is opened before `start`. */
export function createDriver<Kind extends GatewayKind>(
  kind: Kind,
  config: unknown,
  deps: GatewayDeps,
): CreatedDriver<Kind> {
  const entry: GatewayKindOf<SmsDriver> = gatewayKinds[kind];
  const opened = entry.open(config, deps);
  if (!opened.ok) return badConfig(kind, opened.error);
  return { ok: true, kind, driver: opened.driver } as CreatedDriver<GatewayKind> as CreatedDriver<Kind>; // the entry of this kind made it
}
