import { assertNever } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { answerCall, settleCall } from './answer-call.ts';
import { cancelUnsent } from './cancel-unsent.ts';
import { changeLadder, wakesNobody } from './change-ladder.ts';
import { endFailedStep, fireNow, startLadder } from './climb.ts';
import { clockDue } from './clock-due.ts';
import { changeTier, closeOut, reopen } from './close-out.ts';
import type { DecideContext, Decision, IncidentCommand } from './commands.ts';
import { correctSchedule } from './correct-schedule.ts';
import { beginDraft, CORE, type Draft, queueMessage } from './draft.ts';
import { LANES, type MessageState } from './events.ts';
import { rises } from './evolve-messages.ts';
import { follow } from './follow.ts';
import { hearResident } from './hear-resident.ts';
import { dropHold } from './hold.ts';
import { jumpTo } from './jump.ts';
import { addPart, leaveHead, link, removePart, unlink } from './link.ts';
import { actMeanwhile, refusedByName } from './meanwhile.ts';
import { cancelMessage, retryMessage } from './message-acts.ts';
import { settlePromise } from './promise.ts';
import { refusalOf } from './refusal-of.ts';
import { refuse } from './refusals.ts';
import { returnMessage } from './return-message.ts';
import { rewordMessage } from './reword-message.ts';
import { callByHandNow } from './ring.ts';
import { acceptVendor } from './send-vendor.ts';
import type { IncidentState, Message } from './state.ts';
import { arrive, comesBeside, decline, setEta, take, takeAgain, takeReply } from './take.ts';
import { tellLifeSafety, tellResident } from './tell-resident.ts';
import { responderLane } from './tell-responders.ts';
import { markTriage } from './triage-review.ts';

/**
 * What a command does to an incident: events, or a refusal. Pure: the same values always give the same answer.
 * @param state null when there is no such incident yet.
 */
export function decide(state: IncidentState | null, command: IncidentCommand, context: DecideContext): Decision {
  if (command.type === 'open') {
    if (command.ladder && command.facts.tier !== 'P3' && wakesNobody(command.ladder)) return refuse('nobodyWoken');
    return state ? refuse('alreadyOpen') : open(command, context);
  }
  if (!state) return refuse('notFound');
  // Figures come from the marks alone, so that each has a name is a rule and not a matter of the window.
  const isNameless = command.type === 'markTriage' && context.by.kind !== 'staff';
  const refusal = isNameless
    ? 'markWithoutName'
    : (refusalOf(state, command) ?? refusedByName(state, command, context));
  if (refusal) return refuse(refusal);
  const draft = beginDraft(state, context);
  carryOut(draft, command);
  return { ok: true, events: draft.events };
}

function open(command: Extract<IncidentCommand, { type: 'open' }>, context: DecideContext): Decision {
  const { incidentId, number, facts } = command;
  const draft = beginDraft(null, context, { type: 'reported', incidentId, number, ...facts });
  tellLifeSafety(draft);
  startLadder(draft, 'report', command.ladder ? { ladder: command.ladder } : {});
  tellResident(draft, facts.tier === 'P3' ? 'morning' : 'receipt');
  return { ok: true, events: draft.events };
}

