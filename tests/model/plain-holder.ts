import { MIN, type Tier } from './plain-words.ts';

/** Whoever has it, and what they owe: rule 5. */
export type Holder = {
  readonly name: string;
  etaAt: number | null;
  callAt: number | null;
  resumeAt: number | null;
  confirmBy: number | null;
  heldUntil: number | null;
  onSiteAskAt: number | null;
};

export const RAISED_MS = 5 * MIN;
const WITHOUT_ESTIMATE: Readonly<Record<Tier, { callMin: number; resumeMin: number }>> = {
  P1: { callMin: 5, resumeMin: 10 },
  P2: { callMin: 30, resumeMin: 60 },
  P3: { callMin: 60, resumeMin: 240 },
};
export const GRACE_MIN: Readonly<Record<Tier, number>> = { P1: 10, P2: 15, P3: 60 };
export const ON_SITE_MIN: Readonly<Record<Tier, number>> = { P1: 120, P2: 180, P3: 480 };

/** The longest that a ladder may be held. */
export const HOLD_MIN: Readonly<Record<Tier, number>> = { P1: 10, P2: 60, P3: 60 };

/** By when whoever gave no time is called, and by when it is not theirs any more. */
export function withoutEstimate(tier: Tier, now: number): Pick<Holder, 'callAt' | 'resumeAt'> {
  const { callMin, resumeMin } = WITHOUT_ESTIMATE[tier];
  return { callAt: now + callMin * MIN, resumeAt: now + resumeMin * MIN };
}

/** Whoever takes it. */
export function newHolder(name: string, minutes: number | null, tier: Tier, now: number): Holder {
  return {
    name,
    etaAt: minutes === null ? null : now + minutes * MIN,
    ...(minutes === null ? withoutEstimate(tier, now) : { callAt: null, resumeAt: null }),
    confirmBy: null,
    heldUntil: null,
    onSiteAskAt: null,
  };
}

/** A hold is over: what they owe has as long as it had. */
export function putOff(holder: Holder, ms: number): void {
  const later = (at: number | null): number | null => (at === null ? null : at + ms);
  Object.assign(holder, {
    etaAt: later(holder.etaAt),
    callAt: later(holder.callAt),
    resumeAt: later(holder.resumeAt),
    confirmBy: later(holder.confirmBy),
    heldUntil: later(holder.heldUntil),
  });
}
