import { assertNever, type Ladder } from '#shared/contract';
import { LAST_RESORT, minutes, originOf, TIMING } from '#shared/escalation';
import { CORE, type Draft } from './draft.ts';
import type { EventOf } from './events.ts';
import { fireStep, nextStepOf, type Why } from './fire-step.ts';
import { stepsReached } from './state.ts';
import { isStepSpent } from './step-spent.ts';
import { tellResident } from './tell-resident.ts';
import { ladderInWeather } from './weather.ts';
import { askVendorForWeather } from './weather-vendor.ts';

export type LadderStart = {
  /** A ladder for this incident only, in place of the policy's. */
  readonly ladder?: Ladder;
  /** It goes on with this step of the ladder that was stopped, at once; 0 or none left: from the beginning. */
  readonly firstStep?: number;
};

/**
 * Starts the ladder of the incident's tier, freshly resolved, and fires what is due at once. A P3 without a ladder
 * waits for the morning. The resident is told by whoever starts it: only they know the news.
 */
export function startLadder(draft: Draft, why: EventOf<'dispatched'>['why'], start: LadderStart = {}): void {
  const { tier } = draft.state;
  const { firstStep, ...plan } = planOf(draft, start);
  // A policy without steps for a P1 or P2 wakes nobody: that is for a person to know at once, so it is dispatched too.
  if (tier === 'P3' && plan.ladder.steps.length === 0) return;
  draft.emit({ type: 'dispatched', tier, ...plan, why, ...(firstStep > 0 && { firstStep }) });
  fireDue(draft, 'due');
  askVendorForWeather(draft);
}

type Plan = Pick<
  EventOf<'dispatched'>,
  'policyId' | 'policyName' | 'policyVersion' | 'ladder' | 'isForThisOnly' | 'insteadOf' | 'weather'
> & { readonly firstStep: number };

/** By which ladder it climbs: the one given, the one it had where that goes on or was made for it, else the policy's. */
function planOf({ state, context }: Draft, { ladder, firstStep = 0 }: LadderStart): Plan {
  const { tier } = state;
  const { ladder: own, ...inWeather } = ladderInWeather(context.policy.ladders[tier], state, context.weather);
  const { place: policyId, name: policyName, version: policyVersion } = originOf(context.policy, tier);
  const said = { policyId, policyName, policyVersion };
  if (ladder) return { ...said, ladder, firstStep: 0, isForThisOnly: true, insteadOf: own };
  const run = state.ladder?.tier === tier ? state.ladder : null;
  // Of another tier's ladder only whom it asks first is chosen: whoever has just been asked in vain is not.
  const begin = run === null && firstStep < own.steps.length ? firstStep : 0;
  const goesOn = run !== null && !run.isLastResort && firstStep > 0 && firstStep < run.ladder.steps.length;
  if (run === null || !(goesOn || run.isForThisOnly)) return { ...said, ladder: own, firstStep: begin, ...inWeather };
  return {
    policyId: run.policyId,
    policyName: run.policyName,
    policyVersion: run.policyVersion,
    ladder: run.ladder,
    firstStep: goesOn ? firstStep : 0,
    ...(run.isForThisOnly && { isForThisOnly: true, insteadOf: own }),
  };
}

/** What the running ladder waited for has come: its step, the end of its last window, or its next round. */
export function climbOn(draft: Draft): void {
  tellingOfSteps(draft, () => {
    const waitsFor = draft.state.ladder?.waitsFor ?? 'nothing';
    switch (waitsFor) {
      case 'step':
        return fireDue(draft, 'due');
      case 'lastWindow':
        return goUnanswered(draft);
      case 'round':
        return startRound(draft);
      case 'nothing':
        return;
      default:
        return assertNever(waitsFor, 'moment of a ladder');
    }
  });
}

/** The next step fires now, whatever its time: by hand, or because the desk alarm was left untouched. */
export function fireNow(draft: Draft, why: Why): void {
  tellingOfSteps(draft, () => fireEarly(draft, why));
}

/** A step that nobody can answer any more has ended: the next fires now. */
export function endSpentStep(draft: Draft): void {
  tellingOfSteps(draft, () => endSpentStepQuietly(draft));
}

/**
 * The same where no person decided: a message failed. A next step that is hours late waits for a person all the same; its
 * own clock holds it and lets it go.
 */
export function endFailedStep(draft: Draft): void {
  const run = draft.state.ladder;
  const isVeryLate = run !== null && draft.context.now - run.dueAt > TIMING.veryLateMs;
  if (!isVeryLate && run?.heldUntilAt == null) endSpentStep(draft);
}

/** A step that has ended, without a word to the resident: for whoever has news of their own. */
export function endSpentStepQuietly(draft: Draft): void {
  // Held: it ends when the ladder goes on.
  if (draft.state.hold) return;
  const spent = isStepSpent(draft.state);
  if (spent !== 'no') fireEarly(draft, spent === 'declined' ? 'previousDeclined' : 'previousFailed');
}

/** Does `climb` and tells the resident once if it reached anybody, however many steps it fired. */
function tellingOfSteps(draft: Draft, climb: () => void): void {
  const before = stepsReached(draft.state);
  climb();
  if (stepsReached(draft.state) > before) tellResident(draft, 'stepping');
}

/**
 * Fires every step that is due by now, in order. A step nobody can be reached by takes no time: the next fires now. A
 * late P1 fires all that is overdue; a late P2 fires the first and the later ones keep their distance to it.
 */
function fireDue(draft: Draft, why: Why): void {
  let reason = why;
  for (;;) {
    const run = draft.state.ladder;
    if (!run || run.waitsFor === 'nothing' || run.waitsFor === 'round' || run.dueAt > draft.context.now) return;
    // Nobody was reached in the whole round, or the policy has no steps at all.
    if (run.waitsFor === 'lastWindow' || !nextStepOf(run)) return goUnanswered(draft);
    reason = fireStep(draft, reason);
  }
}

function fireEarly(draft: Draft, why: Why): void {
  const run = draft.state.ladder;
  if (!run || run.waitsFor === 'nothing') return;
  if (run.waitsFor === 'round') return startRound(draft);
  if (run.waitsFor === 'lastWindow' || !nextStepOf(run)) return goUnanswered(draft);
  fireDue(draft, fireStep(draft, why));
}

/** Nobody answered: alarm, and a new round; after the rounds, the last resort until a person acts. */
function goUnanswered(draft: Draft): void {
  const run = draft.state.ladder;
  if (!run) return;
  draft.emit({ type: 'unanswered', round: run.round }, CORE);
  if (draft.state.status === 'morning') return;
  draft.emit({ type: 'alarmRaised', kind: 'unanswered', step: null }, CORE);
  const waiting = draft.state.ladder;
  if (waiting && waiting.dueAt <= draft.context.now) startRound(draft);
}

/** Begins the next round with freshly resolved targets. */
function startRound(draft: Draft): void {
  startRoundQuietly(draft);
  fireDue(draft, 'due');
}

/** The same without firing: for whoever chooses the step that it begins with. */
export function startRoundQuietly(draft: Draft): void {
  const run = draft.state.ladder;
  if (!run) return;
  const { now } = draft.context;
  const round = run.round + 1;
  const isLastResort = round > 1 + TIMING.extraRounds;
  const first = isLastResort ? LAST_RESORT : run.ladder.steps[0];
  draft.emit(
    {
      type: 'roundStarted',
      round,
      dueAt: run.dueAt,
      lateMs: Math.max(0, now - run.dueAt),
      isLastResort,
      firstStepAt: now + minutes(first?.afterPreviousMin ?? 0),
    },
    CORE,
  );
}
