import { stepMessagesOf } from './evolve-ladder.ts';
import { type IncidentState, isToResponder } from './state.ts';

/**
 * The step whose window runs has ended early when nobody it reached can still answer: every message failed for good,
 * or everybody declined. If one of several is still possible the window runs on.
 */
export function isStepSpent({ ladder, notified, messages }: IncidentState): 'no' | 'failed' | 'declined' {
  const current = ladder?.current;
  if (!ladder || !current || (ladder.waitsFor !== 'step' && ladder.waitsFor !== 'lastWindow')) return 'no';
  const own = stepMessagesOf(ladder, messages).filter((each) => each.step === current.step);
  let declined = 0;
  for (const { responderId, channels } of current.recipients) {
    if (notified.find((each) => each.recipient.responderId === responderId)?.hasDeclined) {
      declined += 1;
      continue;
    }
    if (channels.includes('deskAlarm')) return 'no';
    const theirs = own.filter((each) => isToResponder(each, responderId));
    if (!theirs.every((each) => each.state === 'failed' || each.state === 'expired')) return 'no';
  }
  // Nobody left: whoever was asked has been stood down.
  return declined > 0 || current.recipients.length === 0 ? 'declined' : 'failed';
}
