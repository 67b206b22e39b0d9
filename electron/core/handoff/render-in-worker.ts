import { Worker } from 'node:worker_threads';
import type { BothLanguages } from '#shared/contract';
import type { HandoffDocument } from './handoff-document.ts';

/** `ms` is what the caller waited, the start of the worker included. */
export type RenderResult =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly ms: number }
  | { readonly ok: false; readonly reason: BothLanguages };

/** A document of two hundred incidents takes about a second; one that takes this long never ends. */
const RENDER_LIMIT_MS = 60_000;

/**
 * Makes the handoff in a thread of its own, so that no ladder waits for it. A failure is a value: the desk goes on
 * without its PDF and says so.
 */
export function renderHandoffInWorker(document: HandoffDocument): Promise<RenderResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./handoff-worker.ts', import.meta.url), {
      workerData: document,
      // Laying out makes many short-lived objects: a small nursery has them swept ten times over.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    const limit = AbortSignal.timeout(RENDER_LIMIT_MS);
    const settle = (result: RenderResult): void => {
      limit.removeEventListener('abort', onLimit);
      resolve(result); // only the first one counts
      void worker.terminate();
    };
    const onLimit = (): void => settle(failed('it took more than a minute', 'tardó más de un minuto'));
    limit.addEventListener('abort', onLimit);
    worker.once('message', (pdf: Uint8Array) => settle({ ok: true, pdf, ms: performance.now() - startedAt }));
    worker.once('error', (error: Error) => settle(failed(error.message, error.message)));
    worker.once('exit', (code) => settle(failed(`the worker ended (${code})`, `el proceso terminó (${code})`)));
  });
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
