import type { BothLanguages } from '#shared/contract';
import { askNoMore } from './cancel-unsent.ts';
import type { Draft } from './draft.ts';
import { tellOneStandDown } from './tell-holder.ts';

/** One person need not come: what has not left for them is called back, and they read why. */
export function sendHome(draft: Draft, responderId: string, reason: string | BothLanguages): void {
  askNoMore(draft, responderId, 'stoodDown');
  tellOneStandDown(draft, responderId, reason);
}
