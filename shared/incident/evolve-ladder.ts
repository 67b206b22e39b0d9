import { assertNever } from '#shared/contract';
import { minutes, TIMING } from '#shared/escalation';
import type { EventOf } from './events.ts';
import { withoutCall } from './evolve-calls.ts';
import { type IncidentState, type LadderRun, lastingAlarms, type Message, type Notified } from './state.ts';

type LadderEvent = EventOf<
  'dispatched' | 'roundStarted' | 'stepFired' | 'stepSkipped' | 'stepHeld' | 'unanswered' | 'declined' | 'stoodDown'
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
      return { ...withLadder(state, (run) => fire(run, event)), notified: addNotified(state.notified, event) };
    case 'stepSkipped':
      return withLadder(state, (run) => ({
        ...next(run, event.step, event.nextAt),
        log: [
          ...run.log,
          {
            ...event,
            isLastResort: run.isLastResort,
            recipients: [],
            wasSkipped: true,
            declined: event.declined ?? [],
          },
        ],
      }));
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
  if (run.waitsFor !== 'nothing') return { ...run, heldUntilAt: event.untilAt };
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
  return {
    seq: (state.ladder?.seq ?? 0) + 1,
    tier: event.tier,
    policyName: event.policyName,
    policyVersion: event.policyVersion,
    ladder: event.ladder,
    startedAt: event.at,
    round: 1,
    isLastResort: false,
    waitsFor: 'step',
    nextStep: event.firstStep ?? 0,
    // Where it goes on, the window before is long over.
    dueAt: event.firstStep ? event.at : event.at + minutes(event.ladder.steps[0]?.afterPreviousMin ?? 0),
    current: null,
    roundStartedAt: event.at,
    reachedInRound: 0,
    // Going on is the same round: whoever has passed it on is not asked again in it.
    declinedInRound: event.firstStep ? (state.ladder?.declinedInRound ?? []) : [],
    hasAlarmedDesk: false,
    firstMessage: state.messages.length,
    heldUntilAt: null,
    deskUntilAt: null,
    whateverElse: [],
    log: state.ladder?.log ?? [],
  };
}

function fire(run: LadderRun, event: EventOf<'stepFired'>): LadderRun {
  const log = [...run.log, { ...event, wasSkipped: false, declined: [] }];
  if (event.why === 'added' && run.waitsFor === 'nothing') return { ...run, log };
  if (event.why === 'scheduleCorrected' || event.why === 'added') return addToStep(run, event, log);
  if (event.why === 'whateverElse')
    return { ...run, log, whateverElse: run.whateverElse.filter((each) => each.step !== event.step) };
  const isAtDesk = event.recipients.some((each) => each.channels.includes('deskAlarm'));
  return {
    ...next(run, event.step, event.nextAt),
    log,
    current: { step: event.step, recipients: event.recipients, firedAt: event.at },
    reachedInRound: run.reachedInRound + 1,
    hasAlarmedDesk: run.hasAlarmedDesk || isAtDesk,
    deskUntilAt: isAtDesk ? event.at + TIMING.deskUntouchedMs : null,
  };
}

/** Notified beside those of a step that has fired: its window goes on, and they are awaited like the others. */
function addToStep(run: LadderRun, { step, recipients, at }: EventOf<'stepFired'>, log: LadderRun['log']): LadderRun {
  const current = run.current ?? { step, recipients: [], firedAt: at };
  return {
    ...run,
    log,
    current: { ...current, recipients: [...current.recipients, ...recipients] },
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
  return messages.slice(run.firstMessage).filter((each) => each.purpose === 'step' && each.round === run.round);
}

/** Taken by a gateway, or its answer was lost: somebody may be reading it. */
export function hasPerhapsLeft({ state }: Message): boolean {
  return state === 'accepted' || state === 'unconfirmed' || state === 'delivered' || state === 'unknown';
}

/** Whoever was notified, with those of this event as the latest. */
export function addNotified(
  notified: readonly Notified[],
  event: Pick<EventOf<'stepFired'>, 'recipients' | 'at'>,
): readonly Notified[] {
  const again = new Set(event.recipients.map((each) => each.responderId));
  const fresh = event.recipients.map((recipient) => ({
    recipient,
    lastAt: event.at,
    hasDeclined: false,
    lastWords: notified.find((each) => each.recipient.responderId === recipient.responderId)?.lastWords ?? null,
  }));
  return [...notified.filter((each) => !again.has(each.recipient.responderId)), ...fresh];
}
