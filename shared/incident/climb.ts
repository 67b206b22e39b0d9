import type { Instant, Ladder, LadderStep } from '#shared/contract';
import { type Candidate, canReach, LAST_RESORT, minutes, peopleOf, TIMING, targetKey } from '#shared/escalation';
import { CORE, type Draft } from './draft.ts';
import type { EventOf, StepRecipient } from './events.ts';
import { isUnsent } from './state.ts';
import { tellResident } from './tell-resident.ts';
import { codeFor, sendStep } from './tell-responders.ts';

type Why = EventOf<'stepFired'>['why'];

/** Starts the ladder of the incident's tier, freshly resolved, and fires what is due at once. */
export function startLadder(draft: Draft, why: EventOf<'dispatched'>['why']): void {
  const { policy } = draft.context;
  const { tier } = draft.state;
  const ladder: Ladder = policy.ladders[tier];
  draft.emit({
    type: 'dispatched',
    tier,
    policyId: policy.id,
    policyName: policy.name,
    policyVersion: policy.version,
    ladder,
    why,
  });
  if (ladder.steps.length === 0) {
    // A policy without steps for a P1 or P2 wakes nobody: that is for a person to know at once.
    if (tier !== 'P3') goUnanswered(draft);
    return;
  }
  fireDue(draft, 'due');
}

/**
 * Fires every step that is due by now, in order. Targets are resolved here. A step nobody can be reached by takes no
 * time: it is logged, alarmed, and the next fires now. A late P1 fires all that is overdue; a late P2 fires the first
 * and the later ones keep their distance to it.
 */
export function fireDue(draft: Draft, why: Why): void {
  let reason = why;
  for (;;) {
    const run = draft.state.ladder;
    if (run?.waitsFor !== 'step' || run.dueAt > draft.context.now) return;
    const hasReached = fireStep(draft, reason);
    reason = hasReached ? 'due' : 'previousEmpty';
    if (!hasReached && draft.state.ladder?.waitsFor === 'lastWindow' && draft.state.ladder.dueAt <= draft.context.now) {
      goUnanswered(draft);
      return;
    }
  }
}

/** The next step fires now, whatever its time: by hand, or because the one before failed or was declined by all. */
export function fireNow(draft: Draft, why: Why): void {
  const run = draft.state.ladder;
  if (!run) return;
  if (run.waitsFor === 'step') {
    const hasReached = fireStep(draft, why);
    if (!hasReached) fireDue(draft, 'previousEmpty');
    const after = draft.state.ladder;
    if (!hasReached && after?.waitsFor === 'lastWindow' && after.dueAt <= draft.context.now) goUnanswered(draft);
    return;
  }
  if (run.waitsFor === 'round') startRound(draft);
  else goUnanswered(draft);
}

/** Fires one step. Returns whether anybody was reached. */
function fireStep(draft: Draft, why: Why): boolean {
  const run = draft.state.ladder;
  const step = run && (run.isLastResort ? LAST_RESORT : run.ladder.steps[run.nextStep]);
  if (!run || !step) return false;
  const { now } = draft.context;
  const isEarly = run.dueAt > now || why === 'previousEmpty';
  const dueAt = isEarly ? now : run.dueAt;
  const lateMs = now - dueAt;
  const recipients = recipientsOf(draft, step);
  const common = { round: run.round, step: run.nextStep, dueAt, lateMs };
  if (recipients.length === 0) {
    const hasName = peopleOf(step, draft.context.targets).length > 0;
    draft.emit(
      {
        type: 'stepSkipped',
        ...common,
        nextAt: afterEmpty(draft, run.nextStep),
        why: hasName ? 'noWorkingNumber' : 'nobodyOnCall',
        wanted: step.targets.map((each) => each.target),
      },
      CORE,
    );
    draft.emit({ type: 'alarmRaised', kind: 'stepEmpty', step: common.step }, CORE);
    return false;
  }
  // A late P2 begins its windows now; a late P1 keeps the times it had, so that all that is overdue fires in order.
  const base = run.tier !== 'P1' && lateMs > TIMING.onTimeMs ? now : dueAt;
  draft.emit(
    {
      type: 'stepFired',
      ...common,
      isLastResort: run.isLastResort,
      recipients,
      nextAt: windowEnd(run.ladder, run.nextStep, run.isLastResort, base),
      why,
    },
    draft.context.by,
  );
  notify(draft, recipients, common);
  return true;
}

/** When the window of a step ends: the next step's time, or the last window. */
function windowEnd(ladder: Ladder, step: number, isLastResort: boolean, base: Instant): Instant {
  const following = isLastResort ? undefined : ladder.steps[step + 1];
  return base + minutes(following ? following.afterPreviousMin : ladder.lastWindowMin);
}

/** After an empty step the next is due now; after an empty last step the window of those already reached begins now. */
function afterEmpty(draft: Draft, step: number): Instant {
  const run = draft.state.ladder;
  const { now } = draft.context;
  if (!run) return now;
  const isLast = run.isLastResort || step + 1 >= run.ladder.steps.length;
  return isLast && run.reachedInRound > 0 ? now + minutes(run.ladder.lastWindowMin) : now;
}

