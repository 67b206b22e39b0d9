/** What the plain telling speaks of. */

export type Tier = 'P1' | 'P2' | 'P3';
export type Target = 'primary' | 'backup' | 'coordinator' | 'manager' | 'owner' | 'vendor';
export type PlainStep = {
  readonly afterMin: number;
  readonly targets: readonly Target[];
  /** Which of them are woken whatever else. */
  readonly whateverElse?: readonly Target[];
};
export type PlainLadder = { readonly steps: readonly PlainStep[]; readonly lastWindowMin: number };
export type PlainPolicy = Readonly<Record<Tier, PlainLadder>>;

/** Somebody who can be called. Whoever has no number cannot be. */
export type Person = { readonly name: string; hasNumber: boolean };

/** Something that must have happened, and when, in ms since the night began. */
export type Fact = { readonly at: number; readonly what: string };

export type Deadline = { readonly at: number; readonly run: (now: number) => void };

/** Who is asked for one incident, by target; vendors in the order in which they are sent. */
export type Company = {
  readonly who: (target: Target) => readonly Person[];
  readonly vendors: readonly Person[];
};

export const MIN = 60_000;
/** What is hours late waits so long for a person. */
export const HELD_MS = 1 * MIN;
/** More than this late: the alarm comes first, and a minute for a person. */
export const VERY_LATE_MS = 120 * MIN;
