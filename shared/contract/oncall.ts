import { Instant, PlainDate, TimeZone, Trade, WallTime } from './words.ts';
import { z } from './zod.ts';

export const SHIFT_ROLES = ['primary', 'backup'] as const;
export const ShiftRole = z.enum(SHIFT_ROLES);
export type ShiftRole = z.infer<typeof ShiftRole>;

/** Whom a duty is for: one property, one property group by its name, or the whole company where both are null. */
const scope = {
  propertyId: z.string().nullable(),
  group: z.string().trim().min(1).max(80).nullable(),
};
export type Scope = { readonly propertyId: string | null; readonly group: string | null };

/** From when to when; half-open. */
export type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };

const key = { trade: Trade, role: ShiftRole, ...scope };
/** Who holds something from when to when; half-open, `[startsAt, endsAt)`. */
const held = { ...key, responderId: z.string(), startsAt: Instant, endsAt: Instant };

const isOneScope = (each: Scope): boolean => each.propertyId === null || each.group === null;
const ONE_SCOPE = { message: 'a property or a group, not both' };
const isForward = (each: { readonly startsAt: number; readonly endsAt: number }): boolean =>
  each.endsAt > each.startsAt;
const FORWARD = { message: 'the end must be after the start' };

/** A dated stretch of duty entered by hand. */
export const Shift = z
  .object({
    id: z.string(),
    ...held,
    /** When it was to begin, where a change let it begin later: of two shifts the one that was to start later holds. */
    plannedFrom: Instant.optional(),
  })
  .refine(isForward, FORWARD)
  .refine(isOneScope, ONE_SCOPE);
export type Shift = Readonly<z.infer<typeof Shift>>;

/**
 * Hours of the week in which a rotation holds: on each of `weekdays` (1 Monday … 7 Sunday, the day on which it begins) from
 * `from` to `to`, wall clock. A `to` that is not after `from` is on the next day; equal ones are a whole day.
 */
export const DutyHours = z.object({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).readonly(),
  from: WallTime,
  to: WallTime,
});
export type DutyHours = Readonly<z.infer<typeof DutyHours>>;

/**
 * A rotation: from `fromDate` on, `members` take turns, handing over at `handOffTime`, wall clock in `zone`. It generates
 * shifts; it is none itself.
 */
export const Rotation = z
  .object({
    id: z.string(),
    ...key,
    zone: TimeZone,
    /** Of two rotations of one key that hold at once, the one on the higher layer wins; on one layer the later `fromDate`. */
    layer: z.number().int().min(1).max(9),
    /** How long a turn is: a day, a week, every n of them. */
    turn: z.discriminatedUnion('unit', [
      z.object({ unit: z.literal('day'), count: z.number().int().min(1).max(31) }),
      z.object({ unit: z.literal('week'), count: z.number().int().min(1).max(8) }),
    ]),
    /** 1 Monday … 7 Sunday; where turns are of days it says nothing. */
    handOffWeekday: z.number().int().min(1).max(7),
    handOffTime: WallTime,
    members: z.array(z.string()).min(1),
    /** Nights and weekends only, say; empty where it holds at all hours. Outside them the layers below show. */
    hours: z.array(DutyHours).max(14).readonly(),
    /** The first hand-off is the first `handOffWeekday` on or after it; with turns of days it is this day. */
    fromDate: PlainDate,
    /** Exclusive; null for no end. */
    untilDate: PlainDate.nullable(),
    /** What a change left of it: it says nothing before the one and from the other on. Null: no such bound. */
    validFrom: Instant.nullable(),
    validUntil: Instant.nullable(),
  })
  .refine(isOneScope, ONE_SCOPE);
export type Rotation = Readonly<z.infer<typeof Rotation>>;

/** Staff member who entered it, and when: of two that say different things the later one holds. */
const entered = { by: z.string(), createdAt: Instant };

/** Who takes over from whom, from when to when, and why. Splits the shift it covers. */
export const Cover = z
  .object({
    id: z.string(),
    ...held,
    reason: z.string(),
    /** The two covers of a swap bear the same; null for a cover of its own. */
    swapId: z.string().nullable(),
    ...entered,
  })
  .refine(isForward, FORWARD)
  .refine(isOneScope, ONE_SCOPE);
export type Cover = Readonly<z.infer<typeof Cover>>;

/** Somebody is away: whatever they were planned for goes to the substitute, or is a gap. */
export const TimeOff = z
  .object({
    id: z.string(),
    responderId: z.string(),
    substituteId: z.string().nullable(),
    startsAt: Instant,
    endsAt: Instant,
    reason: z.string(),
    ...entered,
  })
  .refine(isForward, FORWARD);
export type TimeOff = Readonly<z.infer<typeof TimeOff>>;

/**
 * What was decided about a role that nobody holds: a vendor takes it whenever neither the trade nor *general* has somebody,
 * or the gap is accepted by name. From `createdAt` to `until`; only a vendor may stand without an end.
 */
export const GapDecision = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('vendor'),
      id: z.string(),
      ...key,
      responderId: z.string(),
      until: Instant.nullable(),
      reason: z.string(),
      ...entered,
    }),
    z.object({ kind: z.literal('accepted'), id: z.string(), ...key, until: Instant, reason: z.string(), ...entered }),
  ])
  .refine(isOneScope, ONE_SCOPE);
export type GapDecision = Readonly<z.infer<typeof GapDecision>>;

/** A stretch of duty out of a live calendar, as it was mapped when it was copied. */
export const FeedShift = z.object({
  /** The same for the same occurrence in every copy. */
  id: z.string(),
  feedId: z.string(),
  ...held,
  /** Where the calendar has it begin, if it holds here only from later on: of two the one planned to begin later counts. */
  plannedFrom: Instant.optional(),
  /** As it stands in the calendar. */
  title: z.string(),
});
export type FeedShift = Readonly<z.infer<typeof FeedShift>>;

/** Everything `finalSchedule` reads. */
export type ScheduleSources = {
  readonly shifts: readonly Shift[];
  readonly rotations: readonly Rotation[];
  readonly covers: readonly Cover[];
  readonly timeOff: readonly TimeOff[];
  readonly feedShifts: readonly FeedShift[];
  readonly decisions: readonly GapDecision[];
  /** The group of each property that has one, by the property's id. */
  readonly groups: Readonly<Record<string, string>>;
  /** Who is on the list and not called: what they hold falls to whoever is next. */
  readonly inactive?: readonly string[];
};

/** One stretch of the final schedule: exactly one person holds one role of one trade. */
export type Duty = Scope & {
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly responderId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly source: DutySource;
};

/** Where a duty comes from; one that stands in for somebody also says for whom, null for nobody, and why. */
export type DutySource =
  | { readonly kind: 'shift' | 'rotation'; readonly id: string }
  | { readonly kind: 'feed'; readonly id: string; readonly feedId: string; readonly title: string }
  | {
      readonly kind: 'cover' | 'timeOff';
      readonly id: string;
      readonly insteadOf: string | null;
      readonly reason: string;
    }
  | { readonly kind: 'vendor'; readonly id: string };

/** A stretch in which nobody holds a role. */
export type Gap = Scope & {
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Who is called instead: the same role of *general*, a vendor named for it; null is nobody. */
  readonly coveredBy: 'general' | 'vendor' | null;
  /** Nobody is, and somebody has said by name that this is known. */
  readonly accepted: (Pick<GapDecision, 'id' | 'by' | 'reason'> & { readonly until: Instant }) | null;
};
