import { assertNever, type BothLanguages } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { cancelUnsent } from './cancel-unsent.ts';
import { changeLadder, refusedChange, wakesNobody } from './change-ladder.ts';
import { endSpentStep, fireNow, startLadder } from './climb.ts';
import { clockDue } from './clock-due.ts';
import { changeTier, closeOut, reopen } from './close-out.ts';
import type { DecideContext, Decision, IncidentCommand, RefusalCode } from './commands.ts';
import { correctSchedule } from './correct-schedule.ts';
import { beginDraft, CORE, type Draft, queueMessage } from './draft.ts';
import { LANES, type MessageState } from './events.ts';
import { rises } from './evolve-messages.ts';
import { follow } from './follow.ts';
import { hearResident } from './hear-resident.ts';
import { dropHold } from './hold.ts';
import { jumpTo, refusedJump } from './jump.ts';
import { addPart, isForHead, leaveHead, link, refusedLink, removePart, unlink } from './link.ts';
import { actMeanwhile, refusedByName, refusedMeanwhile } from './meanwhile.ts';
import { settlePromise } from './promise.ts';
import { acceptVendor } from './send-vendor.ts';
import type { IncidentState, Message } from './state.ts';
import { arrive, comesBeside, decline, setEta, take, takeAgain, takeReply } from './take.ts';
import { tellLifeSafety, tellResident } from './tell-resident.ts';
import { responderLane } from './tell-responders.ts';
import { markTriage, refusedMark } from './triage-review.ts';

const REFUSALS: Record<RefusalCode, BothLanguages> = {
  alreadyOpen: { en: 'This report has already been dispatched.', es: 'Este reporte ya fue despachado.' },
  notFound: { en: 'There is no such incident.', es: 'No existe ese incidente.' },
  alreadyResolved: { en: 'It is already closed. Re-open it first.', es: 'Ya está cerrado. Ábralo de nuevo primero.' },
  notResolved: {
    en: 'It is open and nobody has it: its ladder is running already.',
    es: 'Está abierto y nadie lo tiene: su escalera ya está en curso.',
  },
  alreadyTaken: { en: 'Somebody already has it. Nothing was changed.', es: 'Alguien ya lo tiene. No se cambió nada.' },
  notTaken: {
    en: 'Nobody has it yet. Say first who takes it.',
    es: 'Nadie lo tiene todavía. Indique primero quién lo toma.',
  },
  notNotified: { en: 'This person was not notified of the incident.', es: 'No se avisó a esta persona del incidente.' },
  sameTier: { en: 'It already has that tier.', es: 'Ya tiene ese nivel.' },
  isPart: {
    en: 'Another incident of the building climbs for it: act there, or unlink it first.',
    es: 'Otro incidente del edificio avanza por este: actúe allí, o desvincúlelo primero.',
  },
  notPart: { en: 'It is linked to no other incident.', es: 'No está vinculado a ningún otro incidente.' },
  isHead: {
    en: 'Other units are linked to it: unlink them first.',
    es: 'Otras unidades están vinculadas a este: desvincúlelas primero.',
  },
  takenHere: {
    en: 'Somebody has this one and nobody has the other: link the other one to this.',
    es: 'Alguien tiene este y nadie el otro: vincule el otro a este.',
  },
  nothingToEscalate: {
    en: 'No ladder runs for it, so there is no next step.',
    es: 'No hay escalera en curso; no hay paso siguiente.',
  },
  noSuchStep: { en: 'The ladder has no such step.', es: 'La escalera no tiene ese paso.' },
  alreadyFired: {
    en: 'This step has fired already; only what is still to come can be changed.',
    es: 'Ese paso ya salió; solo se puede cambiar lo que falta.',
  },
  nobodyWoken: {
    en: 'This ladder would wake nobody. Keep one step that somebody must answer.',
    es: 'Esa escalera no despertaría a nadie. Deje al menos un paso que alguien deba responder.',
  },
  noPhone: { en: 'There is no telephone number on file for the resident.', es: 'No hay teléfono del residente.' },
  nobodyToWrite: {
    en: 'Nobody has been notified yet whom you could write to.',
    es: 'Todavía no se avisó a nadie a quien escribir.',
  },
  alreadyHeld: {
    en: 'It is held already. End the hold first.',
    es: 'Ya está en espera. Termine primero la espera.',
  },
  notHeld: { en: 'It is not held: its clocks run.', es: 'No está en espera: sus relojes corren.' },
  holdTooLong: {
    en: 'A P1 is held for 10 minutes at most, a P2 for 60, a P3 until its morning.',
    es: 'Un P1 espera 10 minutos como máximo, un P2 60, un P3 hasta la mañana.',
  },
  nothingToHold: {
    en: 'Nothing climbs and nobody is on the way, so there is nothing to hold.',
    es: 'No sube ninguna escalera ni viene nadie; no hay nada que poner en espera.',
  },
  alreadyAsked: {
    en: 'They have been asked and their time still runs, or they are coming.',
    es: 'Ya se le preguntó y su plazo aún corre, o ya viene.',
  },
  unreachable: {
    en: 'No working telephone number is on file for this person.',
    es: 'No hay un teléfono que funcione para esta persona.',
  },
  samePerson: { en: 'They have it already.', es: 'Esa persona ya lo atiende.' },
  hasIt: {
    en: 'They have it. Hand it over by name, or re-open it.',
    es: 'Esa persona lo atiende. Páselo a otra por nombre, o reábralo.',
  },
  noVendor: {
    en: 'No vendor is approved for this place, this trade and this hour. Choose one by name.',
    es: 'No hay proveedor aprobado para este lugar, oficio y hora. Elija uno por nombre.',
  },
  alreadyOnSite: { en: 'They are on site already.', es: 'Ya están en el sitio.' },
  wordsMissing: {
    en: 'A P1 or P2 is not closed without words: say what was done.',
    es: 'Un P1 o P2 no se cierra sin palabras: diga qué se hizo.',
  },
  noLifeSafety: {
    en: 'Nothing in this report endangers a life, so nobody was to call 911.',
    es: 'Nada en este reporte pone una vida en peligro; nadie tenía que llamar al 911.',
  },
  notReviewed: {
    en: 'Only a P1, a P2, or a P3 that came back is marked.',
    es: 'Solo se marca un P1, un P2 o un P3 que volvió.',
  },
  noSuchMark: {
    en: 'Nothing is above P1, and nothing is below P3: this mark cannot be meant.',
    es: 'No hay nada por encima de P1 ni por debajo de P3: esta marca no puede ser.',
  },
  markWithoutName: {
    en: 'A mark carries the name of whoever gives it. Sign in first.',
    es: 'Una marca lleva el nombre de quien la pone. Inicie sesión primero.',
  },
};

