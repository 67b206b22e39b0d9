import type { Phone } from '#shared/contract';
import { minutes } from '#shared/escalation';
import { callText } from '#shared/messages';
import { CORE, type Draft, queueMessage } from './draft.ts';
import type { CallPlan, StepRecipient } from './events.ts';
import { hazardOf } from './hazard.ts';
import { placeOfAll } from './place-of-all.ts';
import type { Message } from './state.ts';
import { responderLane } from './tell-responders.ts';

type Called = Pick<StepRecipient, 'responderId' | 'name' | 'language' | 'afterMin'> & { readonly phone: Phone };
type Moment = { readonly round: number; readonly step: number };

/** A call to somebody who is asked: the first of two. Without a moment it is of no step of the ladder. */
export function ring(draft: Draft, recipient: Called, at?: Moment): void {
  const afterMin = recipient.afterMin?.voice ?? 0;
  queueCall(draft, recipient, { turn: 1, language: recipient.language }, afterMin, at);
}

/** Nobody decided in the first: once more, from the same number, so that a telephone on "do not disturb" lets it through. */
export function ringAgain(draft: Draft, { to, call, round, step }: Message, afterMs: number): void {
  if (to.kind !== 'responder' || !call) return;
  const at = round === null || step === null ? undefined : { round, step };
  queueCall(draft, { ...to }, { turn: 2, language: call.language }, afterMs / minutes(1), at);
}

function queueCall(
  draft: Draft,
  { responderId, name, phone }: Omit<Called, 'language' | 'afterMin'>,
  call: CallPlan,
  afterMin: number,
  at?: Moment,
): void {
  const { state, context } = draft;
  const { worst } = state.residentWords;
  queueMessage(draft, {
    purpose: 'call',
    lane: responderLane(state),
    to: { kind: 'responder', responderId, name, phone },
    text: callText({
      language: call.language,
      tier: state.tier,
      hazard: hazardOf(state),
      place: placeOfAll(state),
      category: state.category,
      words: worst?.words ?? state.text,
    }),
    sendAt: context.now + minutes(afterMin),
    call,
    ...at,
  });
}

/** No call leaves by itself: a person makes it, at once. */
export function callByHandNow(draft: Draft, { to }: Pick<Message, 'to'>): void {
  if (to.kind !== 'responder') return;
  const { responderId, name, phone } = to;
  draft.emit({ type: 'callByHandPlanned', responderId, name, phone, dueAt: draft.context.now }, CORE);
}
