import { copyText } from '#shared/messages';
import { type Draft, queueMessage } from './draft.ts';
import { LANES, type StepRecipient } from './events.ts';
import type { StepMoment } from './fire-step.ts';

/** Tells somebody of a step for information. It may wait behind every text that is to wake somebody. */
export function sendCopy(draft: Draft, recipient: StepRecipient, { round, step }: StepMoment): void {
  const { number, tier, place, text, caller, ladder } = draft.state;
  const { responderId, name, phone, language, afterMin } = recipient;
  if (phone === null) return;
  const asked = ladder?.current?.step === step ? ladder.current.recipients.map((each) => each.name) : [];
  const afterMs = (afterMin?.sms ?? 0) * 60_000;
  queueMessage(draft, {
    purpose: 'copy',
    lane: LANES.responderP2,
    to: { kind: 'responder', responderId, name, phone },
    text: copyText({ language, number, tier, place, words: text, asked, callBack: caller.phone }),
    round,
    step,
    sendAt: draft.context.now + afterMs,
  });
}
