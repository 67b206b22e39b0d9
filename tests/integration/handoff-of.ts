import { gatherHandoff, type HandoffDocument } from '#core/handoff';
import type { Night } from '../world.ts';

/** The morning handoff of the session that runs, or of an earlier one, as it stands; before anything is drawn. */
export function handoffOf(night: Night, sessionId = night.core.api.session().deskSession?.id ?? ''): HandoffDocument {
  const gathered = gatherHandoff(night.core.store.read, {
    sessionId,
    now: night.clock.now(),
    language: 'en',
    paper: 'letter',
    version: '0.1.0',
    isPracticeNow: true,
    isDemo: true,
    companyName: 'Harborview',
    zone: 'America/New_York',
  });
  if (!gathered) throw new Error('the night has a session');
  return gathered;
}
