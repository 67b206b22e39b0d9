import { ShiftRole } from './oncall.ts';
import { ResponderRole } from './portfolio.ts';
import { Instant, type Tier } from './words.ts';
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
  /** Minutes from the step until a channel is used; absent: at once, and a call by hand as `TIMING` says. */
  afterMin: z.partialRecord(Channel, z.number().min(0).max(60)).exactOptional(),
  /** Told for information by text: nobody waits for their answer. */
  isCopy: z.boolean().exactOptional(),
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

/** Where a ladder is said: for the company, for a group of properties, for one property. */
export const PolicyPlace = z.union([z.literal('company'), z.string().regex(/^(?:group|property):.+$/)]);
export type PolicyPlace = z.infer<typeof PolicyPlace>;

/** What one place says of its own: a ladder for some tiers. A tier that is absent is inherited from the places above. */
export const PolicyLayer = z.object({
  id: PolicyPlace,
  /** Counts the versions somebody signed; 0 where nothing was said yet. */
  version: z.number().int().nonnegative(),
  name: z.string().min(1),
  signedBy: z.string().nullable(),
  signedAt: Instant.nullable(),
  ladders: z.object({ P1: Ladder.exactOptional(), P2: Ladder.exactOptional(), P3: Ladder.exactOptional() }),
});
export type PolicyLayer = Readonly<z.infer<typeof PolicyLayer>>;

/** Which place says the ladder of a tier, and in which version of what it says. */
export const PolicyOrigin = z.object({ place: PolicyPlace, name: z.string(), version: z.number().int().nonnegative() });
export type PolicyOrigin = Readonly<z.infer<typeof PolicyOrigin>>;

/** The ladders in force at a place, one per tier. A running incident keeps the version it began with. */
export const Policy = z.object({
  id: z.string(),
  name: z.string().min(1),
  version: z.number().int().positive(),
  signedBy: z.string().nullable(),
  ladders: z.object({ P1: Ladder, P2: Ladder, P3: Ladder }) satisfies z.ZodType<Record<Tier, Ladder>>,
  /** Absent where every ladder is this policy's own. */
  origins: z.object({ P1: PolicyOrigin, P2: PolicyOrigin, P3: PolicyOrigin }).exactOptional(),
});
export type Policy = Readonly<z.infer<typeof Policy>>;

/** A place that may say ladders of its own. */
export type PolicyPlaceView = {
  readonly place: PolicyPlace;
  readonly kind: 'company' | 'group' | 'property';
  readonly name: string;
  /** The group a property belongs to; empty otherwise. */
  readonly group: string;
  /** 0: nothing said yet. */
  readonly version: number;
};

export type PolicyVersion = Pick<PolicyLayer, 'version' | 'signedBy' | 'signedAt'>;

/** What one place says, under what it says it, and who may change it. */
export type PolicyLayerView = {
  readonly layer: PolicyLayer;
  /** What the places above it say, the farthest first; none above the company. */
  readonly above: readonly PolicyLayer[];
  readonly inForce: Policy;
  /** Every version that was signed here, the newest first. */
  readonly versions: readonly PolicyVersion[];
  /** Properties whose ladder of that tier changes with this place's. */
  readonly reaches: Readonly<Record<Tier, readonly string[]>>;
  /** The owner of the rules, who alone may sign a version; null while nobody is named. */
  readonly owner: { readonly staffId: string; readonly name: string } | null;
};

/** What is to hold at a place from now on; `layer.version` is the one it was made from. */
export const PolicySaveInput = z.object({
  layer: PolicyLayer,
  /** The name of whoever signs, as they typed it. */
  signedAs: z.string().trim().max(120),
});
export type PolicySaveInput = Readonly<z.infer<typeof PolicySaveInput>>;
