import type { BothLanguages, Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { cancelUnsent } from './cancel-unsent.ts';
import { openAgain } from './clock-due.ts';
import { CORE, type Draft } from './draft.ts';
import { ring } from './ring.ts';
import { alarmFarEta } from './stale.ts';
import { tellLowered, tellRaised } from './tell-holder.ts';
import { reachable, tellStandDown } from './tell-responders.ts';

export const LOWERED: BothLanguages = { en: 'It is no longer urgent', es: 'Ya no es urgente' };

/**
 * The tier changed while somebody has it. Raised: they keep it and are asked to confirm it, by text and by telephone;
 * on site they only read it. Lowered: they keep it, and everybody else stands down.
 */
export function tellHolderOfTier(draft: Draft, from: Tier): void {
  const { holder, tier, status } = draft.state;
  if (!holder) return;
  if (tier > from) {
    cancelUnsent(draft, 'tierChanged', ({ purpose }) => ['step', 'call', 'vendor'].includes(purpose));
    tellStandDown(draft, LOWERED, [holder.responderId]);
    return tellLowered(draft);
  }
  const asksYes = status === 'acknowledged';
  tellRaised(draft, asksYes);
  if (!asksYes) return;
  draft.emit({ type: 'tierConfirmAsked', byAt: draft.context.now + TIMING.confirmTierMs }, CORE);
  const recipient = reachable(draft.state, holder.responderId);
  if (tier === 'P1' && draft.context.hasVoice && recipient !== null) ring(draft, recipient);
  else if (tier === 'P1') {
    const { responderId, name } = holder;
    const phone = recipient?.phone ?? null;
    const dueAt = draft.context.now + TIMING.callByHandAfterMs;
    draft.emit({ type: 'callByHandPlanned', responderId, name, phone, dueAt }, CORE);
  }
  alarmFarEta(draft);
}

/** Whoever has it knows of the higher tier. */
export function confirmTier(draft: Draft, how: 'reply' | 'onBehalf' | 'desk'): void {
  if (draft.state.holder?.confirmByAt != null) draft.emit({ type: 'tierConfirmed', how });
}

/** They have not said that they know: the higher ladder starts. */
export function notConfirmed(draft: Draft): void {
  const byAt = draft.state.holder?.confirmByAt ?? draft.context.now;
  openAgain(draft, 'tierNotConfirmed', byAt);
}
