import { z } from './zod.ts';

/** The words of the field, as every part of the product uses them. One list each; the types are inferred. */

export const TIERS = ['P1', 'P2', 'P3'] as const;
/** P1 now, P2 tonight, P3 next business day. */
export const Tier = z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;

export const CATEGORIES = [
  'plumbing',
  'sewer',
  'gas',
  'fire',
  'electrical',
  'heat',
  'cooling',
  'lockout',
  'security',
  'elevator',
  'appliance',
  'structural',
  'pest',
  'noise',
  'general',
] as const;
/** What is wrong: the system that failed, not the room. `fire` covers smoke and carbon monoxide. */
export const Category = z.enum(CATEGORIES);
export type Category = z.infer<typeof Category>;

export const TRADES = [
  'plumbing',
  'hvac',
  'electrical',
  'locksmith',
  'security',
  'elevator',
  'appliance',
  'general',
] as const;
/** Who mends it. */
export const Trade = z.enum(TRADES);
export type Trade = z.infer<typeof Trade>;

export const LANGUAGES = ['en', 'es'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** The default trade of a category; a property may say otherwise. */
export const TRADE_OF_CATEGORY = {
  plumbing: 'plumbing',
  sewer: 'plumbing',
  gas: 'general',
  fire: 'general',
  electrical: 'electrical',
  heat: 'hvac',
  cooling: 'hvac',
  lockout: 'locksmith',
  security: 'security',
  elevator: 'elevator',
  appliance: 'appliance',
  structural: 'general',
  pest: 'general',
  noise: 'general',
  general: 'general',
} as const satisfies Record<Category, Trade>;

/** A telephone number in E.164, e.g. `+12025550142`. Parsed once at the edge. */
export const Phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
export type Phone = z.infer<typeof Phone>;

/** What the gateway is called that sends nothing anywhere; messages say by this name that they never left. */
export const PRACTICE_GATEWAY = 'practice';

/** A wall-clock time of day, `HH:MM`, meaningless without the zone that stands beside it. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type WallTime = z.infer<typeof WallTime>;

/** An IANA zone that this computer knows. One that nobody knows would break every schedule it stands in. */
export const TimeZone = z.string().refine(isTimeZone, { message: 'this time zone is unknown' });

/** A date on the calendar, `YYYY-MM-DD`, meaningless without the zone that stands beside it. */
export const PlainDate = z.iso.date();

/** An instant: UTC milliseconds since 1970, up to the last one that can be shown as a date. */
export const Instant = z.number().int().min(0).max(8_640_000_000_000_000);
export type Instant = number;

export const OUTCOMES = [
  'fixed',
  'madeSafe',
  'vendorScheduled',
  'followUpNeeded',
  'noAccess',
  'falseAlarm',
  'duplicate',
  'cancelled',
] as const;
/** How an incident ended. */
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

export const ON_BEHALF_WAYS = ['phone', 'inPerson', 'radio', 'otherMessage'] as const;
/** How an answer that the responder did not send himself reached the desk. */
export const OnBehalfWay = z.enum(ON_BEHALF_WAYS);
export type OnBehalfWay = z.infer<typeof OnBehalfWay>;
/** How an answer reached us: told to a person, or by a key on a call that the product made. */
export type AnswerWay = OnBehalfWay | 'voice';

export const EMERGENCY_CALL_ANSWERS = ['yes', 'no', 'couldNotAsk'] as const;
/** What the desk heard when it asked whether somebody has called 911. */
export const EmergencyCallAnswer = z.enum(EMERGENCY_CALL_ANSWERS);
export type EmergencyCallAnswer = z.infer<typeof EmergencyCallAnswer>;

/** A sentence in both of the product's languages. */
export const BothLanguages = z.object({ en: z.string(), es: z.string() });
export type BothLanguages = Readonly<z.infer<typeof BothLanguages>>;

/** Marks a branch that a complete `switch` can never reach; reaching it is a bug. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${tagOf(value)}`);
}

/** What names a value without giving away what people wrote in it: the message goes to the log file. */
function tagOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { type, kind } = value as { type?: unknown; kind?: unknown }; // whatever it is, it may have these
  return String(type ?? kind ?? 'an object');
}

/** Whether `Intl` knows this zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // Intl says no by throwing
  }
}
