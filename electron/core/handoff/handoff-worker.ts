import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { asTrouble, latestAtAfter, readAtOneMoment, StoreTrouble } from '#core/store';
import { gatherHandoff } from './gather-handoff.ts';
import type { HandoffDocument } from './handoff-document.ts';
import type { HandoffAnswer, HandoffJob } from './make-in-worker.ts';
import { renderHandoff } from './render-handoff.ts';

// Steps that fall due meanwhile go first. On Linux this is about this thread alone; elsewhere it would slow the whole core.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

/** One handoff per worker: it is started with what was asked for, posts the PDF, and ends. */
const job = workerData as HandoffJob; // given by make-in-worker.ts and nobody else
const answer = await make();
parentPort?.postMessage(answer, answer && 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : []); // a plain buffer of its own

async function make(): Promise<HandoffAnswer> {
  let document: HandoffDocument | null;
  try {
    document = gather();
  } catch (error) {
    const trouble = asTrouble(error, job.folder);
    if (!(trouble instanceof StoreTrouble)) throw trouble;
    return { trouble: trouble.sentence };
  }
  return document && { head: document.logHead, pdf: await renderHandoff(document) };
}

/** The database is let go of before anything is drawn: while it is read, its log of changes can only grow. */
function gather(): HandoffDocument | null {
  const { folder, askedAfter, options } = job;
  return readAtOneMoment(folder, (read) => {
    // What happened while the thread was started is read too, up to the head that is printed; so the night is told up to it.
    const now = Math.max(options.now, latestAtAfter(read, askedAfter) ?? options.now);
    return gatherHandoff(read, { ...options, now });
  });
}
