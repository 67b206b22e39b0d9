import type { Phone } from '#shared/contract';
import { minutes } from '#shared/escalation';
import { callText, etaCallText } from '#shared/messages';
import { CORE, type Draft, queueMessage } from './draft.ts';
import type { CallPlan, StepRecipient } from './events.ts';
import { hazardOf } from './hazard.ts';
import { placeOfAll } from './place-of-all.ts';
import type { IncidentState, Message } from './state.ts';
import { reachable, responderLane } from './tell-responders.ts';

type Called = Pick<StepRecipient, 'responderId' | 'name' | 'language' | 'afterMin'> & { readonly phone: Phone };
type Moment = { readonly round: number; readonly step: number };

/** A call to somebody who is asked: the first of two. Without a moment it is of no step of the ladder. */
export function ring(draft: Draft, recipient: Called, at?: Moment): void {
  const afterMin = recipient.afterMin?.voice ?? 0;
  queueCall(draft, recipient, { turn: 1, language: recipient.language }, afterMin, at);
}

/** Whoever has it has not said when they come. Of a P1 they are asked by telephone where that can be done, else a person does it. */
export function callForEta(draft: Draft): void {
  const { holder, tier } = draft.state;
  const recipient = holder && reachable(draft.state, holder.responderId);
  if (tier !== 'P1' || !draft.context.hasVoice || !recipient)
    return draft.emit({ type: 'alarmRaised', kind: 'noEta', step: null }, CORE);
  queueCall(draft, recipient, { turn: 1, language: recipient.language, asks: 'eta' }, 0);
}

/** Nobody decided in the first: once more, from the same number, so that a telephone on "do not disturb" lets it through. */
export function ringAgain(draft: Draft, { to, call, round, step }: Message, afterMs: number): void {
  if (to.kind !== 'responder' || !call) return;
  const at = round === null || step === null ? undefined : { round, step };
  queueCall(draft, { ...to }, { ...call, turn: 2 }, afterMs / minutes(1), at);
}

function queueCall(
  draft: Draft,
  { responderId, name, phone }: Omit<Called, 'language' | 'afterMin'>,
  call: CallPlan,
  afterMin: number,
  at?: Moment,
): void {
  const { state, context } = draft;
  queueMessage(draft, {
    purpose: 'call',
    lane: responderLane(state),
    to: { kind: 'responder', responderId, name, phone },
    text: callInWords(state, call),
    sendAt: context.now + minutes(afterMin),
    call,
    ...at,
  });
}

/** What a call says, as the incident stands. */
export function callInWords(state: IncidentState, { language, asks }: CallPlan): string {
  const { tier, category, residentWords } = state;
  const known = { language, tier, hazard: hazardOf(state), place: placeOfAll(state) };
  if (asks === 'eta') return etaCallText(known);
  return callText({ ...known, category, words: residentWords.worst?.words ?? state.text });
}

/** No call leaves by itself: a person makes it, at once. */
export function callByHandNow(draft: Draft, { to }: Pick<Message, 'to'>): void {
  if (to.kind !== 'responder') return;
  const { responderId, name, phone } = to;
  draft.emit({ type: 'callByHandPlanned', responderId, name, phone, dueAt: draft.context.now }, CORE);
}
