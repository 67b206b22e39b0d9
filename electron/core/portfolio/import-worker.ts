import { workerData } from 'node:worker_threads';
import { allRows, openForChecking } from '#core/store';
import { servePieces } from '#core/thread';
import { planImport } from './plan-import.ts';
import type { PortfolioSnapshot } from './plan-types.ts';
import { type ImportJob, type ImportPiece, piecesOf } from './planned-import.ts';

/** Entry of the worker thread: one job in; its preview and then its rows out. Started by `planInThread` only. */

servePieces(planned(workerData as ImportJob)); // given by planInThread and nobody else

function* planned({ folder, ...input }: ImportJob): Generator<ImportPiece, void> {
  yield* piecesOf(planImport({ ...input, existing: snapshot(folder) }));
}

/** Read here and not handed over: copying a large portfolio would hold the core's thread. */
function snapshot(folder: string): PortfolioSnapshot {
  const { connection, close } = openForChecking(folder);
  try {
    return {
      properties: allRows(connection, 'property'),
      units: allRows(connection, 'unit'),
      residents: allRows(connection, 'resident'),
      responders: allRows(connection, 'responder'),
    };
  } finally {
    close();
  }
}
