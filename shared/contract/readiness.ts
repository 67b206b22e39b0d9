/** What the desk knows before the night begins (PRODUCT 1, step 1). What nobody can know is said to be unknown, not fine. */
import type { Gap, ShiftRole } from './oncall.ts';
import type { TargetSpec } from './policy.ts';
import type { TriageReview } from './triage-settings.ts';
import type { Instant, Tier, Trade } from './words.ts';
import { z } from './zod.ts';

export type ReadinessLevel = 'ok' | 'warn' | 'bad' | 'unknown';

export const READINESS_CHECKS = [
  'cover',
  'people',
  'gateway',
  'fallback',
  'tests',
  'mode',
  'awake',
  'unheard',
  'watch',
  'triage',
  'disk',
] as const;
export const ReadinessCheck = z.enum(READINESS_CHECKS);
export type ReadinessCheck = z.infer<typeof ReadinessCheck>;
export const ReadinessAcceptance = z.object({ check: ReadinessCheck, words: z.string().trim().max(300) });
export type ReadinessAcceptance = Readonly<z.infer<typeof ReadinessAcceptance>>;

/** Whether a test message of the last week reached one of tonight's people. */
export type PersonTest = {
  readonly responderId: string;
  readonly name: string;
  /** `due`: none was received within a week, so one is offered. `sent`: on its way, or without a receipt yet. */
  readonly state: 'due' | 'sent' | 'received' | 'failed' | 'noNumber';
  /** When it was received, sent or given up; null where there is none. */
  readonly at: Instant | null;
};

/** A stretch of tonight in which a trade is not covered as it should be. */
export type CoverFinding = {
  /** `nobody`: neither role, not even by general or a vendor. `onePerson`: the same person is primary and backup. */
  readonly kind: 'nobody' | 'noPrimary' | 'noBackup' | 'onePerson';
  readonly trade: Trade;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The one person; empty otherwise. */
  readonly name: string;
  /** The properties concerned; null for every one. */
  readonly places: readonly string[] | null;
  /** Known and accepted by name, and so no warning; null where nobody has. */
  readonly accepted: Gap['accepted'];
};

/** Somebody a text cannot reach tonight. */
export type ReachFinding =
  | { readonly kind: 'onCallWithoutNumber'; readonly name: string; readonly trade: Trade; readonly role: ShiftRole }
  | { readonly kind: 'stepWithoutNumber'; readonly name: string; readonly tier: Tier; readonly target: TargetSpec }
  /** A step aimed at somebody who does not exist. */
  | { readonly kind: 'stepWithoutPerson'; readonly tier: Tier; readonly target: TargetSpec };

export type Readiness = {
  readonly at: Instant;
  readonly cover: {
    readonly level: ReadinessLevel;
    readonly properties: number;
    /** What was looked at: from now, or the night's begin, to its end; a day at most. */
    readonly from: Instant;
    readonly to: Instant;
    readonly findings: readonly CoverFinding[];
  };
  readonly people: { readonly level: ReadinessLevel; readonly findings: readonly ReachFinding[] };
  readonly gateway: {
    readonly level: ReadinessLevel;
    /** What it says of itself, a code of the gateway's reasons. */
    readonly detail: string;
    readonly since: Instant | null;
    /** When it last took a text, and took one whose receipt came; null when not within a week. */
    readonly takenAt: Instant | null;
    readonly deliveredAt: Instant | null;
    readonly hasVoice: boolean;
  };
  /** The gateway that takes over; `kind` null where there is none. */
  readonly fallback: {
    readonly level: ReadinessLevel;
    readonly kind: string | null;
    readonly detail: string;
    readonly since: Instant | null;
    readonly takenAt: Instant | null;
    readonly deliveredAt: Instant | null;
  };
  readonly tests: { readonly level: ReadinessLevel; readonly people: readonly PersonTest[] };
  /** What is known and accepted by name for tonight. It changes no level and blocks nothing. */
  readonly accepted: readonly {
    readonly check: ReadinessCheck;
    readonly by: string;
    readonly at: Instant;
    readonly words: string;
  }[];
  readonly mode: {
    readonly level: ReadinessLevel;
    readonly kind: string;
    readonly isPractice: boolean;
    readonly isDemo: boolean;
  };
  /** When a desktop program last asked what to do; it is told to keep the computer awake, whether it can is not known. */
  readonly awake: { readonly level: ReadinessLevel; readonly askedAt: Instant | null };
  /** Who is called when nobody at the desk hears an alarm. `coordinator`: whoever is signed in; null where nobody is. */
  readonly unheard: {
    readonly level: ReadinessLevel;
    readonly coordinator: { readonly name: string; readonly hasMobile: boolean } | null;
    /** Those over the desk who have a number. */
    readonly managers: readonly string[];
  };
  /** The watch on a second computer. */
  readonly watch: { readonly level: ReadinessLevel; readonly isOn: boolean; readonly askedAt: Instant | null };
  /** When somebody last looked over cards, numbers and phrases, and when that is due again. */
  readonly triage: {
    readonly level: ReadinessLevel;
    readonly review: TriageReview | null;
    readonly dueAt: Instant | null;
  };
  readonly disk: { readonly level: ReadinessLevel; readonly folder: string; readonly freeBytes: number | null };
};