/** Why a command was not carried out, in words. */
export function refusalWords(code: RefusalCode): BothLanguages {
  return REFUSALS[code];
}

/** A refusal with its sentence. */
export function refuse(code: RefusalCode): Decision {
  return { ok: false, code, reason: REFUSALS[code] };
}

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

export function refusalOf(state: IncidentState, command: IncidentCommand): RefusalCode | null {
  const isResolved = state.status === 'resolved';
  if (isForHead(state, command.type)) return 'isPart';
  switch (command.type) {
    case 'acknowledgeFor':
      if (isResolved) return 'alreadyResolved';
      return state.holder === null || mayConfirm(state, command.responderId) ? null : 'alreadyTaken';
    case 'declineFor':
      if (isResolved) return 'alreadyResolved';
      return isAsked(state, command.responderId) ? null : 'notNotified';
    case 'escalateNow':
      if (isResolved) return 'alreadyResolved';
      if (state.holder) return 'alreadyTaken';
      return state.ladder && state.ladder.waitsFor !== 'nothing' ? null : 'nothingToEscalate';
    case 'jumpTo':
      return refusedJump(state, command.step);
    case 'changeLadder':
      return refusedChange(state, command.ladder);
    case 'hold':
    case 'endHold':
    case 'addPerson':
    case 'handOver':
    case 'connect':
    case 'sendVendor':
    case 'standDown':
      return refusedMeanwhile(state, command);
    case 'setEta':
    case 'markArrived':
      if (isResolved) return 'alreadyResolved';
      if (!state.holder) return 'notTaken';
      return command.type === 'markArrived' && state.status === 'onSite' ? 'alreadyOnSite' : null;
    case 'resolve':
      if (isResolved) return 'alreadyResolved';
      return state.tier !== 'P3' && command.words.trim() === '' ? 'wordsMissing' : null;
    case 'answerEmergencyCall':
      return state.verdict.lifeSafety === null ? 'noLifeSafety' : null;
    case 'reopen':
      // Closed, or taken by somebody who will not come after all: either way the ladder begins again.
      return isResolved || state.holder ? null : 'notResolved';
    case 'changeTier':
      return isResolved ? 'alreadyResolved' : state.tier === command.tier ? 'sameTier' : null;
    case 'link':
    case 'unlink':
      return refusedLink(state, command);
    case 'writeTo':
      if (command.to === 'resident') return state.caller.phone === null ? 'noPhone' : null;
      return state.notified.some((each) => each.recipient.phone !== null) ? null : 'nobodyToWrite';
    case 'markTriage':
      return refusedMark(state, command.mark);
    default:
      return null;
  }
}

/** Whoever has it and was asked once more, or a vendor who was asked beside them. */
function mayConfirm(state: IncidentState, responderId: string): boolean {
  const { holder } = state;
  if (holder?.responderId !== responderId) return comesBeside(state, responderId);
  return holder.confirmByAt !== null || holder.stillComingByAt !== null;
}

/** Notified by a step, or holding it because the desk wrote them down for it. */
function isAsked({ holder, notified }: IncidentState, responderId: string): boolean {
  return holder?.responderId === responderId || notified.some((each) => each.recipient.responderId === responderId);
}

function carryOut(draft: Draft, command: Exclude<IncidentCommand, { type: 'open' }>): void {
  switch (command.type) {
    case 'clockDue':
      return clockDue(draft, command.kind, command.token);
    case 'settleMessage':
      return settleMessage(draft, command);
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
  if (comesBeside(draft.state, command.responderId)) return acceptVendor(draft, command);
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
  const { key, state, attempt, gateway, reason, isPossiblyTwice } = command;
  const nextAt = message.isCalledBack ? null : command.nextAt;
  draft.emit({ type: 'messageState', key, state, attempt, gateway, reason, isPossiblyTwice, nextAt }, CORE);
  const isLost = state === 'failed' || state === 'expired';
  // A lost answer that will be sent again is the outbox's; one that will not is for a person.
  const isForPerson = state === 'unknown' && nextAt === null;
  const isWanted = draft.state.status !== 'resolved' && !message.isCalledBack;
  if (!isWanted || !(isLost || isForPerson)) return;
  // That somebody was to know of it is no reason to wake the desk.
  if (message.purpose === 'copy') return;
  if (message.to.kind === 'responder' || isLost) {
    draft.emit({ type: 'alarmRaised', kind: isLost ? 'messageFailed' : 'messageUnknown', step: message.step }, CORE);
  }
  if (isLost && message.purpose === 'step') endSpentStep(draft);
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
