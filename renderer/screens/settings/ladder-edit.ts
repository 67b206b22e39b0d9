import type { Ladder, LadderStep, Policy, StepTarget, Tier } from '#shared/contract';
import { stepSums } from '#shared/escalation';

/** Changes to a ladder as values. Minutes throughout; a step's delay counts from the step before it. */

/** As the contract allows. */
export const MAX_STEPS = 12;
export const MAX_DELAY_MIN = 24 * 60;

/** When the incident counts as unanswered, in minutes from dispatch; null without a ladder. */
export function endOf(ladder: Ladder): number | null {
  const last = stepSums(ladder).at(-1);
  return last === undefined ? null : last + ladder.lastWindowMin;
}

export function withStep(ladder: Ladder, index: number, step: LadderStep): Ladder {
  return { ...ladder, steps: ladder.steps.map((each, at) => (at === index ? step : each)) };
}

const DEFAULT_DELAY_MIN = 8;

/** A ladder with one more step at its end: the primary on call first, after that the manager. */
export function withNewStep(ladder: Ladder): Ladder {
  if (ladder.steps.length >= MAX_STEPS) return ladder;
  const isFirst = ladder.steps.length === 0;
  const target: StepTarget = {
    target: isFirst ? { kind: 'onCall', role: 'primary' } : { kind: 'role', role: 'manager' },
    channels: ['sms', 'voice'],
    whateverElse: false,
  };
  return {
    ...ladder,
    steps: [...ladder.steps, { afterPreviousMin: isFirst ? 0 : DEFAULT_DELAY_MIN, targets: [target] }],
  };
}

/** Without a step; the one after it takes over its delay, so that no later step fires earlier than before. */
export function withoutStep(ladder: Ladder, index: number): Ladder {
  const gone = ladder.steps[index];
  if (!gone) return ladder;
  const steps = ladder.steps
    .map((step, at) =>
      at === index + 1 ? { ...step, afterPreviousMin: delayOf(step.afterPreviousMin + gone.afterPreviousMin) } : step,
    )
    .filter((_, at) => at !== index);
  return { ...ladder, steps };
}

/** Two neighbouring steps change whom they wake; the times stay where they are. */
export function withMovedStep(ladder: Ladder, index: number, by: -1 | 1): Ladder {
  const step = ladder.steps[index];
  const other = ladder.steps[index + by];
  if (!step || !other) return ladder;
  const swapped = withStep(ladder, index, { ...step, targets: other.targets });
  return withStep(swapped, index + by, { ...other, targets: step.targets });
}

/** Any input as a delay: whole minutes from 0 to a day. */
export function delayOf(minutes: number): number {
  if (!Number.isFinite(minutes)) return 0;
  return Math.max(0, Math.min(MAX_DELAY_MIN, Math.round(minutes)));
}

export function withLadder(policy: Policy, tier: Tier, ladder: Ladder): Policy {
  return { ...policy, ladders: { ...policy.ladders, [tier]: ladder } };
}

/** The step with a target added, changed (`target` given) or taken out; a step always keeps one. */
export function withTarget(step: LadderStep, index: number, target: StepTarget | null): LadderStep {
  if (target !== null && index >= step.targets.length) return { ...step, targets: [...step.targets, target] };
  const targets = step.targets.flatMap((each, at) => (at !== index ? [each] : target === null ? [] : [target]));
  return targets.length === 0 ? step : { ...step, targets };
}

/** Whether two policies say the same about whom to wake and when. */
export function saysTheSame(a: Policy, b: Policy): boolean {
  return JSON.stringify([a.name, a.ladders]) === JSON.stringify([b.name, b.ladders]);
}

/** Where a minute lies on a time line of `lengthMin`, in percent. */
export function percentOf(minute: number, lengthMin: number): number {
  return lengthMin <= 0 ? 0 : Math.round((Math.min(minute, lengthMin) / lengthMin) * 1e4) / 100;
}
