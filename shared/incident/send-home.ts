import type { BothLanguages } from '#shared/contract';
import { cancelUnsent } from './cancel-unsent.ts';
import type { Draft } from './draft.ts';
import { tellOneStandDown } from './tell-holder.ts';

/** One person need not come: what has not left for them is called back, and they read why. */
export function sendHome(draft: Draft, responderId: string, reason: string | BothLanguages): void {
  cancelUnsent(
    draft,
    'stoodDown',
    ({ purpose, to }) =>
      (purpose === 'step' || purpose === 'vendor') && to.kind === 'responder' && to.responderId === responderId,
  );
  tellOneStandDown(draft, responderId, reason);
}
