import type { Instant, Language, Phone } from '#shared/contract';
import { type Candidate, minutes, TIMING } from '#shared/escalation';
import {
  askDoneText,
  askEtaText,
  closedText,
  confirmDeclineText,
  etaTakesNothingText,
  hazardText,
  lateReplyText,
  movedToText,
  REPLY_CODES,
  type ResponderHazard,
  type ResponderTextInput,
  responderText,
  standDownText,
  staysReadyText,
  takenByText,
  youAreThereText,
  youHaveItText,
} from '#shared/messages';
import { formatInZone } from '#shared/oncall';
import { keepsEverybodyOut, reasonLabel, VOLUNTEERED_NEED } from '#shared/triage';
import { type Draft, queueMessage } from './draft.ts';
import { LANES, type Lane, type StepRecipient } from './events.ts';
import { hazardOf } from './hazard.ts';
import { wasJustSaid } from './just-said.ts';
import { placeOfAll } from './place-of-all.ts';
import { standingById } from './send-vendor.ts';
import { comesAnyway } from './sent-home.ts';
import type { IncidentState, Notified } from './state.ts';

const ACTION: Record<Language, { lifeSafety: string; P1: string; other: string }> = {
  en: {
    lifeSafety: 'Stand by outside, call the resident.',
    P1: 'Go now, call the resident on the way.',
    other: 'Call the resident, then go tonight.',
  },
  es: {
    lifeSafety: 'Espere afuera, llame al residente.',
    P1: 'Vaya ya, llame al residente en camino.',
    other: 'Llame al residente y vaya esta noche.',
  },
};

/** The lane of what goes to responders: a first P1 is never behind anything. */
export function responderLane(state: IncidentState): Lane {
  return state.tier === 'P1' ? LANES.responderP1 : LANES.responderP2;
}

/**
 * The letter this incident has on a phone: kept once given, else the first that no other open incident has there. One
 * that another was given meanwhile (this one was closed, or the phone became somebody else's too) would name both.
 */
export function codeFor(
  state: IncidentState,
  { responderId, phone, openCodes }: Pick<Candidate, 'responderId' | 'phone' | 'openCodes'>,
): string {
  const isTheirs = ({ recipient }: Notified): boolean =>
    recipient.responderId === responderId || (phone !== null && recipient.phone === phone);
  const known = state.notified.find(isTheirs)?.recipient.code;
  if (known !== undefined && !openCodes.includes(known)) return known;
  // Past the last of them two incidents share one, and a reply with it is asked back.
  return REPLY_CODES.find((letter) => !openCodes.includes(letter)) ?? REPLY_CODES[0] ?? '';
}

/** Nobody goes in before the fire department or the gas company clears it. */
export function mustWaitOutside(state: IncidentState): boolean {
  return keepsEverybodyOut(state.verdict.lifeSafety);
}

/** Nobody was texted by another step of this ladder before: steps that nobody is on call for may have come first. */
export function isFirstText(
  { ladder, messages }: Pick<IncidentState, 'ladder' | 'messages'>,
  round: number,
  step: number,
): boolean {
  const ofLadder = messages.slice(ladder?.firstMessage ?? 0).filter((each) => each.purpose === 'step');
  return ofLadder.every((each) => each.round === round && each.step === step);
}

/** What decided, each once. What the resident said of their own health or family raised the tier; it is nobody else's. */
export function reasonsFor(state: IncidentState, language: Language): readonly string[] {
  const worst = state.residentWords.worst?.codes ?? [];
  const codes = [...worst, ...state.verdict.reasons.map((each) => each.code)].filter(
    (code) => code !== VOLUNTEERED_NEED,
  );
  return [...new Set(codes.map((code) => reasonLabel(code, language)))];
}

/** The text of a step to one person. `isShown`: this phone has several open, so the letter is written. */
export function sendStep(
  draft: Draft,
  recipient: StepRecipient & { readonly phone: Phone },
  isShown: boolean,
  round: number,
  step: number,
  lateMs: number,
): void {
  const { state, context } = draft;
  const lateMin = lateMs >= TIMING.onTimeMs ? Math.max(1, Math.round(lateMs / 60_000)) : null;
  const isFirst = isFirstText(state, round, step);
  const text = stepInWords(draft, recipient, { isShown, isFirst, lateMin });
  const { responderId, name, phone, afterMin } = recipient;
  const smsAfter = afterMin?.sms;
  queueMessage(draft, {
    purpose: 'step',
    lane: responderLane(state),
    to: { kind: 'responder', responderId, name, phone },
    text,
    round,
    step,
    ...(lateMin !== null && { lateMin }),
    ...(smsAfter !== undefined && { sendAt: context.now + minutes(smsAfter) }),
  });
}

