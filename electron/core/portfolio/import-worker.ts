import { parentPort, workerData } from 'node:worker_threads';
import { planImport } from './plan-import.ts';
import type { PlanInput } from './plan-types.ts';

/** Entry of the worker thread: one plan input in, one plan out. Started by `runImportPlan` only. */

if (parentPort === null) throw new Error('import-worker runs in a worker thread; call runImportPlan instead');
const input = workerData as PlanInput; // given by runImportPlan and nobody else
parentPort.postMessage(planImport(input));
