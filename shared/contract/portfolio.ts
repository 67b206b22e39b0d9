import { DutyHours } from './oncall.ts';
import { Coordinates, WeatherZone } from './weather.ts';
import { Language, Phone, PlainDate, TimeZone, Trade, WallTime } from './words.ts';
import { z } from './zod.ts';

/** What the company looks after and whom it can send. Ordinary tables; each change is a line in the log. */

export const Property = z.object({
  id: z.string(),
  name: z.string().min(1),
  address: z.string(),
  /** IANA zone, e.g. `America/New_York`. */
  zone: TimeZone,
  nightStart: WallTime,
  nightEnd: WallTime,
  greetingEn: z.string(),
  greetingEs: z.string(),
  /** The number residents dial for this property; it fixes property and greeting. */
  calledNumber: Phone.nullable(),
  shutOff: z.string(),
  accessNotes: z.string(),
  /** Ten-digit number of the property's own 911 centre. */
  emergencyCentre: Phone.nullable(),
  /** Properties with the same settings; absent or empty where it stands alone. */
  group: z.string().trim().max(80).nullable().exactOptional(),
  /** For the weather; absent or null where nobody has entered them. */
  coordinates: Coordinates.nullable().exactOptional(),
  /** The weather service's zone, for its alerts, where it is not the one it gives for the coordinates. */
  weatherZone: WeatherZone.nullable().exactOptional(),
});
export type Property = Readonly<z.infer<typeof Property>>;

export const Unit = z.object({ id: z.string(), propertyId: z.string(), label: z.string().min(1) });
export type Unit = Readonly<z.infer<typeof Unit>>;

export const Resident = z.object({
  id: z.string(),
  unitId: z.string(),
  name: z.string().min(1),
  phone: Phone.nullable(),
  language: Language,
  /** Only as volunteered; shown behind a flag, opening it is logged. */
  needs: z.string().nullable(),
});
export type Resident = Readonly<z.infer<typeof Resident>>;

export const RESPONDER_ROLES = ['technician', 'coordinator', 'manager', 'owner', 'vendor'] as const;
export const ResponderRole = z.enum(RESPONDER_ROLES);
export type ResponderRole = z.infer<typeof ResponderRole>;

/** What a vendor may be sent for. Lists that are empty exclude nothing. */
export const VendorTerms = z.object({
  /** Lower is asked first. */
  order: z.number().int().min(0).max(999),
  propertyIds: z.array(z.string()).readonly(),
  groups: z.array(z.string()).readonly(),
  /** By the wall clock of the property they are sent to. */
  hours: z.array(DutyHours).readonly(),
  callOutUsd: z.number().min(0).max(1_000_000),
  spendingLimitUsd: z.number().min(0).max(1_000_000).nullable(),
  /** The last day on which they are insured. */
  insuredUntil: PlainDate.nullable(),
});
export type VendorTerms = Readonly<z.infer<typeof VendorTerms>>;

/** Anybody who can be notified. `coordinator` is the maintenance coordinator; `owner` the company's principal. */
export const Responder = z.object({
  id: z.string(),
  name: z.string().min(1),
  company: z.string(),
  role: ResponderRole,
  trades: z.array(Trade),
  /** Null: somebody without a working number; shown wherever they are on call. */
  phone: Phone.nullable(),
  language: Language,
  /** Vendors that may be called as the emergency vendor. */
  isEmergencyVendor: z.boolean(),
  /** Absent: sent everywhere, at any hour, after those who have terms. */
  vendor: VendorTerms.exactOptional(),
  /** Where push reaches this person besides the text; absent: nowhere. */
  pushTopic: z.string().min(1).max(200).exactOptional(),
  active: z.boolean(),
});
export type Responder = Readonly<z.infer<typeof Responder>>;

export const STAFF_ROLES = ['coordinator', 'manager', 'admin'] as const;
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

/** A person who uses the console. The PIN never leaves `guard/`. */
export const Staff = z.object({
  id: z.string(),
  name: z.string().min(1),
  role: StaffRole,
  language: Language,
  /** The same person as a responder, where they are one: a step aimed at them while signed in is the desk alarm. */
  responderId: z.string().nullable(),
});
export type Staff = Readonly<z.infer<typeof Staff>>;
