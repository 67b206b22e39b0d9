import type { IncidentState } from '#shared/incident';
import type { WriteDb } from './connection.ts';
import { writeReadModels } from './incidents.ts';
import { load } from './load.ts';

/**
 * Computes anew what is shown and due of every open incident. An older release wrote it as it reckoned then: a clock that
 * it did not know would not fire before the next event.
 */
export function refreshOpenModels(db: WriteDb): void {
  for (const { id } of db.all<{ id: string }>('SELECT id FROM incident WHERE is_open = 1')) {
    const state = foldedOrNull(db, id);
    if (state) writeReadModels(db, state);
  }
}

function foldedOrNull(db: WriteDb, id: string): IncidentState | null {
  try {
    return load(db, id)?.state ?? null;
  } catch {
    // A log that is damaged is told of by whatever next asks for it; the others must not wait for that.
    return null;
  }
}
