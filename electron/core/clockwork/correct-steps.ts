import type { Desk } from '#core/desk';
import { type Store, steppedSince } from '#core/store';
import { CORRECTED_WITHIN_MS } from '#shared/incident';

const CORE = { kind: 'core' } as const;

/**
 * A live calendar has a new copy: wherever a step went by the one before a moment ago, whoever is named now is notified too.
 * One incident that cannot be decided does not keep the others from it.
 */
export function correctSteps(
  { store, desk }: { readonly store: Store; readonly desk: Desk },
  now: number,
  onBroken: (incidentId: string, error: unknown) => void,
): void {
  for (const incidentId of steppedSince(store.write, now - CORRECTED_WITHIN_MS)) {
    try {
      desk.execute(incidentId, { type: 'correctSchedule' }, CORE);
    } catch (error) {
      onBroken(incidentId, error);
    }
  }
}
