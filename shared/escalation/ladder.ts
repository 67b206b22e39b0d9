import type {
  Channel,
  Instant,
  Ladder,
  LadderStep,
  LadderStepView,
  Language,
  Phone,
  StepTarget,
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
  /** Told for information only; whoever another target of the step wakes is woken. */
  readonly isCopy: boolean;
  /** Minutes until a channel is used, where it is not used at once. */
  readonly afterMin: Readonly<Partial<Record<Channel, number>>>;
};

/**
 * Who a step reaches: every candidate of every target, each person once. Whoever several targets name gets the channels
 * of all of them, each as soon as any says, and is woken whatever else happens if any of them says so. A copy for
 * information adds nothing for whoever the step wakes.
 */
export function peopleOf(step: LadderStep, resolved: ResolvedTargets): readonly StepPerson[] {
  const people = new Map<string, StepPerson>();
  const wakingFirst = step.targets.toSorted((a, b) => Number(a.isCopy ?? false) - Number(b.isCopy ?? false));
  for (const target of wakingFirst) {
    const isCopy = target.isCopy ?? false;
    for (const candidate of resolved[targetKey(target.target)] ?? []) {
      const known = people.get(candidate.responderId);
      if (known && isCopy) continue;
      const own = personOf(candidate, target, isCopy);
      people.set(candidate.responderId, known ? together(known, own) : own);
    }
  }
  return [...people.values()];
}

function personOf(candidate: Candidate, target: StepTarget, isCopy: boolean): StepPerson {
  const { channels, whateverElse, afterMin = {} } = target;
  return {
    candidate,
    as: target.target,
    // Information is read when they wake; nobody rings for it.
    channels: isCopy ? ['sms'] : channels,
    whateverElse: whateverElse && !isCopy,
    isCopy,
    afterMin,
  };
}

function together(one: StepPerson, other: StepPerson): StepPerson {
  const channels = [...new Set([...one.channels, ...other.channels])];
  const waits = (person: StepPerson, channel: Channel): number =>
    person.channels.includes(channel) ? (person.afterMin[channel] ?? 0) : Number.POSITIVE_INFINITY;
  const waitsOf = channels.map((channel) => [channel, Math.min(waits(one, channel), waits(other, channel))] as const);
  return {
    ...one,
    channels,
    whateverElse: one.whateverElse || other.whateverElse,
    afterMin: Object.fromEntries(waitsOf.filter(([, min]) => min > 0)),
  };
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
    wasEmpty = !people.some(({ candidate, isCopy }) => !isCopy && canReach(candidate));
    return {
      step: index,
      at: dueAt,
      state: 'planned',
      recipients: [...people.map(plannedOf), ...missingOf(step, resolved)],
    };
  });
}

type PlannedRecipient = LadderStepView['recipients'][number];

function plannedOf({ candidate, as, channels, whateverElse, isCopy, afterMin }: StepPerson): PlannedRecipient {
  const { responderId, name, phone, isAtDesk, wakeUpsThisWeek } = candidate;
  return {
    ...{ responderId, name, phone, as, whateverElse, wakeUpsThisWeek },
    channels: isAtDesk && !isCopy ? ['deskAlarm'] : channels,
    problem: canReach(candidate) ? null : 'noWorkingNumber',
    ...(isCopy && { isCopy }),
    ...(!isAtDesk && Object.keys(afterMin).length > 0 && { afterMin }),
  };
}

/** Targets that name nobody. */
function missingOf(step: LadderStep, resolved: ResolvedTargets): readonly PlannedRecipient[] {
  return step.targets
    .filter(({ target }) => (resolved[targetKey(target)] ?? []).length === 0)
    .map(({ target, channels, whateverElse, isCopy }) => ({
      responderId: null,
      name: '',
      phone: null,
      as: target,
      channels,
      whateverElse,
      wakeUpsThisWeek: 0,
      problem: 'nobodyOnCall',
      ...(isCopy && { isCopy }),
    }));
}

/** True when a message, or the desk alarm, can get to this person at all. */
export function canReach(candidate: Candidate): boolean {
  return candidate.isAtDesk || candidate.phone !== null;
}
