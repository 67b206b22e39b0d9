import { Instant, PlainDate, TimeZone, Trade, WallTime } from './words.ts';
import { z } from './zod.ts';

export const SHIFT_ROLES = ['primary', 'backup'] as const;
export const ShiftRole = z.enum(SHIFT_ROLES);
export type ShiftRole = z.infer<typeof ShiftRole>;

/** A dated stretch of duty entered by hand. Half-open: `[startsAt, endsAt)`. `propertyId` null means the whole company. */
export const Shift = z
  .object({
    id: z.string(),
    trade: Trade,
    role: ShiftRole,
    propertyId: z.string().nullable(),
    responderId: z.string(),
    startsAt: Instant,
    endsAt: Instant,
  })
  .refine((s) => s.endsAt > s.startsAt, { message: 'the end must be after the start' });
export type Shift = Readonly<z.infer<typeof Shift>>;

/**
 * A weekly rotation: from `fromDate` on, `members` take turns of `weeks` weeks, handing over on `handOffWeekday`
 * (1 Monday … 7 Sunday) at `handOffTime`, wall clock in `zone`.
 */
export const Rotation = z.object({
  id: z.string(),
  trade: Trade,
  role: ShiftRole,
  propertyId: z.string().nullable(),
  zone: TimeZone,
  handOffWeekday: z.number().int().min(1).max(7),
  handOffTime: WallTime,
  weeks: z.number().int().min(1).max(8),
  members: z.array(z.string()).min(1),
  /** The first hand-off is the first `handOffWeekday` on or after it. */
  fromDate: PlainDate,
  /** Exclusive; null for no end. */
  untilDate: PlainDate.nullable(),
});
export type Rotation = Readonly<z.infer<typeof Rotation>>;

/** Who takes over from whom, from when to when, and why. Splits the shift it covers. */
export const Cover = z
  .object({
    id: z.string(),
    trade: Trade,
    role: ShiftRole,
    propertyId: z.string().nullable(),
    responderId: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    reason: z.string(),
    /** Staff member who entered it, and when: of two covers the later one holds. */
    by: z.string(),
    createdAt: Instant,
  })
  .refine((c) => c.endsAt > c.startsAt, { message: 'the end must be after the start' });
export type Cover = Readonly<z.infer<typeof Cover>>;

/** Everything `finalSchedule` reads. */
export type ScheduleSources = {
  readonly shifts: readonly Shift[];
  readonly rotations: readonly Rotation[];
  readonly covers: readonly Cover[];
};

/** One stretch of the final schedule: exactly one person holds one role of one trade. */
export type Duty = {
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly propertyId: string | null;
  readonly responderId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Where it comes from; a cover also names the person it stands in for. */
  readonly source:
    | { readonly kind: 'shift'; readonly id: string }
    | { readonly kind: 'rotation'; readonly id: string }
    | { readonly kind: 'cover'; readonly id: string; readonly insteadOf: string | null; readonly reason: string };
};

/** A stretch in which nobody holds a role. `coveredByGeneral`: the trade's own shift is empty but *general* has one. */
export type Gap = {
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly propertyId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly coveredByGeneral: boolean;
};
