import type { ConsoleApi } from '../console-api.ts';
import { NOT_YET, type Parts } from '../parts.ts';

/** What waits to leave, and what became of what left. */
export function outboxApi(_parts: Parts): Pick<ConsoleApi, 'outbox' | 'retryMessage' | 'cancelMessage'> {
  return { outbox: () => [], retryMessage: () => NOT_YET, cancelMessage: () => NOT_YET };
}
