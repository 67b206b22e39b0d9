import { z } from 'zod';
import type { BothLanguages } from '#shared/contract';
import type { FieldIssue } from '../gateways/field-words.ts';
import type { VoiceDriver } from './driver.ts';
import type { VoiceDeps, VoiceKindOf } from './entry.ts';
import { SIP } from './sip-entry.ts';
import { TWILIO_VOICE } from './twilio-entry.ts';

export type { CallEnd, CallRequest, VoiceDriver } from './driver.ts';

/** Every gateway for calls there is a driver for, in the order in which Settings offers them. */
export const voiceKinds = {
  sip: SIP,
  twilioVoice: TWILIO_VOICE,
} as const satisfies Readonly<Record<string, VoiceKindOf>>;

export type VoiceKind = keyof typeof voiceKinds;
export const VOICE_KINDS = Object.keys(voiceKinds) as readonly VoiceKind[]; // the table has no other keys
export const VoiceKind = z.enum(VOICE_KINDS);

export type CreatedVoice =
  | { readonly ok: true; readonly driver: VoiceDriver }
  /** The fields that are wrong and what each has to be, without the values: they may be secret. */
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

const UNKNOWN_KIND: BothLanguages = {
  en: 'this kind of gateway is unknown',
  es: 'este tipo de pasarela no existe',
};

/** A driver from its stored settings, which are parsed here. Nothing is opened before `start`. */
export function createVoice(kind: string, config: unknown, deps: VoiceDeps): CreatedVoice {
  const known = VoiceKind.safeParse(kind);
  if (!known.success) return { ok: false, issues: [UNKNOWN_KIND] };
  const entry: VoiceKindOf = voiceKinds[known.data];
  const opened = entry.open(config, deps);
  return opened.ok ? opened : { ok: false, issues: issuesOf(entry, opened.error) };
}

function issuesOf({ fields }: VoiceKindOf, error: z.ZodError): readonly FieldIssue[] {
  const wrong = new Set(error.issues.map((issue) => String(issue.path[0] ?? '')));
  return [...wrong].map((field) => {
    const known = fields[field];
    // The settings as a whole: not an object, or with a field that nobody asked for.
    if (!known) return { en: `${field || 'settings'}: cannot be read`, es: `${field || 'ajustes'}: no se puede leer` };
    const { label, must } = known;
    return { field, en: `“${label.en}” must be ${must.en}`, es: `«${label.es}» debe ser ${must.es}` };
  });
}
