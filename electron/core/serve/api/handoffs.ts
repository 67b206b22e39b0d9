import { gatherHandoff, renderHandoffInWorker } from '#core/handoff';
import { handoffRows, openDeskSession, saveHandoff } from '#core/store';
import type { Answer } from '#shared/contract';
import type { Actor } from '#shared/incident';
import type { ConsoleApi } from '../console-api.ts';
import { company, LOCKED_DESK, type Parts, refusal, whoIsAtDesk } from '../parts.ts';

/** Morning handoffs: made in a worker, kept with the session, read at `/documents/handoff/ID.pdf`. */
export function handoffApi(parts: Parts): Pick<ConsoleApi, 'handoffs' | 'makeHandoff'> {
  return {
    handoffs: () => handoffRows(parts.store.read),
    async makeHandoff(sessionId) {
      const id = sessionId ?? openDeskSession(parts.store.read)?.id;
      if (id === undefined)
        return refusal('notSignedIn', {
          en: 'Nobody is signed in, so there is no night to hand over. Choose an earlier one.',
          es: 'Nadie ha iniciado sesión; no hay noche que entregar. Elija una anterior.',
        });
      return makeHandoffOf(parts, id, whoIsAtDesk(parts) ?? LOCKED_DESK);
    },
  };
}

/** Gathers, renders in a worker and keeps the handoff of one desk session; `by` asked for it. */
export async function makeHandoffOf(
  parts: Parts,
  sessionId: string,
  by: Actor,
): Promise<Answer<{ handoffId: string }>> {
  const { store, clock, desk } = parts;
  const known = company(parts);
  const now = clock.now();
  const document = gatherHandoff(store.read, {
    sessionId,
    now,
    language: known?.language ?? 'en',
    paper: 'letter',
    version: parts.version,
    isPracticeNow: parts.gateway.practice() !== null,
    isDemo: known?.isDemo ?? false,
    companyName: known?.name ?? '',
    zone: known?.zone ?? 'UTC',
  });
  if (!document) return refusal('noSession', { en: 'There is no such desk session.', es: 'No existe esa sesión.' });
  const rendered = await renderHandoffInWorker(document);
  if (!rendered.ok) return refusal('notRendered', rendered.reason);
  desk.change(
    ['handoff'],
    (db, author) => saveHandoff(db, { sessionId, head: document.logHead, pdf: rendered.pdf }, author),
    by,
  );
  return { ok: true, value: { handoffId: sessionId } };
}
