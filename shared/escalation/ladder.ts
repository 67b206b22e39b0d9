import type {
  Channel,
  Instant,
  Ladder,
  LadderStep,
  LadderStepView,
  Language,
  Phone,
  TargetSpec,
} from '#shared/contract';
import { LAST_RESORT } from './default-policy.ts';
import { minutes } from './timing.ts';

/** Someone a target names right now. `isAtDesk`: signed in at the console, so the desk alarm reaches them. */
export type Candidate = {
  readonly responderId: string;
  readonly name: string;
  readonly company: string;
  readonly phone: Phone | null;
  readonly language: Language;
  readonly isAtDesk: boolean;
  /** Letters other open incidents have on this phone. */
  readonly openCodes: readonly string[];
  readonly wakeUpsThisWeek: number;
};

/** Who each target of a policy names at one moment, by {@link targetKey}. Gathered just before a step fires. */
export type ResolvedTargets = Readonly<Record<string, readonly Candidate[]>>;

/** A name for a target that is the same for the same target: `onCall:primary`, `role:manager`. */
export function targetKey(spec: TargetSpec): string {
  switch (spec.kind) {
    case 'onCall':
    case 'role':
      return `${spec.kind}:${spec.role}`;
    case 'responder':
      return `responder:${spec.responderId}`;
    case 'emergencyVendor':
      return spec.kind;
  }
}

/** Every target a ladder may name, the last resort's included. */
export function targetsOf(ladder: Ladder): readonly TargetSpec[] {
  const all = [...ladder.steps, LAST_RESORT].flatMap((step) => step.targets.map((each) => each.target));
  return [...new Map(all.map((spec) => [targetKey(spec), spec])).values()];
}

/** Minutes from dispatch to each step: the sums of `afterPreviousMin`. */
export function stepSums(ladder: Ladder): readonly number[] {
  let sum = 0;
  return ladder.steps.map((step) => {
    sum += step.afterPreviousMin;
    return sum;
  });
}

/** Somebody a step reaches, as the first target that names them. */
export type StepPerson = {
  readonly candidate: Candidate;
  readonly as: TargetSpec;
  readonly channels: readonly Channel[];
  readonly whateverElse: boolean;
};

/**
 * Who a step reaches: every candidate of every target, each person once. Whoever several targets name gets the channels
 * of all of them, and is woken whatever else happens if any of them says so.
 */
export function peopleOf(step: LadderStep, resolved: ResolvedTargets): readonly StepPerson[] {
  const people = new Map<string, StepPerson>();
  for (const { target, channels, whateverElse } of step.targets) {
    for (const candidate of resolved[targetKey(target)] ?? []) {
      const known = people.get(candidate.responderId);
      people.set(candidate.responderId, {
        candidate,
        as: known?.as ?? target,
        channels: [...new Set([...(known?.channels ?? []), ...channels])],
        whateverElse: whateverElse || (known?.whateverElse ?? false),
      });
    }
  }
  return [...people.values()];
}

/**
 * The ladder as it would run if dispatched at `at`: who is woken when, and what is wrong with each step. Empty steps
 * take no time, as when they fire.
 */
export function previewLadder(ladder: Ladder, resolved: ResolvedTargets, at: Instant): readonly LadderStepView[] {
  let dueAt = at;
  let wasEmpty = false;
  return ladder.steps.map((step, index) => {
    if (!wasEmpty) dueAt += minutes(step.afterPreviousMin);
    const people = peopleOf(step, resolved);
    wasEmpty = !people.some(({ candidate }) => canReach(candidate));
    const named = people.map(({ candidate, as, channels, whateverElse }) => ({
      responderId: candidate.responderId,
      name: candidate.name,
      phone: candidate.phone,
      as,
      channels: candidate.isAtDesk ? ['deskAlarm'] : channels,
      whateverElse,
      wakeUpsThisWeek: candidate.wakeUpsThisWeek,
      problem: canReach(candidate) ? null : ('noWorkingNumber' as const),
    }));
    const missing = step.targets
      .filter(({ target }) => (resolved[targetKey(target)] ?? []).length === 0)
      .map(({ target, channels, whateverElse }) => ({
        responderId: null,
        name: '',
        phone: null,
        as: target,
        channels,
        whateverElse,
        wakeUpsThisWeek: 0,
        problem: 'nobodyOnCall' as const,
      }));
    return { step: index, at: dueAt, state: 'planned', recipients: [...named, ...missing] };
  });
}

/** True when a message, or the desk alarm, can get to this person at all. */
export function canReach(candidate: Candidate): boolean {
  return candidate.isAtDesk || candidate.phone !== null;
}
