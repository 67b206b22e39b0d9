import type { Channel, Instant, Ladder, LadderStep } from '#shared/contract';
import { canReach, LAST_RESORT, minutes, peopleOf, type StepPerson, TIMING, targetKey } from '#shared/escalation';
import { CORE, type Draft } from './draft.ts';
import type { EventOf, OldCopy, StepRecipient } from './events.ts';
import { awaitedOf } from './evolve-ladder.ts';
import { ring } from './ring.ts';
import { isComingVendor, type LadderRun } from './state.ts';
import { isStepSpent } from './step-spent.ts';
import { sendCopy } from './tell-copy.ts';
import { codeFor, sendStep } from './tell-responders.ts';

export type Why = EventOf<'stepFired'>['why'];

/** The step that fires next; undefined where the ladder has none left, or has none at all. */
export function nextStepOf(run: LadderRun): LadderStep | undefined {
  return run.isLastResort ? LAST_RESORT : run.ladder.steps[run.nextStep];
}

/** Fires the next step. Targets are resolved here. Returns why the step after it fires, if that is due at once. */
export function fireStep(draft: Draft, why: Why): Why {
  const run = draft.state.ladder;
  const step = run && nextStepOf(run);
  if (!run || !step) return 'previousEmpty';
  const { now } = draft.context;
  const dueAt = Math.min(run.dueAt, now);
  const at: StepMoment = { round: run.round, step: run.nextStep, dueAt, lateMs: now - dueAt };
  const reachable = recipientsOf(draft, step);
  const awaited = awaitedOf(reachable);
  const recipients = awaited.filter((each) => !run.declinedInRound.includes(each.responderId));
  const copies = reachable.filter((each) => each.isCopy === true);
  if (recipients.length === 0) return skip(draft, run, step, at, { declined: awaited, copies });
  draft.emit({
    type: 'stepFired',
    ...at,
    isLastResort: run.isLastResort,
    recipients: [...recipients, ...copies],
    nextAt: windowEnd(run, at, now),
    why,
    ...goneBy(draft, step),
  });
  notify(draft, [...recipients, ...copies], at);
  return 'due';
}

/** The copies a step went by, where it is aimed at whoever is on call. */
function goneBy({ context }: Draft, step: LadderStep): { readonly oldCopies?: readonly OldCopy[] } {
  const isByCalendar = step.targets.some(({ target }) => target.kind === 'onCall');
  return isByCalendar && context.oldCopies.length > 0 ? { oldCopies: context.oldCopies } : {};
}

export type StepMoment = {
  readonly round: number;
  readonly step: number;
  readonly dueAt: Instant;
  readonly lateMs: number;
};

type Reached = { readonly declined: readonly StepRecipient[]; readonly copies: readonly StepRecipient[] };

/**
 * Nobody can be reached, or all have declined: logged, and the next step takes its place at the time this one had. That
 * nobody can be reached alarms the desk; that everybody has answered, or that nobody was to, does not.
 */
function skip(draft: Draft, run: LadderRun, step: LadderStep, at: StepMoment, reached: Reached): Why {
  const { now, targets } = draft.context;
  const { declined, copies } = reached;
  const hasDeclined = declined.length > 0;
  const hasName = peopleOf(step, targets).some((each) => !each.isCopy);
  const informsOnly = step.targets.every((each) => each.isCopy === true);
  const isLast = run.isLastResort || run.nextStep + 1 >= run.ladder.steps.length;
  // After an empty last step the window of those already reached begins now, unless they have all declined.
  const isAwaited = isLast && run.reachedInRound > 0 && !(hasDeclined && isStepSpent(draft.state) !== 'no');
  draft.emit(
    {
      type: 'stepSkipped',
      ...at,
      nextAt: isAwaited ? now + minutes(run.ladder.lastWindowMin) : at.dueAt,
      why: hasDeclined ? 'declined' : informsOnly ? 'copiesOnly' : hasName ? 'noWorkingNumber' : 'nobodyOnCall',
      wanted: step.targets.filter((each) => informsOnly || each.isCopy !== true).map((each) => each.target),
      ...(copies.length > 0 && { copies }),
      ...goneBy(draft, step),
      ...(hasDeclined && {
        declined: declined.map(({ responderId, name, as, channels }) => ({ responderId, name, as, channels })),
      }),
    },
    CORE,
  );
  notify(draft, copies, at);
  if (hasDeclined) return 'previousDeclined';
  if (!informsOnly) draft.emit({ type: 'alarmRaised', kind: 'stepEmpty', step: at.step }, CORE);
  return 'previousEmpty';
}

/**
 * When the window of a step ends: the next step's time, or the last window. A late P1 keeps the times it had, so that
 * all that is overdue fires in order; a late P2 begins its windows now. The last window always begins now: whoever is
 * woken late has as long to answer as anybody.
 */