function carryOut(draft: Draft, command: Exclude<IncidentCommand, { type: 'open' }>): void {
  switch (command.type) {
    case 'clockDue':
      return clockDue(draft, command.kind, command.token);
    case 'settleMessage':
      return settleMessage(draft, command);
    case 'returnMessage': {
      const lost = returnMessage(draft, command);
      return lost === null ? undefined : settleMessage(draft, lost);
    }
    case 'rewordMessage':
      return rewordMessage(draft, command.key);
    case 'retryMessage':
      return retryMessage(draft, command.key);
    case 'cancelMessage':
      return cancelMessage(draft, command.key);
    case 'settleCall':
      return settleCall(draft, command);
    case 'answerCall':
      return answerCall(draft, command);
    case 'reply':
      return takeReply(draft, command);
    case 'acknowledgeFor':
      return acknowledgeFor(draft, command);
    case 'declineFor':
      return decline(draft, {
        responderId: command.responderId,
        name: command.name,
        how: 'onBehalf',
        words: command.words,
      });
    case 'escalateNow':
      dropHold(draft, 'byHand');
      return fireNow(draft, 'byHand');
    case 'jumpTo':
      return jumpTo(draft, command.step, command.reason);
    case 'changeLadder':
      return changeLadder(draft, command.ladder, command.words);
    case 'hold':
    case 'endHold':
    case 'addPerson':
    case 'handOver':
    case 'connect':
    case 'sendVendor':
    case 'standDown':
      return actMeanwhile(draft, command);
    case 'setEta':
      return setEta(draft, command.etaMinutes, 'desk');
    case 'markArrived':
      return draft.state.holder ? arrive(draft, draft.state.holder, 'desk') : undefined;
    case 'resolve':
      return closeOut(draft, command.outcome, command.words, 'desk');
    case 'reopen':
      leaveHead(draft, command.words);
      return reopen(draft, 'coordinator', command.words);
    case 'changeTier':
      return changeTier(draft, command.tier, command.reason);
    case 'link':
      return link(draft, command);
    case 'unlink':
      return unlink(draft, command.reason);
    case 'addPart':
      return addPart(draft, command);
    case 'removePart':
      return removePart(draft, command.partId);
    case 'follow':
      return follow(draft, command);
    case 'writeTo':
      return writeTo(draft, command.to, command.text);
    case 'correctSchedule':
      return correctSchedule(draft);
    case 'answerFollowUp':
      return answerFollowUp(draft, command);
    case 'joinContact':
      return hearResident(draft, command);
    case 'readWords':
      return readWords(draft, command.contactId);
    case 'markTriage':
      return markTriage(draft, command.mark);
    case 'note':
    case 'answerEmergencyCall':
    case 'logCall':
    case 'hearAlarms':
    case 'raiseAlarm':
    case 'moveClock':
      return writeDown(draft, command);
    default:
      return assertNever(command, 'incident command');
  }
}

/** What somebody said to the desk and not to the product: they take it, or they confirm what they were asked. */
function acknowledgeFor(draft: Draft, command: Extract<IncidentCommand, { type: 'acknowledgeFor' }>): void {
  const { holder } = draft.state;
  if (holder?.responderId === command.responderId) return takeAgain(draft, { ...command, how: 'onBehalf' });
  // Where nobody has it they take it, though they were only to stand by: the desk has heard so.
  if (holder && comesBeside(draft.state, command.responderId)) return acceptVendor(draft, command);
  take(draft, { ...command, how: 'onBehalf' });
}

type Fact = Extract<
  IncidentCommand,
  { type: 'note' | 'answerEmergencyCall' | 'logCall' | 'hearAlarms' | 'raiseAlarm' | 'moveClock' }
>;

/** What has happened anyway and is only written down. */
function writeDown(draft: Draft, command: Fact): void {
  switch (command.type) {
    case 'note':
      return draft.emit({ type: 'noted', words: command.words });
    case 'answerEmergencyCall':
      return draft.emit({ type: 'emergencyCallAnswered', answer: command.answer });
    case 'logCall': {
      return logCall(draft, command);
    }
    case 'hearAlarms': {
      const kinds = draft.state.alarms.map((each) => each.kind);
      return kinds.length > 0 ? draft.emit({ type: 'alarmHeard', kinds }) : undefined;
    }
    case 'raiseAlarm':
      return draft.emit({ type: 'alarmRaised', kind: command.kind, step: null });
    case 'moveClock':
      return draft.emit({ type: 'wallClockMoved', deltaMs: command.deltaMs });
    default:
      return assertNever(command, 'fact');
  }
}

