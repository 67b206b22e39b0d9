export * from './evidence.ts';
export type * from './handoff-document.ts';
export { renderHandoff } from './render-handoff.ts';
export { type RenderResult, renderHandoffInWorker } from './render-in-worker.ts';
