import { piecesOfThread, type ThreadLimits } from '#core/thread';
import { refusedPlan } from './plan-types.ts';
import { type ImportJob, type ImportPiece, type ImportPreview, type PlannedRow, previewOf } from './planned-import.ts';
import { reasons } from './reasons.ts';

/** Far beyond the two seconds a full file takes, so that only a hung thread meets it. */
const LIMITS: ThreadLimits = {
  limitMs: 60_000,
  // V8 keeps the pages of a thread that has ended: its young ones, which a plan fills in no time, would stay with the core.
  memory: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 8 },
};

/** A file that a thread has planned. Whoever does not take its rows to the end calls `drop`, or the thread stays. */
export type PlannedImport = {
  readonly preview: ImportPreview;
  /** In the order to carry out; each piece is fetched when it is asked for. @throws when the thread broke meanwhile */
  rows(): AsyncIterable<readonly PlannedRow[]>;
  drop(): Promise<void>;
};

/**
 * `planImport` on a worker thread that reads the portfolio by itself, so that a large file never delays a ladder on the
 * core's own. Never rejects: a thread that fails, runs out of memory or takes longer than a minute becomes a preview with
 * a `fileError`.
 */
export async function planInThread(job: ImportJob): Promise<PlannedImport> {
  const pieces = piecesOfThread<ImportPiece>(new URL('./import-worker.ts', import.meta.url), job, LIMITS);
  return {
    preview: await previewFrom(pieces, job),
    async *rows() {
      for await (const piece of pieces) if (piece.kind === 'rows') yield piece.rows;
    },
    drop: async () => void (await pieces.return()),
  };
}

async function previewFrom(pieces: AsyncGenerator<ImportPiece, void>, job: ImportJob): Promise<ImportPreview> {
  try {
    const first = await pieces.next();
    if (!first.done && first.value.kind === 'preview') return first.value.preview;
  } catch {
    // Said below, whatever broke: the person importing can only do one thing about it, and the sentence says which.
  }
  return previewOf(refusedPlan(job.kind === 'auto' ? null : job.kind, reasons.workerFailed));
}
