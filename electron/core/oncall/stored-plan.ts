import { allRows, feedShifts, type ReadDb, type WrittenTable, writesTo } from '#core/store';
import type { Property, Responder, ScheduleSources } from '#shared/contract';

/** Everything the final schedule is made of, as stored: the core's book and the command line read the same. */
export function storedSources(db: ReadDb): ScheduleSources {
  return readPlan(db, null).sources;
}

/** What is read of the plan, and of whom it names. */
export type Plan = {
  readonly sources: ScheduleSources;
  readonly properties: readonly Property[];
  readonly responders: readonly Responder[];
  readonly byId: ReadonlyMap<string, Responder>;
  /** How often each table had been written to when it was read. */
  readonly writes: ReadonlyMap<PlanTable, number>;
};

const PLAN_TABLES = [
  'shift',
  'rotation',
  'cover',
  'time_off',
  'feed_copy',
  'gap_decision',
  'property',
  'responder',
] as const satisfies readonly WrittenTable[];
type PlanTable = (typeof PLAN_TABLES)[number];

/** A list that was not written to stays the same list: whatever was worked out of it stays known, too. */
export function readPlan(db: ReadDb, before: Plan | null): Plan {
  const writes = new Map(PLAN_TABLES.map((table) => [table, writesTo(db, table)]));
  const read = <Value>(table: PlanTable, known: Value | undefined, anew: () => Value): Value =>
    known !== undefined && before?.writes.get(table) === writes.get(table) ? known : anew();
  const properties = read('property', before?.properties, () => allRows(db, 'property'));
  const responders = read('responder', before?.responders, () => allRows(db, 'responder'));
  const old = before?.sources;
  return {
    sources: {
      shifts: read('shift', old?.shifts, () => allRows(db, 'shift')),
      rotations: read('rotation', old?.rotations, () => allRows(db, 'rotation')),
      covers: read('cover', old?.covers, () => allRows(db, 'cover')),
      timeOff: read('time_off', old?.timeOff, () => allRows(db, 'time_off')),
      feedShifts: read('feed_copy', old?.feedShifts, () => feedShifts(db)),
      decisions: read('gap_decision', old?.decisions, () => allRows(db, 'gap_decision')),
      groups: read('property', old?.groups, () =>
        Object.fromEntries(properties.flatMap(({ id, group }) => (group ? [[id, group]] : []))),
      ),
      inactive: read('responder', old?.inactive, () =>
        responders.filter((each) => !each.active).map((each) => each.id),
      ),
    },
    properties,
    responders,
    byId: read('responder', before?.byId, () => new Map(responders.map((each) => [each.id, each]))),
    writes,
  };
}
