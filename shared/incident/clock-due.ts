import { assertNever, type ClockKind, type Instant } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { residentText } from '#shared/messages';
import { climbOn, fireNow } from './climb.ts';
import { callToken, clocksOf, opensAgainDueAt, whateverElseToken } from './clocks.ts';
import { reopen } from './close-out.ts';
import { closingNews } from './closing.ts';
import { CORE, type Draft, queueMessage } from './draft.ts';
import { LANES } from './events.ts';
import { fireWhateverElse } from './fire-step.ts';
import { holdOver } from './hold.ts';
import { settlePromise } from './promise.ts';
import { notConfirmed } from './raise.ts';
import { callForEta } from './ring.ts';
import { vendorSilent } from './send-vendor.ts';
import { noSign } from './stale.ts';
import { currentNews, tellResident } from './tell-resident.ts';
import { answerAcceptance, askDone } from './tell-responders.ts';

/**
 * A clock came due. A token that is not pending any more, or not due yet (the wall clock was set back), changes
 * nothing: firing twice is harmless.
 */
export function clockDue(draft: Draft, kind: ClockKind, token: string): void {
  const clock = clocksOf(draft.state).find((each) => each.kind === kind && each.token === token);
  const { now } = draft.context;
  if (!clock || clock.dueAt > now) return;
  const run = draft.state.ladder;
  switch (kind) {
    case 'step':
    case 'round':
    case 'lastWindow':
      if (now - clock.dueAt > TIMING.veryLateMs) {
        // Where a window ends or a round begins, what waits is the first step of the next round.
        return holdVeryLate(draft, kind === 'step' ? (run?.nextStep ?? 0) : 0, clock.dueAt);
      }
      return climbOn(draft);
    case 'late':
      return climbOn(draft);
    case 'whateverElse':
      return whateverElseDue(draft, token);
    case 'deskStep':
      // Its own time is past as well: then everything after it would fire at once.
      if (run && now - clock.dueAt > TIMING.veryLateMs && run.dueAt <= now)
        return holdVeryLate(draft, run.nextStep, run.dueAt);
      return fireNow(draft, 'deskUntouched');
    case 'vendor':
      return vendorSilent(draft);
    case 'hold':
      return holdOver(draft);
    case 'callByHand': {
      const call = draft.state.callsByHand.find((each) => callToken(each) === token);
      if (!call) return;
      const { responderId, name, phone } = call;
      draft.emit({ type: 'callByHandDue', responderId, name, phone }, CORE);
      return draft.emit({ type: 'alarmRaised', kind: 'callByHand', step: null }, CORE);
    }
    case 'noEtaCall':
      return callForEta(draft);
    case 'noEta':
      return openAgain(draft, 'noEta', opensAgainDueAt(draft.state) ?? now);
    case 'eta':
      return openAgain(draft, 'etaMissed', opensAgainDueAt(draft.state) ?? now);
    case 'confirmTier':
      return notConfirmed(draft);
    case 'stale':
      return noSign(draft);
    case 'resolution':
      draft.emit({ type: 'resolutionChecked' }, CORE);
      askDone(draft);
      return draft.emit({ type: 'alarmRaised', kind: 'notResolved', step: null }, CORE);
    case 'sla':
      return draft.emit({ type: 'slaMissed', what: 'acknowledge', dueAt: clock.dueAt }, CORE);
    case 'promise':
      return keepPromise(draft);
    case 'residentText':
      return tellResident(draft, heldNews(draft));
    case 'followUp':
      return askFollowUp(draft);
    default:
      return assertNever(kind, `clock of a ${draft.state.tier}`);
  }
}

function whateverElseDue(draft: Draft, token: string): void {
  const run = draft.state.ladder;
  const planned = run?.whateverElse.find((each) => whateverElseToken(run, each) === token);
  if (!planned) return;
  const isVeryLate = draft.context.now - planned.dueAt > TIMING.veryLateMs;
  if (isVeryLate && planned.heldUntilAt === null) return holdVeryLate(draft, planned.step, planned.dueAt);
  fireWhateverElse(draft, planned.step);
}

