import { assertNever, type Instant } from '#shared/contract';
import { minutes, TIMING } from '#shared/escalation';
import type { EventOf, StepRecipient } from './events.ts';
import { withoutCall } from './evolve-calls.ts';
import { type IncidentState, type LadderRun, lastingAlarms, type Message, type Notified } from './state.ts';

type LadderEvent = EventOf<
  | 'dispatched'
  | 'ladderChanged'
  | 'jumped'
  | 'roundStarted'
  | 'stepFired'
  | 'stepSkipped'
  | 'stepHeld'
  | 'unanswered'
  | 'declined'
  | 'stoodDown'
>;

/** Folds what happens to the ladder itself. */
export function foldLadder(state: IncidentState, event: LadderEvent): IncidentState {
  switch (event.type) {
    case 'dispatched':
      return {
        ...state,
        status: 'running',
        holder: null,
        ladder: beginLadder(state, event),
        alarms: lastingAlarms(state),
      };
    case 'ladderChanged':
      return withLadder(state, (run) => change(run, event, state.hold?.since ?? event.at));
    case 'jumped':
      return withLadder(state, (run) => jump(run, event));
    case 'roundStarted':
      return withLadder(state, (run) => ({
        ...run,
        round: event.round,
        isLastResort: event.isLastResort,
        nextStep: 0,
        waitsFor: 'step',
        dueAt: event.firstStepAt,
        current: null,
        roundStartedAt: event.at,
        reachedInRound: 0,
        declinedInRound: [],
        hasAlarmedDesk: false,
        heldUntilAt: null,
      }));
    case 'stepFired':
      return {
        ...withLadder(state, (run) => fire(run, event)),
        notified: addNotified(state.notified, event.recipients, event.at),
      };
    case 'stepSkipped':
      return skip(state, event);
    case 'stepHeld':
      if (event.isVendor)
        return state.vendor ? { ...state, vendor: { ...state.vendor, heldUntilAt: event.untilAt } } : state;
      if (event.step === null)
        return state.holder ? { ...state, holder: { ...state.holder, heldUntilAt: event.untilAt } } : state;
      return withLadder(state, (run) => hold(run, event));
    case 'unanswered':
      return goUnanswered(state, event);
    case 'declined':
      return {
        ...withLadder(withoutCall(state, event.responderId), (run) => ({
          ...run,
          declinedInRound: [...run.declinedInRound, event.responderId],
        })),
        holder: state.holder?.responderId === event.responderId ? null : state.holder,
        notified: state.notified.map((each) =>
          each.recipient.responderId === event.responderId ? { ...each, hasDeclined: true } : each,
        ),
      };
    case 'stoodDown':
      return {
        ...withLadder(withoutCall(state, event.responderId), (run) => standDown(run, event.responderId)),
        notified: state.notified.map((each) =>
          each.recipient.responderId === event.responderId ? { ...each, hasDeclined: true } : each,
        ),
      };
    default:
      return assertNever(event, 'ladder event');
  }
}

/** Nobody was reached who could answer; those told for information have been told all the same. */
function skip(state: IncidentState, event: EventOf<'stepSkipped'>): IncidentState {
  const { copies = [], declined = [] } = event;
  const skipped = withLadder(state, (run) => ({
    ...next(run, event.step, event.nextAt),
    log: [...run.log, { ...event, isLastResort: run.isLastResort, recipients: copies, wasSkipped: true, declined }],
  }));
  return { ...skipped, notified: addNotified(state.notified, copies, event.at) };
}

/** What is left of the ladder is another one. The window of the last step, where none comes after it, or the next step's. */
function change(run: LadderRun, event: EventOf<'ladderChanged'>, now: Instant): LadderRun {
  const isClimbing = run.waitsFor === 'step' || run.waitsFor === 'lastWindow';
  const hasNext = run.nextStep < event.ladder.steps.length;
  return {
    ...run,
    ladder: event.ladder,
    isForThisOnly: true,
    waitsFor: isClimbing ? (hasNext ? 'step' : 'lastWindow') : run.waitsFor,
    dueAt: event.dueAt,
    heldUntilAt: event.dueAt > now ? null : run.heldUntilAt,
  };
}

