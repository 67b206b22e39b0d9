import type { Draft } from './draft.ts';

/** The resident of a P3 has heard, or the hour they were promised has passed without a word. Settled once. */
export function settlePromise(draft: Draft, hasHeard: boolean): void {
  const { promise, promiseByAt } = draft.state;
  if (promise !== 'running') return;
  const isKept = hasHeard && (promiseByAt === null || draft.context.now <= promiseByAt);
  draft.emit({ type: 'promiseSettled', what: 'morning', isKept });
}
