import { evolve, type IncidentState } from '#shared/incident';
import type { WriteDb } from './connection.ts';
import { writeReadModels } from './incidents.ts';
import { loadEvents } from './load.ts';

/** The read models that are computed from the log alone, and the key they are compared in. */
const MODELS = [
  { table: 'incident', key: 'id' },
  { table: 'clock', key: 'incident_id, kind, token' },
  { table: 'notified', key: 'incident_id, responder_id' },
  { table: 'triage_case', key: 'incident_id' },
] as const;

export type RebuildResult = {
  readonly incidents: number;
  readonly differences: readonly {
    readonly table: string;
    readonly key: string;
    readonly stored: string | null;
    readonly rebuilt: string | null;
  }[];
};

/**
 * Folds the whole log again into temporary tables and compares them, row by row in key order, with what is stored.
 * Writes to temporary tables only, so a read-only database will do.
 */
export function rebuildCheck(db: WriteDb): RebuildResult {
  for (const { table } of MODELS) {
    db.script(`DROP TABLE IF EXISTS temp.${table}_again`);
    db.script(`CREATE TEMP TABLE ${table}_again AS SELECT * FROM main.${table} WHERE 0`);
  }
  db.script('CREATE UNIQUE INDEX temp.incident_again_id ON incident_again (id)');
  db.script('CREATE INDEX temp.clock_again_incident ON clock_again (incident_id)');
  db.script('CREATE UNIQUE INDEX temp.notified_again_id ON notified_again (incident_id, responder_id)');
  db.script('CREATE UNIQUE INDEX temp.triage_case_again_id ON triage_case_again (incident_id)');
  const ids = db.all<{ id: string }>('SELECT DISTINCT incident_id AS id FROM log WHERE incident_id IS NOT NULL');
  for (const { id } of ids) {
    const state = foldAgain(db, id);
    if (state) writeReadModels(db, state, 'again');
  }
  const differences = MODELS.flatMap(({ table, key }) => compare(db, table, key));
  return { incidents: ids.length, differences };
}

function foldAgain(db: WriteDb, id: string): IncidentState | null {
  let state: IncidentState | null = null;
  for (const { event } of loadEvents(db, id)) state = evolve(state, event);
  return state;
}

function compare(db: WriteDb, table: string, key: string): RebuildResult['differences'] {
  const rowsOf = (name: string): Map<string, string> =>
    new Map(
      db.all<Record<string, unknown>>(`SELECT * FROM ${name} ORDER BY ${key}`).map((row) => [
        key
          .split(', ')
          .map((part) => String(row[part]))
          .join(' '),
        JSON.stringify(row),
      ]),
    );
  const stored = rowsOf(`main.${table}`);
  const rebuilt = rowsOf(`temp.${table}_again`);
  return [...new Set([...stored.keys(), ...rebuilt.keys()])]
    .filter((each) => stored.get(each) !== rebuilt.get(each))
    .map((each) => ({ table, key: each, stored: stored.get(each) ?? null, rebuilt: rebuilt.get(each) ?? null }));
}