/** What the steps that were passed over wake whatever else keeps the time it would have had. */
function jump(run: LadderRun, event: EventOf<'jumped'>): LadderRun {
  const passed = stepsToCome(run).filter(
    ({ step, isWhateverElse }) =>
      step < event.step && isWhateverElse && run.whateverElse.every((each) => each.step !== step),
  );
  return {
    ...run,
    nextStep: event.step,
    waitsFor: 'step',
    dueAt: event.at,
    heldUntilAt: null,
    deskUntilAt: null,
    whateverElse: [...run.whateverElse, ...passed.map(({ step, dueAt }) => ({ step, dueAt, heldUntilAt: null }))],
  };
}

/** The steps that have not fired in this round, with the time of each if nothing happens before. */
export function stepsToCome(
  run: LadderRun,
): readonly { readonly step: number; readonly dueAt: number; readonly isWhateverElse: boolean }[] {
  let dueAt = run.dueAt;
  return run.ladder.steps.flatMap(({ afterPreviousMin, targets }, step) => {
    if (step < run.nextStep) return [];
    if (step > run.nextStep) dueAt += minutes(afterPreviousMin);
    return [{ step, dueAt, isWhateverElse: targets.some((each) => each.whateverElse) }];
  });
}

/** Not awaited any more, and not asked again in this round. */
function standDown(run: LadderRun, responderId: string): LadderRun {
  const recipients = run.current?.recipients.filter((each) => each.responderId !== responderId) ?? [];
  return {
    ...run,
    current: run.current && { ...run.current, recipients },
    declinedInRound: [...run.declinedInRound, responderId],
  };
}

/** A very late step waits for a person. After an acknowledgement it can only be one that fires whatever else. */
function hold(run: LadderRun, event: EventOf<'stepHeld'>): LadderRun {
  // Before an acknowledgement, too, where a jump passed it over.
  const isPassedOver = event.step !== run.nextStep && run.whateverElse.some((each) => each.step === event.step);
  if (run.waitsFor !== 'nothing' && !isPassedOver) return { ...run, heldUntilAt: event.untilAt };
  const whateverElse = run.whateverElse.map((each) =>
    each.step === event.step ? { ...each, heldUntilAt: event.untilAt } : each,
  );
  return { ...run, whateverElse };
}

/** A P3 that nobody took waits for the morning; everything else begins a new round. */
function goUnanswered(state: IncidentState, event: EventOf<'unanswered'>): IncidentState {
  const isForMorning = state.tier === 'P3';
  return {
    ...withLadder(state, (run) => ({
      ...run,
      waitsFor: isForMorning ? 'nothing' : 'round',
      dueAt: nextRoundAt(run, state.messages, event),
      current: null,
      heldUntilAt: null,
      deskUntilAt: null,
    })),
    status: isForMorning ? 'morning' : 'unanswered',
  };
}

function withLadder(state: IncidentState, edit: (run: LadderRun) => LadderRun): IncidentState {
  return state.ladder ? { ...state, ladder: edit(state.ladder) } : state;
}

function beginLadder(state: IncidentState, event: EventOf<'dispatched'>): LadderRun {
  const nextStep = event.firstStep ?? 0;
  const goesOn = nextStep > 0;
  const waitMin = goesOn ? 0 : (event.ladder.steps[0]?.afterPreviousMin ?? 0);
  const before = goesOn && state.ladder?.tier === event.tier ? state.ladder : null;
  return {
    seq: (state.ladder?.seq ?? 0) + 1,
    tier: event.tier,
    policyId: event.policyId,
    policyName: event.policyName,
    policyVersion: event.policyVersion,
    ladder: event.ladder,
    isForThisOnly: event.isForThisOnly ?? false,
    startedAt: event.at,
    round: 1,
    isLastResort: false,
    waitsFor: 'step',
    nextStep,
    dueAt: event.at + minutes(waitMin),
    current: null,
    roundStartedAt: event.at,
    reachedInRound: 0,
    // Whoever passed it on before it was stopped has answered for the steps that are left, too.
    declinedInRound: before?.declinedInRound ?? [],
    hasAlarmedDesk: false,
    firstMessage: state.messages.length,
    heldUntilAt: null,
    deskUntilAt: null,
    // What a jump had passed over is owed still; what comes after climbs again.
    whateverElse: before?.whateverElse.filter(({ step }) => step < Math.min(before.nextStep, nextStep)) ?? [],
    log: state.ladder?.log ?? [],
  };
}

