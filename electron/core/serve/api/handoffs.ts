import { makeHandoffInWorker } from '#core/handoff';
import { handoffRows, logHead, openDeskSession, saveHandoff } from '#core/store';
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

/** Makes the handoff of one desk session in a worker, and keeps it; `by` asked for it. */
export async function makeHandoffOf(
  parts: Parts,
  sessionId: string,
  by: Actor,
): Promise<Answer<{ handoffId: string }>> {
  const { store, clock, desk } = parts;
  const known = company(parts);
  const made = await makeHandoffInWorker({
    folder: store.folder,
    askedAfter: logHead(store.read).seq,
    options: {
      sessionId,
      now: clock.now(),
      language: known?.language ?? 'en',
      paper: 'letter',
      version: parts.version,
      isPracticeNow: parts.gateway.practice() !== null,
      isDemo: known?.isDemo ?? false,
      companyName: known?.name ?? '',
      zone: known?.zone ?? 'UTC',
    },
  });
  if (!made) return refusal('noSession', { en: 'There is no such desk session.', es: 'No existe esa sesión.' });
  if (!made.ok) return refusal('notRendered', made.reason);
  desk.change(['handoff'], (db, author) => saveHandoff(db, { sessionId, head: made.head, pdf: made.pdf }, author), by);
  return { ok: true, value: { handoffId: sessionId } };
}
