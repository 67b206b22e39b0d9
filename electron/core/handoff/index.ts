export * from './evidence.ts';
export { gatherEvidence } from './gather-evidence.ts';
export { gatherHandoff, type HandoffOptions } from './gather-handoff.ts';
export type * from './handoff-document.ts';
export { makeHandoffInWorker } from './make-in-worker.ts';
export { renderHandoff } from './render-handoff.ts';
