import { z } from 'zod';
import type { Instant } from '#shared/contract';
import { instantOf } from './parse-hourly.ts';

/** A message of the weather service about an alert: it begins one, changes it, or ends it. */
export type AlertMessage = {
  readonly id: string;
  readonly event: string;
  readonly sentAt: Instant;
  readonly startsAt: Instant;
  /** When the weather is over; where the service does not say, when the message is. */
  readonly endsAt: Instant;
  /** Codes of zones and counties. */
  readonly zones: readonly string[];
  /** It says that something has ended, and warns of nothing. */
  readonly isEnd: boolean;
  /** The messages it stands in place of. */
  readonly replaces: readonly string[];
  /** Office, phenomenon, significance and number of each warning it is about: the same through all its messages. */
  readonly warnings: readonly string[];
};

export type AlertList = {
  readonly messages: readonly AlertMessage[];
  /** Everything in the document was understood; where not, that an alert is missing says nothing. */
  readonly isWhole: boolean;
};

const Collection = z.looseObject({ features: z.array(z.unknown()).max(5_000) });
const text = z.string().nullish();
const Feature = z.looseObject({
  properties: z.looseObject({
    id: z.string(),
    event: z.string(),
    sent: z.string(),
    effective: text,
    onset: text,
    expires: text,
    ends: text,
    status: z.string(),
    messageType: z.string(),
    affectedZones: z.array(z.string()).nullish(),
    geocode: z.looseObject({ UGC: z.array(z.string()).nullish() }).nullish(),
    references: z.array(z.looseObject({ identifier: z.string() })).nullish(),
    parameters: z.looseObject({ VTEC: z.array(z.string()).nullish() }).nullish(),
  }),
});
type Properties = z.infer<typeof Feature>['properties'];

/** The document behind `/alerts/active`; null for anything else. Exercises and tests are left out. */
export function parseAlerts(document: unknown): AlertList | null {
  const parsed = Collection.safeParse(document);
  if (!parsed.success) return null;
  const read = parsed.data.features.map(messageOf);
  return {
    messages: read.filter((each) => each !== null && each !== 'exercise'),
    isWhole: !read.includes(null),
  };
}

function messageOf(feature: unknown): AlertMessage | 'exercise' | null {
  const parsed = Feature.safeParse(feature);
  if (!parsed.success) return null;
  const { properties } = parsed.data;
  if (properties.status !== 'Actual') return 'exercise';
  const sentAt = instantOf(properties.sent);
  const endsAt = instantOf(properties.ends) ?? instantOf(properties.expires);
  if (sentAt === null || endsAt === null) return null;
  const codes = codesOf(properties);
  return {
    id: properties.id,
    event: properties.event,
    sentAt,
    startsAt: instantOf(properties.onset) ?? instantOf(properties.effective) ?? sentAt,
    endsAt,
    zones: zonesOf(properties),
    isEnd: properties.messageType === 'Cancel' || (codes.length > 0 && codes.every(({ action }) => ENDS.has(action))),
    replaces: (properties.references ?? []).map(({ identifier }) => identifier),
    warnings: codes.map(({ warning }) => warning),
  };
}

/** Cancelled, expired, or replaced by another kind of warning, which has a message of its own. */
const ENDS: ReadonlySet<string> = new Set(['CAN', 'EXP', 'UPG']);
/** `/O.NEW.KLOT.FZ.W.0012.261127T0000Z-261127T1400Z/` */
const VTEC = /^\/[OTEX]\.([A-Z]{3})\.([A-Z]{4}\.[A-Z]{2}\.[A-Z]\.\d{4})\./;

function codesOf({ parameters }: Properties): readonly { readonly action: string; readonly warning: string }[] {
  return (parameters?.VTEC ?? []).flatMap((code) => {
    const [, action, warning] = VTEC.exec(code) ?? [];
    return action && warning ? [{ action, warning }] : [];
  });
}

function zonesOf({ affectedZones, geocode }: Properties): readonly string[] {
  const named = (affectedZones ?? []).map((url) => url.split('/').at(-1) ?? '');
  return [...new Set([...named, ...(geocode?.UGC ?? [])])];
}