/**
 * Nobody came, said when, or answered: the ladder goes on where it had stopped, and whoever was silent is asked once more
 * whether they come. More than two hours late a person decides first.
 */
export function openAgain(
  draft: Draft,
  why: 'noEta' | 'etaMissed' | 'stale' | 'tierNotConfirmed',
  dueAt: Instant,
): void {
  const { holder, alarms } = draft.state;
  if (!holder) return;
  const lateMs = draft.context.now - dueAt;
  if (lateMs > TIMING.veryLateMs && holder.heldUntilAt === null) return holdVeryLate(draft, null, dueAt);
  const wasLateByHours = alarms.some((each) => each.kind === 'lateByHours');
  reopen(draft, why, why === 'noEta' ? '' : holder.name, lateMs);
  draft.emit({ type: 'alarmRaised', kind: why, step: null }, CORE);
  // A ladder that begins ends the alarms of the one before; this one was raised a minute ago.
  if (wasLateByHours) draft.emit({ type: 'alarmRaised', kind: 'lateByHours', step: null }, CORE);
}

/** More than two hours late: the alarm comes first, and a minute for a person to act. */
function holdVeryLate(draft: Draft, step: number | null, dueAt: Instant): void {
  draft.emit({ type: 'stepHeld', step, dueAt, untilAt: draft.context.now + TIMING.veryLateWaitMs }, CORE);
  draft.emit({ type: 'alarmRaised', kind: 'lateByHours', step }, CORE);
}

/**
 * The promised hour has come and nothing has been sent since: the resident hears what is true now, a P2 at night too,
 * because they were told that they would.
 */
function keepPromise(draft: Draft): void {
  const { status } = draft.state;
  if (status === 'morning') settlePromise(draft, false);
  draft.emit({ type: 'promised', byAt: null }, CORE);
  if (status === 'morning') {
    // Morning has come: a person calls, the product does not pretend to.
    return draft.emit({ type: 'alarmRaised', kind: 'promiseDue', step: null }, CORE);
  }
  tellResident(draft, currentNews(draft.state), 'promised');
  // The text above says that an estimate is being asked for.
  const etaAt = draft.state.holder?.etaAt ?? null;
  if (status === 'acknowledged' && etaAt !== null && etaAt <= draft.context.now) answerAcceptance(draft, null);
}

/** What was held back may be out of date: news of a state that has passed is replaced by what is true now. */
function heldNews(draft: Draft): Parameters<typeof tellResident>[1] {
  const { heldResidentText, status, holder, resolution } = draft.state;
  const held = heldResidentText?.purpose;
  if (resolution !== null) return closingNews(resolution.outcome) ?? 'resolved';
  const isEstimateAhead = holder?.etaAt != null && holder.etaAt > draft.context.now;
  if (held === 'delayed' && status === 'acknowledged' && isEstimateAhead) return 'delayed';
  if (held === 'alsoComing' && (draft.state.vendor?.accepted ?? draft.state.head?.beside)) return held;
  if (held === 'receipt' || (held === 'reopened' && status === 'running')) return held;
  return currentNews(draft.state);
}

function askFollowUp(draft: Draft): void {
  const { caller } = draft.state;
  draft.emit({ type: 'followUpAsked' }, CORE);
  if (caller.phone === null || draft.context.isResidentOptedOut) {
    const why = caller.phone === null ? 'noPhone' : 'optedOut';
    return draft.emit({ type: 'residentTextSuppressed', purpose: 'followUp', why }, CORE);
  }
  const text = residentText('followUp', {}, caller.language, draft.context.companyText);
  queueMessage(draft, {
    purpose: 'followUp',
    lane: LANES.resident,
    to: { kind: 'resident', name: caller.name, phone: caller.phone },
    text,
  });
}
