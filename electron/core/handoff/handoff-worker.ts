import { parentPort, workerData } from 'node:worker_threads';
import type { HandoffDocument } from './handoff-document.ts';
import { renderHandoff } from './render-handoff.ts';

/** One document per worker: it is started with the document, posts the PDF, and ends. */
const document = workerData as HandoffDocument; // given by render-in-worker.ts and nobody else
const pdf = await renderHandoff(document);
parentPort?.postMessage(pdf, [pdf.buffer as ArrayBuffer]); // made by renderHandoff as a plain buffer of its own
