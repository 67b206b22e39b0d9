import { rulesAt } from '#core/triage';
import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';

/** Cards, numbers and phrases as they hold at a place. */
export function triageApi({ store }: Parts): Pick<ConsoleApi, 'triageRules'> {
  return {
    triageRules: (propertyId) => rulesAt(store.read, propertyId),
  };
}