function fire(run: LadderRun, event: EventOf<'stepFired'>): LadderRun {
  const log = [...run.log, { ...event, wasSkipped: false, declined: [] }];
  if (event.why === 'added' && run.waitsFor === 'nothing') return { ...run, log };
  if (event.why === 'scheduleCorrected' || event.why === 'added') return addToStep(run, event, log);
  if (event.why === 'whateverElse')
    return { ...run, log, whateverElse: run.whateverElse.filter((each) => each.step !== event.step) };
  const awaited = awaitedOf(event.recipients);
  const isAtDesk = awaited.some((each) => each.channels.includes('deskAlarm'));
  // Whoever was texted beside the desk has the whole window to answer.
  const isDeskAlone = isAtDesk && awaited.every((each) => each.channels.includes('deskAlarm'));
  return {
    ...next(run, event.step, event.nextAt),
    log,
    current: { step: event.step, recipients: awaited, firedAt: event.at },
    reachedInRound: run.reachedInRound + 1,
    hasAlarmedDesk: run.hasAlarmedDesk || isAtDesk,
    deskUntilAt: isDeskAlone ? event.at + TIMING.deskUntouchedMs : null,
  };
}

/** Notified beside those of a step that has fired: its window goes on, and they are awaited like the others. */
function addToStep(run: LadderRun, { step, recipients, at }: EventOf<'stepFired'>, log: LadderRun['log']): LadderRun {
  const current = run.current ?? { step, recipients: [], firedAt: at };
  return {
    ...run,
    log,
    current: { ...current, recipients: [...current.recipients, ...awaitedOf(recipients)] },
    reachedInRound: Math.max(1, run.reachedInRound),
  };
}

function next(run: LadderRun, step: number, nextAt: number): LadderRun {
  const isLast = run.isLastResort || step + 1 >= run.ladder.steps.length;
  return {
    ...run,
    nextStep: step + 1,
    waitsFor: isLast ? 'lastWindow' : 'step',
    dueAt: nextAt,
    heldUntilAt: null,
    deskUntilAt: null,
  };
}

/** When the next round begins: at once; after 5 minutes where no message left; every 15 minutes as a last resort. */
function nextRoundAt(run: LadderRun, messages: readonly Message[], event: EventOf<'unanswered'>): number {
  if (run.isLastResort) return Math.max(event.at, run.roundStartedAt + TIMING.lastResortEveryMs);
  const hasLeft = stepMessagesOf(run, messages).some((each) => hasPerhapsLeft(each));
  return hasLeft || run.hasAlarmedDesk ? event.at : Math.max(event.at, run.roundStartedAt + TIMING.emptyRoundPauseMs);
}

/** The step messages of the round that runs. Rounds and steps are numbered anew by each ladder, so older ones are left out. */
export function stepMessagesOf(run: LadderRun, messages: readonly Message[]): readonly Message[] {
  const isOfStep = ({ purpose }: Message): boolean => purpose === 'step' || purpose === 'call';
  return messages.slice(run.firstMessage).filter((each) => isOfStep(each) && each.round === run.round);
}

/** Taken by a gateway, or its answer was lost: somebody may be reading it. */
export function hasPerhapsLeft({ state }: Message): boolean {
  return state === 'accepted' || state === 'unconfirmed' || state === 'delivered' || state === 'unknown';
}

/** Whoever was notified, with those of this moment as the latest. */
/** Those whose answer a step waits for. */
export function awaitedOf(recipients: readonly StepRecipient[]): readonly StepRecipient[] {
  return recipients.filter((each) => each.isCopy !== true);
}

export function addNotified(
  notified: readonly Notified[],
  recipients: readonly StepRecipient[],
  at: number,
): readonly Notified[] {
  const again = new Set(recipients.map((each) => each.responderId));
  const fresh = recipients.map((recipient) => {
    const known = notified.find((each) => each.recipient.responderId === recipient.responderId);
    const isOnlyInformed = recipient.isCopy === true && known !== undefined;
    return {
      // Whoever was asked before stays asked; a copy for information takes nothing from it.
      recipient: isOnlyInformed ? known.recipient : recipient,
      lastAt: at,
      hasDeclined: isOnlyInformed ? known.hasDeclined : false,
      lastWords: known?.lastWords ?? null,
    };
  });
  return [...notified.filter((each) => !again.has(each.recipient.responderId)), ...fresh];
}