/** A step's text as the incident stands. `isFirst`: the first one of its ladder says whom to call where nobody writes any more. */
export function stepInWords(
  { state, context }: Draft,
  recipient: Pick<StepRecipient, 'phone' | 'language' | 'code'>,
  {
    isShown,
    isFirst,
    lateMin,
  }: { readonly isShown: boolean; readonly isFirst: boolean; readonly lateMin: number | null },
): string {
  // Nobody is told to call themselves.
  const isSaid = isFirst && state.tier === 'P1' && context.silenceContact?.phone !== recipient.phone;
  return responderText({
    ...incidentInWords(state, recipient, isShown),
    lateMin,
    ifNoWord: isSaid && context.silenceContact ? { afterMin: 10, ...context.silenceContact } : null,
  });
}

/** What somebody reads who is to go there: everything but how late it is. */
export function incidentInWords(
  state: IncidentState,
  { language, code }: Pick<StepRecipient, 'language' | 'code'>,
  isShown: boolean,
): Omit<ResponderTextInput, 'lateMin' | 'ifNoWord'> {
  const { worst } = state.residentWords;
  const action = ACTION[language];
  return {
    language,
    number: state.number,
    code: isShown ? code : null,
    tier: state.tier,
    hazard: hazardOf(state),
    place: placeOfAll(state),
    words: worst === null ? state.text : `${worst.words} / ${state.text}`,
    reasons: reasonsFor(state, language),
    action: mustWaitOutside(state) ? action.lifeSafety : action[state.tier === 'P1' ? 'P1' : 'other'],
    shutOff: state.place.shutOff === '' ? null : state.place.shutOff,
    residentName: state.caller.name === '' ? null : state.caller.name,
    callBack: state.caller.phone,
    isUnchecked: state.isUnchecked,
  };
}

/**
 * Everybody who was notified and has a phone, but for one and whoever shares that one's phone; the people to hear who has
 * it, or to stand down.
 */
function others(state: IncidentState, exceptId: string | null): readonly (StepRecipient & { readonly phone: Phone })[] {
  const all = state.notified.map((each) => each.recipient);
  const exceptPhone = all.find((each) => each.responderId === exceptId)?.phone;
  return all.filter(
    (each): each is StepRecipient & { phone: Phone } =>
      each.phone !== null && each.responderId !== exceptId && each.phone !== exceptPhone,
  );
}

/**
 * Everyone notified is told who has it. Passed from one to another, it changes nothing for whoever was woken whatever
 * else happens: nobody has decided that they need not come.
 */
export function tellTaken(draft: Draft, isHandOver: boolean): void {
  const { holder, number, place } = draft.state;
  if (!holder) return;
  const by = holder.company === '' ? holder.name : `${holder.name} (${holder.company})`;
  for (const each of others(draft.state, holder.responderId)) {
    const known = { language: each.language, number, place, by };
    // It may well be that whoever has it is who sends for them.
    if (each.responderId === standingById(draft.state)) tell(draft, each, 'moved', staysReadyText(known));
    else if (isHandOver && comesAnyway(draft.state, each)) tell(draft, each, 'moved', movedToText(known));
    else tell(draft, each, 'taken', takenByText(known));
  }
}

/** Everyone notified is told to stand down, but for those who hear otherwise. `reason` in each one's language. */
export function tellStandDown(
  draft: Draft,
  reason: Readonly<Record<Language, string>>,
  except: readonly string[] = [],
): void {
  const { number, place } = draft.state;
  for (const each of others(draft.state, null)) {
    if (except.includes(each.responderId)) continue;
    const text = standDownText({ language: each.language, number, place, reason: reason[each.language] });
    tell(draft, each, 'standDown', text);
  }
}

/** An acceptance with an estimate is confirmed; one without is asked for it. */
export function answerAcceptance(draft: Draft, etaAt: Instant | null): void {
  const { state } = draft;
  const holder = state.holder;
  const recipient = others(state, null).find((each) => each.responderId === holder?.responderId);
  if (!holder || !recipient) return;
  const { language } = recipient;
  const known = { language, number: state.number, place: state.place, code: shownCode(draft, recipient) };
  if (etaAt === null) {
    draft.emit({ type: 'etaAsked', responderId: holder.responderId });
    tell(draft, recipient, 'askEta', askEtaText(known));
    return;
  }
  tell(
    draft,
    recipient,
    'confirm',
    youHaveItText({ ...known, estimate: formatInZone(etaAt, state.place.zone, language, 'resident') }),
  );
}

