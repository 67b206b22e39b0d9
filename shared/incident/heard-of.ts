import type { Instant } from '#shared/contract';
import type { Holder } from './state.ts';

/** Whoever has it was heard of: they need not be asked whether they are still coming. */
export function heardOf(holder: Holder, at: Instant): Holder {
  return { ...holder, lastSignAt: at, stillComingByAt: null };
}
