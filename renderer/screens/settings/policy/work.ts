import { create } from 'zustand';
import type { PolicyLayer, PolicyPlace, Tier } from '#shared/contract';
import { saysTheSameLadders } from '#shared/escalation';

/** What is being changed but not signed: it outlives a look at another tab or screen, since an alarm may come in between. */
type PolicyWork = {
  readonly place: PolicyPlace;
  readonly tier: Tier;
  readonly drafts: Readonly<Record<string, PolicyLayer>>;
};

export const usePolicyWork = create<PolicyWork>(() => ({ place: 'company', tier: 'P1', drafts: {} }));

/** What was changed. Changed back to what is signed, it is no draft. */
export function changePolicyDraft(signed: PolicyLayer, draft: PolicyLayer): void {
  if (saysTheSameLadders(signed, draft)) return dropPolicyDraft(draft.id);
  usePolicyWork.setState(({ drafts }) => ({ drafts: { ...drafts, [draft.id]: draft } }));
}

export function dropPolicyDraft(place: PolicyPlace): void {
  usePolicyWork.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([name]) => name !== place)),
  }));
}
