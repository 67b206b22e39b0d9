import { CHANNELS, type Channel, type Ladder, type LadderStep, type StepTarget } from '#shared/contract';
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

/** The most that is taken from whoever types: ten hours. */
export const MOST_TYPED_MIN = 600;

/** Minutes as typed, digits alone; null where they are not between the two. */
export function minutesIn(typed: string, least: number, most: number): number | null {
  const minutes = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return minutes >= least && minutes <= most ? minutes : null;
}

/** Any input as a delay: whole minutes from 0 to a day. */
export function delayOf(minutes: number): number {
  if (!Number.isFinite(minutes)) return 0;
  return Math.max(0, Math.min(MAX_DELAY_MIN, Math.round(minutes)));
}

/** The step with a target added, changed (`target` given) or taken out; a step always keeps one. */
export function withTarget(step: LadderStep, index: number, target: StepTarget | null): LadderStep {
  if (target !== null && index >= step.targets.length) return { ...step, targets: [...step.targets, target] };
  const targets = step.targets.flatMap((each, at) => (at !== index ? [each] : target === null ? [] : [target]));
  return targets.length === 0 ? step : { ...step, targets };
}

/** As the contract allows. */
export const MAX_CHANNEL_DELAY_MIN = 60;

/** The target with a channel used so many minutes after the step; null: at once, a call by hand as it is by itself. */
export function withAfter(target: StepTarget, channel: Channel, min: number | null): StepTarget {
  const { afterMin = {}, ...rest } = target;
  const { [channel]: _, ...others } = afterMin;
  const isSaid = min !== null && !(channel === 'sms' && min === 0);
  const next = isSaid ? { ...others, [channel]: Math.min(MAX_CHANNEL_DELAY_MIN, delayOf(min)) } : others;
  return Object.keys(next).length > 0 ? { ...rest, afterMin: next } : rest;
}

/** The target with a channel used or not; what is not used has no delay. It keeps one. */
export function withChannel(target: StepTarget, channel: Channel, isOn: boolean): StepTarget {
  const channels = CHANNELS.filter((each) => (each === channel ? isOn : target.channels.includes(each)));
  if (channels.length === 0) return target;
  return { ...(isOn ? target : withAfter(target, channel, null)), channels };
}

/** The target woken, or told for information by text alone. */
export function withCopy(target: StepTarget, isCopy: boolean): StepTarget {
  const { isCopy: _, ...rest } = target;
  return isCopy ? { ...withAfter(rest, 'voice', null), channels: ['sms'], whateverElse: false, isCopy } : rest;
}

/** Where a minute lies on a time line of `lengthMin`, in percent. */
export function percentOf(minute: number, lengthMin: number): number {
  return lengthMin <= 0 ? 0 : Math.round((Math.min(minute, lengthMin) / lengthMin) * 1e4) / 100;
}