function recipientsOf(draft: Draft, step: LadderStep): readonly StepRecipient[] {
  return peopleOf(step, draft.context.targets)
    .filter(({ candidate }) => canReach(candidate))
    .map(({ candidate, as, channels, whateverElse }) => ({
      responderId: candidate.responderId,
      name: candidate.name,
      company: candidate.company,
      phone: candidate.phone,
      language: candidate.language,
      as,
      channels: candidate.isAtDesk ? ['deskAlarm'] : channels,
      whateverElse,
      code: codeFor(draft.state, candidate.responderId, candidate.openCodes),
    }));
}

/** Writes the messages of a fired step, raises the desk alarm, plans the call by hand, tells the resident. */
function notify(
  draft: Draft,
  recipients: readonly StepRecipient[],
  at: { readonly round: number; readonly step: number; readonly lateMs: number },
): void {
  for (const recipient of recipients) {
    if (recipient.channels.includes('deskAlarm')) {
      draft.emit({ type: 'alarmRaised', kind: 'deskStep', step: at.step }, CORE);
      continue;
    }
    const { phone } = recipient;
    if (phone === null) continue;
    sendStep(draft, { ...recipient, phone }, openCodesOf(draft, recipient).length > 0, at.round, at.step, at.lateMs);
    if (recipient.channels.includes('voice') && !draft.context.hasVoice && draft.state.tier === 'P1') {
      const { responderId, name } = recipient;
      draft.emit(
        { type: 'callByHandPlanned', responderId, name, phone, dueAt: draft.context.now + TIMING.callByHandAfterMs },
        CORE,
      );
    }
  }
  if (!(at.step === 0 && at.round === 1)) tellResident(draft, 'stepping');
}

function openCodesOf(draft: Draft, recipient: StepRecipient): readonly string[] {
  const candidates: readonly Candidate[] = draft.context.targets[targetKey(recipient.as)] ?? [];
  return candidates.find((each) => each.responderId === recipient.responderId)?.openCodes ?? [];
}

/** The steps marked *whatever else*, after an acknowledgement: only the targets so marked. */
export function fireWhateverElse(draft: Draft, stepIndex: number): void {
  const run = draft.state.ladder;
  const step = run?.ladder.steps[stepIndex];
  const planned = run?.whateverElse.find((each) => each.step === stepIndex);
  if (!run || !step || !planned) return;
  const { now } = draft.context;
  const recipients = recipientsOf(draft, { ...step, targets: step.targets.filter((each) => each.whateverElse) });
  const at = { round: run.round, step: stepIndex, lateMs: Math.max(0, now - planned.dueAt) };
  draft.emit({
    type: 'stepFired',
    ...at,
    dueAt: planned.dueAt,
    isLastResort: false,
    recipients,
    nextAt: now,
    why: 'whateverElse',
  });
  if (recipients.length === 0) draft.emit({ type: 'alarmRaised', kind: 'stepEmpty', step: stepIndex }, CORE);
  for (const recipient of recipients) {
    if (recipient.phone !== null)
      sendStep(draft, { ...recipient, phone: recipient.phone }, false, at.round, at.step, at.lateMs);
  }
}

/** Nobody answered: alarm, and a new round; after the rounds, the last resort until a person acts. */
export function goUnanswered(draft: Draft): void {
  const run = draft.state.ladder;
  if (!run) return;
  draft.emit({ type: 'unanswered', round: run.round }, CORE);
  draft.emit({ type: 'alarmRaised', kind: 'unanswered', step: null }, CORE);
  const waiting = draft.state.ladder;
  if (waiting && waiting.dueAt <= draft.context.now) startRound(draft);
}

/** Begins the next round with freshly resolved targets. */
export function startRound(draft: Draft): void {
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
  fireDue(draft, 'due');
}

/**
 * The step whose window runs has ended early when nobody it reached can still answer: every message failed for good,
 * or everybody declined. If one of several is still possible the window runs on.
 */
export function isStepSpent(draft: Draft): 'no' | 'failed' | 'declined' {
  const { ladder, notified, messages } = draft.state;
  const current = ladder?.current;
  if (!ladder || !current || (ladder.waitsFor !== 'step' && ladder.waitsFor !== 'lastWindow')) return 'no';
  let declined = 0;
  for (const recipient of current.recipients) {
    if (recipient.channels.includes('deskAlarm')) return 'no';
    if (notified.find((each) => each.recipient.responderId === recipient.responderId)?.hasDeclined) {
      declined += 1;
      continue;
    }
    const own = messages.filter(
      (each) =>
        each.purpose === 'step' &&
        each.round === ladder.round &&
        each.step === current.step &&
        each.to.kind === 'responder' &&
        each.to.responderId === recipient.responderId,
    );
    if (!own.every((each) => each.state === 'failed' || each.state === 'expired')) return 'no';
  }
  return declined > 0 ? 'declined' : 'failed';
}

/** Unsent messages of the given purposes are called back in this same transaction. */
export function cancelUnsent(
  draft: Draft,
  reason: string,
  isMeant: (purpose: string, to: 'responder' | 'resident') => boolean,
): void {
  for (const message of draft.state.messages) {
    if (!isUnsent(message) || !isMeant(message.purpose, message.to.kind)) continue;
    draft.emit(
      {
        type: 'messageState',
        key: message.key,
        state: 'cancelled',
        attempt: message.attempt,
        gateway: null,
        reason,
        isPossiblyTwice: false,
        nextAt: null,
      },
      CORE,
    );
  }
}