function windowEnd(run: LadderRun, at: StepMoment, now: Instant): Instant {
  const ladder: Ladder = run.ladder;
  const following = run.isLastResort ? undefined : ladder.steps[at.step + 1];
  if (!following) return now + minutes(ladder.lastWindowMin);
  const isOnTime = at.lateMs <= TIMING.onTimeMs;
  return (run.tier === 'P1' || isOnTime ? at.dueAt : now) + minutes(following.afterPreviousMin);
}

export function recipientsOf(draft: Draft, step: LadderStep): readonly StepRecipient[] {
  return peopleOf(step, draft.context.targets)
    .filter(({ candidate, isCopy }) => (isCopy ? candidate.phone !== null && !candidate.isAtDesk : canReach(candidate)))
    .map((person) => asRecipient(draft, person));
}

type Asked = Omit<StepPerson, 'isCopy' | 'afterMin'> & Partial<Pick<StepPerson, 'isCopy' | 'afterMin'>>;

/** Somebody as they are reached now. */
export function asRecipient(draft: Draft, person: Asked): StepRecipient {
  const { candidate, as, channels, whateverElse, isCopy = false, afterMin = {} } = person;
  return {
    responderId: candidate.responderId,
    name: candidate.name,
    company: candidate.company,
    phone: candidate.phone,
    language: candidate.language,
    as,
    channels: candidate.isAtDesk ? ['deskAlarm'] : heardThrough(draft, channels),
    whateverElse,
    ...(isCopy && { isCopy }),
    ...(!candidate.isAtDesk && Object.keys(afterMin).length > 0 && { afterMin }),
    code: codeFor(draft.state, candidate),
  };
}

/** Without a gateway for calls none is made by itself: a person is asked to make it, beside the text. */
function heardThrough({ context }: Draft, channels: readonly Channel[]): StepRecipient['channels'] {
  if (context.hasVoice || !channels.includes('voice')) return channels;
  return ['sms', 'byHand'];
}

/** Writes the messages of a fired step, raises the desk alarm, plans the call by hand. */
export function notify(draft: Draft, recipients: readonly StepRecipient[], at: StepMoment): void {
  for (const recipient of recipients) {
    if (recipient.isCopy) {
      sendCopy(draft, recipient, at);
      continue;
    }
    if (recipient.channels.includes('deskAlarm')) {
      draft.emit({ type: 'alarmRaised', kind: 'deskStep', step: at.step }, CORE);
      continue;
    }
    const { responderId, name, phone } = recipient;
    if (phone === null) continue;
    if (recipient.channels.includes('sms'))
      sendStep(draft, { ...recipient, phone }, hasOthersOpen(draft, recipient), at.round, at.step, at.lateMs);
    if (recipient.channels.includes('voice')) ring(draft, { ...recipient, phone }, at);
    if (recipient.channels.includes('byHand')) {
      const afterMin = recipient.afterMin?.voice;
      const dueAt = draft.context.now + (afterMin === undefined ? TIMING.callByHandAfterMs : minutes(afterMin));
      draft.emit({ type: 'callByHandPlanned', responderId, name, phone, dueAt }, CORE);
    }
  }
}

function hasOthersOpen({ context }: Draft, recipient: StepRecipient): boolean {
  const candidates = context.targets[targetKey(recipient.as)] ?? (context.person ? [context.person] : []);
  const candidate = candidates.find((each) => each.responderId === recipient.responderId);
  return (candidate?.openCodes.length ?? 0) > 0;
}

/** The steps marked *whatever else*, after an acknowledgement or passed over: only the targets so marked, and not who has it. */
export function fireWhateverElse(draft: Draft, stepIndex: number): void {
  const run = draft.state.ladder;
  const step = run?.ladder.steps[stepIndex];
  const planned = run?.whateverElse.find((each) => each.step === stepIndex);
  if (!run || !step || !planned) return;
  const { now } = draft.context;
  const reachable = recipientsOf(draft, { ...step, targets: step.targets.filter((each) => each.whateverElse) });
  // Who has it or comes as a vendor knows, and who passed it on in this round has answered.
  const knows = (id: string): boolean =>
    id === draft.state.holder?.responderId || isComingVendor(draft.state, id) || run.declinedInRound.includes(id);
  const recipients = reachable.filter(({ responderId }) => !knows(responderId));
  const lateMs = Math.max(0, now - planned.dueAt);
  const at: StepMoment = { round: run.round, step: stepIndex, dueAt: planned.dueAt, lateMs };
  draft.emit({ type: 'stepFired', ...at, isLastResort: false, recipients, nextAt: now, why: 'whateverElse' });
  if (reachable.length === 0) draft.emit({ type: 'alarmRaised', kind: 'stepEmpty', step: stepIndex }, CORE);
  notify(draft, recipients, at);
}
