import type { Draft } from './draft.ts';
import { recipientsOf } from './fire-step.ts';

/**
 * Where the ladder goes on that an acknowledgement had stopped: at the step that would have been next. Steps that ask
 * only whoever stayed silent are passed over, for they have been asked. A ladder of another tier begins at its first, and
 * so does one of which all steps have been asked.
 *
 * @param isNewLadder it begins at its first step even where a ladder of this tier ran before: whoever that one had asked
 *   may have been sent home since.
 */
export function resumeAt(draft: Draft, silentId: string, isNewLadder: boolean): number {
  const { ladder: run, tier } = draft.state;
  // Their last resort has no steps to choose from.
  if (run?.isLastResort) return 0;
  const isSame = run !== null && run.tier === tier;
  const { steps } = isSame ? run.ladder : draft.context.policy.ladders[tier];
  const from = isSame && !isNewLadder && run.nextStep < steps.length ? run.nextStep : 0;
  const found = steps.findIndex((step, index) => {
    if (index < from) return false;
    const recipients = recipientsOf(draft, step).filter((each) => !each.isCopy);
    return recipients.length === 0 || recipients.some((each) => each.responderId !== silentId);
  });
  return found < 0 ? from : found;
}
