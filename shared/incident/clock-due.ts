import { assertNever, type ClockKind } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { residentText } from '#shared/messages';
import { fireDue, fireNow, fireWhateverElse, goUnanswered, startRound } from './climb.ts';
import { clocksOf } from './clocks.ts';
import { reopen } from './close-out.ts';
import { CORE, type Draft, queueMessage } from './draft.ts';
import { LANES } from './events.ts';
import { currentNews, tellResident } from './tell-resident.ts';

/**
 * A clock came due. A token that is not pending any more, or not due yet (the wall clock was set back), changes
 * nothing: firing twice is harmless.
 */
export function clockDue(draft: Draft, kind: ClockKind, token: string): void {
  const clock = clocksOf(draft.state).find((each) => each.kind === kind && each.token === token);
  const { now } = draft.context;
  if (!clock || clock.dueAt > now) return;
  const run = draft.state.ladder;
  const { tier, holder, status } = draft.state;
  switch (kind) {
    case 'step':
    case 'round':
    case 'lastWindow':
      if (now - clock.dueAt > TIMING.veryLateMs) return holdVeryLate(draft, clock.dueAt);
      return advance(draft, kind);
    case 'late':
      return run && run.waitsFor !== 'nothing' ? advance(draft, run.waitsFor) : undefined;
    case 'whateverElse': {
      const due = run?.whateverElse.find((each) => each.dueAt === clock.dueAt);
      return due ? fireWhateverElse(draft, due.step) : undefined;
    }
    case 'deskStep':
      return fireNow(draft, 'deskUntouched');
    case 'callByHand': {
      const call = draft.state.callByHand;
      if (!call) return;
      draft.emit({ type: 'callByHandDue', responderId: call.responderId, name: call.name, phone: call.phone }, CORE);
      return draft.emit({ type: 'alarmRaised', kind: 'callByHand', step: null }, CORE);
    }
    case 'noEtaCall':
      return draft.emit({ type: 'alarmRaised', kind: 'noEta', step: null }, CORE);
    case 'noEta':
      reopen(draft, 'noEta', '');
      return draft.emit({ type: 'alarmRaised', kind: 'noEta', step: null }, CORE);
    case 'eta':
      reopen(draft, 'etaMissed', holder?.name ?? '');
      return draft.emit({ type: 'alarmRaised', kind: 'etaMissed', step: null }, CORE);
    case 'resolution':
      draft.emit({ type: 'resolutionChecked' }, CORE);
      return draft.emit({ type: 'alarmRaised', kind: 'notResolved', step: null }, CORE);
    case 'sla':
      return draft.emit({ type: 'slaMissed', what: 'acknowledge', dueAt: clock.dueAt }, CORE);
    case 'promise':
      return keepPromise(draft);
    case 'residentText':
      return tellResident(draft, status === 'resolved' ? 'resolved' : heldNews(draft));
    case 'followUp':
      return askFollowUp(draft);
    default:
      return assertNever(kind, `clock of a ${tier}`);
  }
}

function advance(draft: Draft, waitsFor: 'step' | 'round' | 'lastWindow'): void {
  switch (waitsFor) {
    case 'step':
      return fireDue(draft, 'due');
    case 'lastWindow':
      return goUnanswered(draft);
    case 'round':
      return startRound(draft);
  }
}

/** More than two hours late: the alarm comes first, and a minute for a person to act. */
function holdVeryLate(draft: Draft, dueAt: number): void {
  draft.emit(
    {
      type: 'stepHeld',
      step: draft.state.ladder?.nextStep ?? 0,
      dueAt,
      untilAt: draft.context.now + TIMING.veryLateWaitMs,
    },
    CORE,
  );
  draft.emit({ type: 'alarmRaised', kind: 'lateByHours', step: draft.state.ladder?.nextStep ?? null }, CORE);
}

/** The promised hour has come and nothing has been sent since: the resident hears what is true now. */
function keepPromise(draft: Draft): void {
  const { status } = draft.state;
  draft.emit({ type: 'promised', byAt: null }, CORE);
  if (status === 'morning') {
    // Morning has come: a person calls, the product does not pretend to.
    return draft.emit({ type: 'alarmRaised', kind: 'promiseDue', step: null }, CORE);
  }
  if (draft.state.tier !== 'P1' && (status === 'running' || status === 'unanswered')) {
    return draft.emit({ type: 'alarmRaised', kind: 'promiseDue', step: null }, CORE);
  }
  tellResident(draft, currentNews(draft.state));
}

/** What was held back may be out of date: news of a state that has passed is replaced by what is true now. */
function heldNews(draft: Draft): Parameters<typeof tellResident>[1] {
  const held = draft.state.heldResidentText?.purpose;
  if (held === 'delayed' && draft.state.status === 'acknowledged') return 'delayed';
  if (held === 'receipt' || (held === 'reopened' && draft.state.status === 'running')) return held;
  return currentNews(draft.state);
}

function askFollowUp(draft: Draft): void {
  const { caller } = draft.state;
  draft.emit({ type: 'followUpAsked' }, CORE);
  if (caller.phone === null || draft.context.isResidentOptedOut) return;
  const text = residentText('followUp', {}, caller.language);
  queueMessage(draft, {
    purpose: 'followUp',
    lane: LANES.resident,
    to: { kind: 'resident', name: caller.name, phone: caller.phone },
    text,
  });
}
