import { parentPort } from 'node:worker_threads';
import { planImport } from './plan-import.ts';
import type { PlanInput } from './plan-types.ts';

/** Entry of the worker thread: one plan input in, one plan out. Started by `runImportPlan` only. */

if (parentPort === null) throw new Error('import-worker runs in a worker thread; call runImportPlan instead');
const port = parentPort;
port.once('message', (input: PlanInput) => port.postMessage(planImport(input)));
