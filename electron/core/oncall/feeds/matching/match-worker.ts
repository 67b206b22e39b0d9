import { parentPort, workerData } from 'node:worker_threads';
import { matchAll } from './match.ts';
import type { MatchJob } from './matches.ts';

/** Entry of the worker thread: titles in, whom they mean out. Started by `matchesOf` only. */

if (parentPort === null) throw new Error('match-worker runs in a worker thread; call matchesOf instead');
const { asked, names } = workerData as MatchJob; // given by matchesOf and nobody else
// It has loaded: only now its time begins.
parentPort.postMessage(null);
parentPort.postMessage(matchAll(asked, names));
