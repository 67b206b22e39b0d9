export * from './evidence.ts';
export { gatherEvidence } from './gather-evidence.ts';
export { gatherHandoff, type HandoffOptions } from './gather-handoff.ts';
export type * from './handoff-document.ts';
export { renderHandoff } from './render-handoff.ts';
export { type RenderResult, renderHandoffInWorker } from './render-in-worker.ts';
