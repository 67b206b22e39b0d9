import type { Draft } from './draft.ts';
import { recipientsOf } from './fire-step.ts';

/**
 * Where the ladder goes on that an acknowledgement had stopped: at the step that would have been next. Steps that ask
 * only whoever stayed silent are passed over, for they have been asked. A ladder of another tier begins at its first.
 */
export function resumeAt(draft: Draft, silentId: string): number {
  const { ladder: run, tier } = draft.state;
  const { steps } = draft.context.policy.ladders[tier];
  const goesOn = run !== null && run.tier === tier && !run.isLastResort && run.nextStep < steps.length;
  const from = goesOn ? run.nextStep : 0;
  const found = steps.findIndex((step, index) => {
    const recipients = recipientsOf(draft, step);
    return index >= from && (recipients.length === 0 || recipients.some((each) => each.responderId !== silentId));
  });
  return found < 0 ? from : found;
}
