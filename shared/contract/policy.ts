import { ShiftRole } from './oncall.ts';
import { ResponderRole } from './portfolio.ts';
import type { Tier } from './words.ts';
import { z } from './zod.ts';

export const CHANNELS = ['sms', 'voice'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** Whom a step wakes. Resolved to people when the step fires, never earlier. */
export const TargetSpec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('onCall'), role: ShiftRole }),
  z.object({ kind: z.literal('role'), role: ResponderRole }),
  z.object({ kind: z.literal('emergencyVendor') }),
  z.object({ kind: z.literal('responder'), responderId: z.string() }),
]);
export type TargetSpec = Readonly<z.infer<typeof TargetSpec>>;

export const StepTarget = z.object({
  target: TargetSpec,
  channels: z.array(Channel).min(1),
  /** Fires even after acknowledgement, unless somebody is on site or it is resolved. */
  whateverElse: z.boolean(),
});
export type StepTarget = Readonly<z.infer<typeof StepTarget>>;

export const LadderStep = z.object({
  afterPreviousMin: z
    .number()
    .min(0)
    .max(24 * 60),
  targets: z.array(StepTarget).min(1),
});
export type LadderStep = Readonly<z.infer<typeof LadderStep>>;

export const Ladder = z.object({
  steps: z.array(LadderStep).max(12),
  /** Minutes after the last step until the incident counts as unanswered. */
  lastWindowMin: z
    .number()
    .min(1)
    .max(24 * 60),
});
export type Ladder = Readonly<z.infer<typeof Ladder>>;

/** A policy holds a ladder per tier. A running incident keeps the version it began with. */
export const Policy = z.object({
  id: z.string(),
  name: z.string().min(1),
  version: z.number().int().positive(),
  signedBy: z.string().nullable(),
  ladders: z.object({ P1: Ladder, P2: Ladder, P3: Ladder }) satisfies z.ZodType<Record<Tier, Ladder>>,
});
export type Policy = Readonly<z.infer<typeof Policy>>;