/** Whoever has it, else everybody who may still come, hears of a danger that their first text did not speak of. */
export function tellHazard(draft: Draft, hazard: ResponderHazard, words: string): void {
  const { holder, notified, number, place } = draft.state;
  for (const each of others(draft.state, null)) {
    const hasDeclined = notified.some((one) => one.hasDeclined && one.recipient.responderId === each.responderId);
    const mayCome = holder === null ? !hasDeclined && each.isCopy !== true : holder.responderId === each.responderId;
    if (!mayCome) continue;
    const { responderId, name, phone, language } = each;
    queueMessage(draft, {
      purpose: 'hazard',
      // Whatever the tier: it is about the life of whoever is on the way.
      lane: LANES.responderP1,
      to: { kind: 'responder', responderId, name, phone },
      text: hazardText({ language, number, place, hazard, words }),
    });
  }
}

/** Whoever has been on site for long is asked to say when it is done. */
export function askDone(draft: Draft): void {
  const { holder, number, place } = draft.state;
  const recipient = holder && reachable(draft.state, holder.responderId);
  if (!recipient) return;
  const { language } = recipient;
  tell(draft, recipient, 'askDone', askDoneText({ language, number, place, code: shownCode(draft, recipient) }));
}

/** Whoever passes it on reads that it was noted. */
export function answerDecline(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { number, place } = draft.state;
  const { language } = recipient;
  tell(draft, recipient, 'confirm', confirmDeclineText({ language, number, place, code: shownCode(draft, recipient) }));
}

/** A late reply is answered with who has it. */
export function answerLateReply(draft: Draft, responderId: string): void {
  const { holder, number, place } = draft.state;
  const recipient = others(draft.state, null).find((each) => each.responderId === responderId);
  if (!holder || !recipient) return;
  const by = holder.company === '' ? holder.name : `${holder.name} (${holder.company})`;
  tell(draft, recipient, 'lateReply', lateReplyText({ language: recipient.language, number, place, by }));
}

/** It is over: said to whoever finished it, and to whoever answers after that. */
export function tellClosed(draft: Draft, responderId: string, purpose: 'confirm' | 'lateReply'): void {
  const { resolution, number, place } = draft.state;
  const recipient = reachable(draft.state, responderId);
  if (!resolution || !recipient) return;
  const { language } = recipient;
  const closedAt = formatInZone(resolution.at, place.zone, language, 'resident');
  tell(draft, recipient, purpose, closedText({ language, number, place, closedAt }));
}

/** Whoever says that they are there reads that it was noted, and what to write when it is done. */
export function answerArrival(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { number, place } = draft.state;
  const { language } = recipient;
  tell(draft, recipient, 'confirm', youAreThereText({ language, number, place, code: shownCode(draft, recipient) }));
}

/** A time for what nobody has yet takes nothing; the answer says what would. */
export function answerEtaOfNobody(draft: Draft, responderId: string, minutes: number): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { number, place } = draft.state;
  const { language } = recipient;
  const code = shownCode(draft, recipient);
  tell(draft, recipient, 'status', etaTakesNothingText({ language, number, place, code, minutes }));
}

/** The letter, where this phone has more than one open incident; null where there is nothing to mix up. */
export function shownCode(draft: Draft, recipient: StepRecipient): string | null {
  const hasOthers = draft.context.openOfResponder.some((each) => each.incidentId !== draft.state.id);
  return hasOthers ? recipient.code : null;
}

/** One message to one responder that was notified of this incident; an answer they have just read is not sent again. */
export function tell(
  draft: Draft,
  recipient: StepRecipient & { readonly phone: Phone },
  purpose:
    | 'taken'
    | 'moved'
    | 'standDown'
    | 'listOpen'
    | 'askEta'
    | 'askDone'
    | 'confirm'
    | 'lateReply'
    | 'status'
    | 'notUnderstood'
    | 'raised'
    | 'stillComing'
    | 'notEmergency'
    | 'connect'
    | 'manual',
  text: string,
): void {
  const { responderId, name, phone } = recipient;
  if (wasJustSaid(draft.state, { phone, purpose, text }, draft.context.now)) return;
  queueMessage(draft, {
    purpose,
    lane: responderLane(draft.state),
    to: { kind: 'responder', responderId, name, phone },
    text,
  });
}

/** The notified person of that id who has a phone, or null. */
export function reachable(
  state: IncidentState,
  responderId: string,
): (StepRecipient & { readonly phone: Phone }) | null {
  return others(state, null).find((each) => each.responderId === responderId) ?? null;
}
