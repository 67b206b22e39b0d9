import type { AnswerWay, BothLanguages, Instant } from '#shared/contract';
import { minutes } from '#shared/escalation';
import { listOpenText, notTakenText, notUnderstoodText, statusText } from '#shared/messages';
import { formatInZone } from '#shared/oncall';
import { askNoMore, cancelUnsent, isOfLadder } from './cancel-unsent.ts';
import { endSpentStep, endSpentStepQuietly, startLadder } from './climb.ts';
import { closeOut } from './close-out.ts';
import type { IncidentCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import { unansweredId } from './evolve-vendor.ts';
import { dropHold } from './hold.ts';
import { sayNotEmergency } from './not-emergency.ts';
import { settlePromise } from './promise.ts';
import { confirmTier } from './raise.ts';
import { sendHome } from './send-home.ts';
import { acceptVendor, isAskedVendor, isSentVendor, noteYes, passOnVendor } from './send-vendor.ts';
import { alarmFarEta } from './stale.ts';
import { type IncidentState, isToResponder, isUnsent } from './state.ts';
import { tellResident } from './tell-resident.ts';
import {
  answerAcceptance,
  answerArrival,
  answerDecline,
  answerEtaOfNobody,
  answerLateReply,
  reachable,
  shownCode,
  tell,
  tellClosed,
  tellTaken,
} from './tell-responders.ts';
import { tellUnits } from './tell-units.ts';

type Taker = {
  readonly responderId: string;
  readonly name: string;
  readonly company: string;
  readonly how: 'reply' | 'onBehalf';
  readonly via: AnswerWay | null;
  readonly words: string;
  readonly etaMinutes: number | null;
};

/** Somebody takes it: the ladder stops, unsent messages of it are called back, everyone hears who has it. */
export function take(draft: Draft, taker: Taker): void {
  const etaAt = taker.etaMinutes === null ? null : draft.context.now + minutes(taker.etaMinutes);
  assign(draft, taker, etaAt);
  answerAcceptance(draft, etaAt);
  alarmFarEta(draft);
  tellResident(draft, 'acknowledged');
}

/** Writes down who has it: the ladder stops, what has not left is called back, everybody notified hears it. */
export function assign(draft: Draft, taker: Omit<Taker, 'etaMinutes'>, etaAt: Instant | null): void {
  const { responderId, name, company, how, via, words } = taker;
  const slaDueAt = draft.state.sla.dueAt;
  dropHold(draft, 'taken');
  settlePromise(draft, true);
  if (isAskedVendor(draft.state, responderId) && draft.state.vendor?.accepted?.responderId !== responderId)
    noteYes(draft, { responderId, name }, etaAt);
  const isHandOver = draft.state.holder !== null;
  const isSlaKept = slaDueAt === null || draft.context.now <= slaDueAt;
  draft.emit({ type: 'acknowledged', responderId, name, company, how, via, words, etaAt, isSlaKept });
  const isOwedUnits = draft.state.messages.some(
    (each) => each.purpose === 'units' && isUnsent(each) && isToResponder(each, responderId),
  );
  cancelUnsent(draft, 'acknowledged', isOfLadder);
  tellTaken(draft, isHandOver);
  // How to take all of it is past; which units it is they have not read yet.
  if (isOwedUnits) tellUnits(draft);
}

/** A reply of a responder, word for word, and what follows from it. */
export function takeReply(draft: Draft, command: Extract<IncidentCommand, { type: 'reply' }>): void {
  const { responderId, name, company, contactId, words, understood } = command;
  const before = draft.state.notified.find((each) => each.recipient.responderId === responderId);
  draft.emit({ type: 'replied', responderId, name, contactId, words, understoodAs: understood.verb });
  const { holder, status } = draft.state;
  const isHolder = holder?.responderId === responderId;
  // Closed meanwhile: nothing of it can be taken, passed on or finished any more.
  if (status === 'resolved' && understood.verb !== 'status' && understood.verb !== 'none')
    return tellClosed(draft, responderId, 'lateReply');
  switch (understood.verb) {
    case 'accept':
      if (isHolder) return sayYesAgain(draft, understood.minutes);
      if (comesBeside(draft.state, responderId))
        return acceptVendor(draft, { responderId, name, etaMinutes: understood.minutes });
      if (holder) return answerLateReply(draft, responderId);
      return take(draft, {
        responderId,
        name,
        company,
        how: 'reply',
        via: null,
        words,
        etaMinutes: understood.minutes,
      });
    case 'eta':
      if (isHolder) return setEta(draft, understood.minutes, 'reply');
      if (draft.state.vendor?.accepted?.responderId === responderId)
        return acceptVendor(draft, { responderId, name, etaMinutes: understood.minutes });
      if (holder) return answerStatus(draft, responderId);
      return answerEtaOfNobody(draft, responderId, understood.minutes);
    case 'decline':
      return decline(draft, { responderId, name, how: 'reply', words });
    case 'notEmergency':
      return sayNotEmergency(draft, { responderId, name, words });
    case 'here':
      if (holder && !isHolder && !comesAsVendor(draft.state, responderId)) return answerLateReply(draft, responderId);
      if (holder && !isHolder) passTo(draft, { responderId, name, company, words });
      arrive(draft, { responderId, name, company }, 'reply', words);
      return answerArrival(draft, responderId);
    case 'done':
      // Only whoever has it can have finished it: "listo" is "ready" too, and a P1 nobody has must not close.
      return isHolder ? closeOut(draft, 'fixed', words, 'reply') : sayHowItStands(draft, responderId);
    case 'status':
      return answerStatus(draft, responderId);
    case 'which':
      return askWhich(draft, responderId);
    case 'unclear':
      return sayHowItStands(draft, responderId);
    case 'none':
      // The same words again are a telephone that answers by itself, and it would answer our answer too.
      return before?.lastWords === words ? undefined : sayNotUnderstood(draft, responderId);
  }
}

/** A new estimate of whoever has it: what was held for a person has its answer. Once they are on site it is for the log, not for the resident. */
export function setEta(draft: Draft, etaMinutes: number, how: 'reply' | 'onBehalf' | 'desk'): void {
  const hadEta = draft.state.holder?.etaAt !== null;
  const etaAt = draft.context.now + minutes(etaMinutes);
  dropHold(draft, 'taken');
  confirmTier(draft, how);
  draft.emit({ type: 'etaSet', etaAt, how });
  cancelUnsent(draft, 'etaGiven', ({ call }) => call?.asks === 'eta');
  answerAcceptance(draft, etaAt);
  alarmFarEta(draft);
  if (draft.state.status === 'acknowledged') tellResident(draft, hadEta ? 'delayed' : 'acknowledged');
}

/** Whoever has it says yes once more: that they know of the higher tier, that they are still coming, or when. */
export function sayYesAgain(draft: Draft, etaMinutes: number | null): void {
  confirmTier(draft, 'reply');
  if (etaMinutes !== null) return setEta(draft, etaMinutes, 'reply');
  const etaAt = draft.state.holder?.etaAt ?? null;
  if (draft.state.status === 'acknowledged')
    answerAcceptance(draft, etaAt !== null && etaAt > draft.context.now ? etaAt : null);
}

/** What the desk heard from whoever has it, who was asked to confirm. */
export function takeAgain(draft: Draft, taker: Taker): void {
  const { now } = draft.context;
  const before = draft.state.holder?.etaAt ?? null;
  const etaAt = taker.etaMinutes === null ? before : now + minutes(taker.etaMinutes);
  dropHold(draft, 'taken');
  confirmTier(draft, 'onBehalf');
  const { responderId, name, company, via, words } = taker;
  draft.emit({ type: 'acknowledged', responderId, name, company, how: 'onBehalf', via, words, etaAt, isSlaKept: true });
  alarmFarEta(draft);
  if (taker.etaMinutes !== null) tellResident(draft, before === null ? 'acknowledged' : 'delayed');
}

/** A vendor who was asked, where somebody else has it or they were only to stand by: they come beside, and take nothing. */
export function comesBeside(state: IncidentState, responderId: string): boolean {
  return isAskedVendor(state, responderId) && (state.holder !== null || !isSentVendor(state, responderId));
}

/** A vendor who was told to come, not only to be ready. */
function comesAsVendor(state: IncidentState, responderId: string): boolean {
  return isAskedVendor(state, responderId) && isSentVendor(state, responderId);
}

/** A vendor is there before whoever has it: now it is theirs. */
function passTo(draft: Draft, to: Pick<Taker, 'responderId' | 'name' | 'company' | 'words'>): void {
  const { holder } = draft.state;
  if (!holder) return;
  const { responderId, name, words } = to;
  const [fromId, fromName] = [holder.responderId, holder.name];
  draft.emit({ type: 'handedOver', fromId, fromName, toId: responderId, toName: name, via: null, words });
  assign(draft, { ...to, how: 'reply', via: null }, draft.context.now);
}

type Decliner = Pick<Taker, 'responderId' | 'name' | 'how' | 'words'> & { readonly via?: 'voice' };

/** Passes it on. If it was theirs, the ladder begins again without them; if nobody is left to answer, the next step fires. */
export function decline(draft: Draft, by: Decliner): void {
  const { holder } = draft.state;
  const isWithOther = holder !== null && holder.responderId !== by.responderId;
  if (by.how === 'reply') {
    if (isWithOther) answerLateReply(draft, by.responderId);
    else answerDecline(draft, by.responderId);
  }
  if (holder && !isWithOther) return giveUp(draft, by);
  draft.emit({ type: 'declined', ...by });
  askNoMore(draft, by.responderId, 'declined');
  passOnVendor(draft, by);
  endSpentStep(draft);
}

/** The ladder begins again. Where its first step asks only the one who has just given up, the next fires at once. */
function giveUp(draft: Draft, by: Decliner): void {
  dropHold(draft, 'byHand');
  passOnVendor(draft, by);
  draft.emit({ type: 'reopened', why: 'responderGaveUp', words: by.words, startsLadder: true });
  startLadder(draft, 'reopened');
  draft.emit({ type: 'declined', ...by });
  askNoMore(draft, by.responderId, 'declined');
  endSpentStepQuietly(draft);
  tellResident(draft, draft.state.tier === 'P3' ? 'morning' : 'reopened');
}

const ON_SITE: BothLanguages = { en: 'Somebody is on site', es: 'Ya hay alguien en el sitio' };

/** On site. Where nobody had it, whoever is there has it now. */
export function arrive(
  draft: Draft,
  who: Pick<Taker, 'responderId' | 'name' | 'company'>,
  how: 'reply' | 'onBehalf' | 'desk',
  words = '',
): void {
  if (draft.state.status === 'onSite' || draft.state.status === 'resolved') return;
  if (!draft.state.holder) {
    assign(draft, { ...who, how: how === 'reply' ? 'reply' : 'onBehalf', via: null, words }, draft.context.now);
  }
  dropHold(draft, 'taken');
  confirmTier(draft, how);
  const spareId = unansweredId(draft.state.vendor);
  draft.emit({ type: 'arrived', responderId: who.responderId, name: who.name, how });
  // Which units it is, whoever is there has still to read.
  cancelUnsent(draft, 'arrived', (message) => isOfLadder(message) && message.purpose !== 'units');
  if (spareId !== undefined) sendHome(draft, spareId, ON_SITE);
  tellResident(draft, 'arrived');
}

/** The answer to `?`: every open incident of that responder, and how each stands for them. */
function answerStatus(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { openOfResponder } = draft.context;
  const isShown = shownCode(draft, recipient) !== null;
  const incidents = openOfResponder.map((each) => ({
    code: isShown ? each.code : null,
    number: each.number,
    place: each,
    standing:
      each.standing === 'yours'
        ? ({
            kind: 'yours',
            estimate: each.etaAt === null ? null : formatInZone(each.etaAt, each.zone, recipient.language, 'resident'),
          } as const)
        : each.holderName !== null
          ? ({ kind: 'withOther', by: each.holderName } as const)
          : ({ kind: 'waitingForYou' } as const),
  }));
  tell(draft, recipient, 'status', statusText({ language: recipient.language, incidents }));
}

/** Several are open and no letter was given: nothing changes, the list is sent back. */
function askWhich(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { openOfResponder: open } = draft.context;
  const asked = open.filter((each) => each.sentHomeAt === null);
  // What they were sent home from only confuses, unless nothing else is left to choose from.
  const incidents = (asked.length > 1 ? asked : open).map((each) => ({
    code: each.code,
    number: each.number,
    place: each,
    problem: each.problem,
  }));
  tell(draft, recipient, 'listOpen', listOpenText({ language: recipient.language, incidents }));
}

/** Nothing has changed: who has it, or that it waits for a clear yes. */
function sayHowItStands(draft: Draft, responderId: string): void {
  const { holder, number, place } = draft.state;
  if (holder?.responderId === responderId) return answerStatus(draft, responderId);
  if (holder) return answerLateReply(draft, responderId);
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { language } = recipient;
  const text = notTakenText({ language, number, place, code: shownCode(draft, recipient) });
  tell(draft, recipient, 'notUnderstood', text);
}

/** The writer hears that nothing has changed; the reply itself waits in the inbox for a person. */
function sayNotUnderstood(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const code = shownCode(draft, recipient);
  tell(draft, recipient, 'notUnderstood', notUnderstoodText({ language: recipient.language, code }));
}
