import { answerOfThread, type ThreadLimits, ThreadTrouble } from '#core/thread';
import type { BothLanguages } from '#shared/contract';
import type { HandoffOptions } from './gather-handoff.ts';

export type HandoffJob = {
  readonly folder: string;
  /** The last line of the log when it was asked for. */
  readonly askedAfter: number;
  readonly options: HandoffOptions;
};

/** What the thread posts; null: there is no such session. */
export type HandoffAnswer =
  | { readonly head: string; readonly pdf: Uint8Array }
  | { readonly trouble: BothLanguages }
  | null;

/** `head` is the last line of the log that is in it. `ms` is what the caller waited, the start of the worker included. */
export type MadeHandoff =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly head: string; readonly ms: number }
  | { readonly ok: false; readonly reason: BothLanguages };

const LIMITS: ThreadLimits = {
  // A night of two hundred incidents takes about a second; one that takes this long never ends.
  limitMs: 60_000,
  // Laying out makes many short-lived objects: a small nursery has them swept ten times over.
  memory: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 64 },
};

/**
 * Reads the night from the folder and makes its handoff, both in a thread of its own, so that no ladder waits for either.
 * A failure is a value: the desk goes on without its PDF and says so. Null when there is no such session.
 */
export async function makeHandoffInWorker(job: HandoffJob): Promise<MadeHandoff | null> {
  const startedAt = performance.now();
  try {
    const entry = new URL('./handoff-worker.ts', import.meta.url);
    const answer = await answerOfThread<HandoffAnswer>(entry, job, LIMITS);
    if (answer === null) return null;
    if ('trouble' in answer) return failed(answer.trouble.en, answer.trouble.es);
    return { ok: true, ...answer, ms: performance.now() - startedAt };
  } catch (error) {
    if (error instanceof ThreadTrouble && error.kind === 'tooLong')
      return failed('it took more than a minute', 'tardó más de un minuto');
    const why = error instanceof Error ? error.message : String(error);
    return failed(why, why);
  }
}

function failed(why: string, porQue: string): MadeHandoff {
  const [en, es] = [why.replace(/\.$/, ''), porQue.replace(/\.$/, '')];
  return {
    ok: false,
    reason: {
      en: `The handoff PDF could not be made: ${en}. The night itself is safe in the log; try again.`,
      es: `No se pudo hacer el PDF de entrega: ${es}. La noche está a salvo en el registro; intente de nuevo.`,
    },
  };
}
