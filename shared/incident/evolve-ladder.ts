import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { EventOf } from './events.ts';
import type { IncidentState, LadderRun, Notified } from './state.ts';

type LadderEvent = EventOf<
  'dispatched' | 'roundStarted' | 'stepFired' | 'stepSkipped' | 'stepHeld' | 'unanswered' | 'declined'
>;

/** Folds what happens to the ladder itself. */
export function foldLadder(state: IncidentState, event: LadderEvent): IncidentState {
  switch (event.type) {
    case 'dispatched':
      return { ...state, status: 'running', holder: null, ladder: beginLadder(state, event), alarms: [] };
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
        heldUntilAt: null,
      }));
    case 'stepFired':
      return { ...withLadder(state, (run) => fire(run, event)), notified: addNotified(state.notified, event) };
    case 'stepSkipped':
      return withLadder(state, (run) => ({
        ...next(run, event.step, event.nextAt),
        log: [...run.log, { ...event, isLastResort: run.isLastResort, recipients: [], wasSkipped: true }],
      }));
    case 'stepHeld':
      return withLadder(state, (run) => ({ ...run, heldUntilAt: event.untilAt }));
    case 'unanswered':
      return {
        ...withLadder(state, (run) => ({
          ...run,
          waitsFor: 'round',
          dueAt: nextRoundAt(run, event),
          current: null,
          heldUntilAt: null,
          deskUntilAt: null,
        })),
        status: 'unanswered',
      };
    case 'declined':
      return {
        ...state,
        holder: state.holder?.responderId === event.responderId ? null : state.holder,
        notified: state.notified.map((each) =>
          each.recipient.responderId === event.responderId ? { ...each, hasDeclined: true } : each,
        ),
      };
    default:
      return assertNever(event, 'ladder event');
  }
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
    nextStep: 0,
    dueAt: event.at + (event.ladder.steps[0]?.afterPreviousMin ?? 0) * 60_000,
    current: null,
    roundStartedAt: event.at,
    reachedInRound: 0,
    heldUntilAt: null,
    deskUntilAt: null,
    whateverElse: [],
    log: state.ladder?.log ?? [],
  };
}

function fire(run: LadderRun, event: EventOf<'stepFired'>): LadderRun {
  const log = [...run.log, { ...event, wasSkipped: false }];
  if (event.why === 'whateverElse')
    return { ...run, log, whateverElse: run.whateverElse.filter((each) => each.step !== event.step) };
  const isAtDesk = event.recipients.some((each) => each.channels.includes('deskAlarm'));
  return {
    ...next(run, event.step, event.nextAt),
    log,
    current: { step: event.step, recipients: event.recipients, firedAt: event.at },
    reachedInRound: run.reachedInRound + 1,
    deskUntilAt: isAtDesk ? event.at + TIMING.deskUntouchedMs : null,
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
function nextRoundAt(run: LadderRun, event: EventOf<'unanswered'>): number {
  if (run.isLastResort) return Math.max(event.at, run.roundStartedAt + TIMING.lastResortEveryMs);
  return run.reachedInRound > 0 ? event.at : Math.max(event.at, run.roundStartedAt + TIMING.emptyRoundPauseMs);
}

function addNotified(notified: readonly Notified[], event: EventOf<'stepFired'>): readonly Notified[] {
  const again = new Set(event.recipients.map((each) => each.responderId));
  const fresh = event.recipients.map((recipient) => ({ recipient, lastAt: event.at, hasDeclined: false }));
  return [...notified.filter((each) => !again.has(each.recipient.responderId)), ...fresh];
}
