import type { Channel } from '#shared/contract';
import { canReach } from '#shared/escalation';
import type { Draft } from './draft.ts';
import { asRecipient, notify } from './fire-step.ts';

/** Somebody is asked by name, beside those whom the ladder asks; its windows run on. */
export function addPerson(draft: Draft, words: string): void {
  draft.emit({ type: 'noted', words });
  notifyByName(draft);
}

/** Whoever the command names is notified as by a step. */
export function notifyByName(draft: Draft, channels: readonly Channel[] = ['sms', 'voice']): void {
  const { person, now } = draft.context;
  if (!person || !canReach(person)) return;
  const run = draft.state.ladder;
  const as = { kind: 'responder', responderId: person.responderId } as const;
  const recipient = asRecipient(draft, { candidate: person, as, channels, whateverElse: false });
  const at = { round: run?.round ?? 1, step: run?.current?.step ?? run?.nextStep ?? 0, dueAt: now, lateMs: 0 };
  draft.emit({
    type: 'stepFired',
    ...at,
    isLastResort: false,
    recipients: [recipient],
    nextAt: run?.dueAt ?? now,
    why: 'added',
  });
  notify(draft, [recipient], at);
}
