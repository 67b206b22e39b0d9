import type { Draft } from './draft.ts';
import { callInWords } from './ring.ts';
import { isUnsent, type Message } from './state.ts';
import { isFirstText, stepInWords } from './tell-responders.ts';

/** What has waited, and wakes somebody, says what is true now: a danger that was heard of meanwhile, worse words, another tier. */
export function rewordMessage(draft: Draft, key: string): void {
  const message = draft.state.messages.find((each) => each.key === key);
  const isMadeAnew = message?.call !== undefined && message.state === 'unknown';
  if (!message || !(isUnsent(message) || isMadeAnew)) return;
  const text = wordsNow(draft, message);
  if (text !== null && text !== message.text) draft.emit({ type: 'messageReworded', key, text });
}

/** Null where it says what is true whatever happens. */
function wordsNow(draft: Draft, { key, purpose, call, to, text, round, step, lateMin }: Message): string | null {
  const { state } = draft;
  if (call) return callInWords(state, call);
  if (purpose !== 'step' || to.kind !== 'responder' || round === null || step === null) return null;
  const known = state.notified.find((each) => each.recipient.responderId === to.responderId)?.recipient;
  if (!known) return null;
  const before = state.messages.findIndex((each) => each.key === key);
  const isFirst = isFirstText({ ladder: state.ladder, messages: state.messages.slice(0, before + 1) }, round, step);
  // A letter that they have read stays.
  const isShown = text.startsWith(`${known.code} #`);
  return stepInWords(draft, { ...known, phone: to.phone }, { isShown, isFirst, lateMin: lateMin ?? null });
}
