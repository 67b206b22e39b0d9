import { answerOfThread, type ThreadLimits, ThreadTrouble } from '#core/thread';
import type { BothLanguages } from '#shared/contract';
import type { HandoffDocument } from './handoff-document.ts';

/** `ms` is what the caller waited, the start of the worker included. */
export type RenderResult =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly ms: number }
  | { readonly ok: false; readonly reason: BothLanguages };

const LIMITS: ThreadLimits = {
  // A document of two hundred incidents takes about a second; one that takes this long never ends.
  limitMs: 60_000,
  // Laying out makes many short-lived objects: a small nursery has them swept ten times over.
  memory: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 64 },
};

/**
 * Makes the handoff in a thread of its own, so that no ladder waits for it. A failure is a value: the desk goes on
 * without its PDF and says so.
 */
export async function renderHandoffInWorker(document: HandoffDocument): Promise<RenderResult> {
  const startedAt = performance.now();
  try {
    const entry = new URL('./handoff-worker.ts', import.meta.url);
    const pdf = await answerOfThread<Uint8Array>(entry, document, LIMITS);
    return { ok: true, pdf, ms: performance.now() - startedAt };
  } catch (error) {
    if (error instanceof ThreadTrouble && error.kind === 'tooLong')
      return failed('it took more than a minute', 'tardó más de un minuto');
    const why = error instanceof Error ? error.message : String(error);
    return failed(why, why);
  }
}

function failed(why: string, porQue: string): RenderResult {
  return {
    ok: false,
    reason: {
      en: `The handoff PDF could not be made: ${why}. The night itself is safe in the log; try again.`,
      es: `No se pudo hacer el PDF de entrega: ${porQue}. La noche está a salvo en el registro; intente de nuevo.`,
    },
  };
}
