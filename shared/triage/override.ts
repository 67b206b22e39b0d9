import type { Tier } from '#shared/contract';

/** Whether a coordinator's tier is another than the words give. No words, no verdict: then any choice is their own. */
export function isOverride(verdict: Tier | undefined, chosen: Tier | null): chosen is Tier {
  return chosen !== null && chosen !== verdict;
}

/** An override says why, up or down: the log and the marks of the morning manager are read against it. */
export function isReasonMissing(verdict: Tier | undefined, chosen: Tier | null, reason: string): boolean {
  return isOverride(verdict, chosen) && reason.trim() === '';
}