/** A first call that nobody answered is made once more, a minute later: two within three minutes. */
function logCall(draft: Draft, command: Extract<IncidentCommand, { type: 'logCall' }>): void {
  const { responderId, name, result } = command;
  const planned = draft.state.callsByHand.find((each) => each.responderId === responderId);
  draft.emit({ type: 'callMade', responderId, name, result });
  if (!planned || planned.attempt > 1 || result === 'reached') return;
  const dueAt = draft.context.now + TIMING.callAgainMs;
  draft.emit({ type: 'callByHandPlanned', responderId, name, phone: planned.phone, dueAt, attempt: 2 }, CORE);
}

/** Opened with nothing unread in it, it is no news. */
function readWords(draft: Draft, contactId: string | null): void {
  const hasUnread = draft.state.residentWords.unread.length > 0;
  if (contactId !== null || hasUnread) draft.emit({ type: 'wordsRead', contactId });
}

/** What became of a message. A step whose every message failed for good has ended: the next fires now. */
function settleMessage(draft: Draft, command: Extract<IncidentCommand, { type: 'settleMessage' }>): void {
  const message = draft.state.messages.find((each) => each.key === command.key);
  if (!message || !rises(message.state, command.state) || isRevival(message, command.state)) return;
  const { key, state, attempt, gateway, reason, isPossiblyTwice, slot } = command;
  const nextAt = message.isCalledBack ? null : command.nextAt;
  const more = { ...(slot !== undefined && { slot }), ...(message.purpose === 'call' && ({ isCall: true } as const)) };
  draft.emit({ type: 'messageState', key, state, attempt, gateway, reason, isPossiblyTwice, nextAt, ...more }, CORE);
  const isLost = state === 'failed' || state === 'expired';
  // A lost answer that will be sent again is the outbox's; one that will not is for a person.
  const isForPerson = state === 'unknown' && nextAt === null;
  const isWanted = draft.state.status !== 'resolved' && !message.isCalledBack;
  if (!isWanted || !(isLost || isForPerson)) return;
  if (message.purpose === 'call') return callByHandNow(draft, message);
  // That somebody was to know of it is no reason to wake the desk.
  if (message.purpose === 'copy') return;
  if (message.to.kind === 'responder' || isLost) {
    draft.emit({ type: 'alarmRaised', kind: isLost ? 'messageFailed' : 'messageUnknown', step: message.step }, CORE);
  }
  if (isLost && message.purpose === 'step') endFailedStep(draft);
}

/** What was called back is not tried again, whatever its last attempt says; that its answer was lost is said once. */
function isRevival({ isCalledBack, state }: Message, to: MessageState): boolean {
  return isCalledBack && (to === 'retrying' || (to === 'unknown' && state === 'unknown'));
}

function writeTo(draft: Draft, to: 'resident' | 'responders', text: string): void {
  const { caller, notified } = draft.state;
  if (to === 'resident' && caller.phone !== null) {
    settlePromise(draft, true);
    queueMessage(draft, {
      purpose: 'manual',
      lane: LANES.resident,
      to: { kind: 'resident', name: caller.name, phone: caller.phone },
      text,
    });
  }
  if (to === 'responders') {
    for (const { recipient } of notified) {
      const { responderId, name, phone } = recipient;
      if (phone !== null)
        queueMessage(draft, {
          purpose: 'manual',
          lane: responderLane(draft.state),
          to: { kind: 'responder', responderId, name, phone },
          text,
        });
    }
  }
}

/** The resident says whether it is fixed. "No" opens it again for a person. */
function answerFollowUp(draft: Draft, command: Extract<IncidentCommand, { type: 'answerFollowUp' }>): void {
  const { isFixed, rating, words, contactId } = command;
  draft.emit({ type: 'contactJoined', contactId, words });
  draft.emit({ type: 'followUpAnswered', isFixed, rating, words });
  if (isFixed || draft.state.status !== 'resolved') return;
  cancelUnsent(draft, 'reopened', () => true);
  leaveHead(draft, words);
  reopen(draft, 'residentNotFixed', words);
  draft.emit({ type: 'alarmRaised', kind: 'residentNotFixed', step: null }, CORE);
}
