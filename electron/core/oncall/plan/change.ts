import { type Author, putRow, type RowOf, removeRow, type WriteDb } from '#core/store';
import type {
  BothLanguages,
  Cover,
  Instant,
  Property,
  Refusal,
  Responder,
  ScheduleSources,
  Scope,
  Stretch,
} from '#shared/contract';
import { BAD_ID, END_FIRST, OVER, TWO_SCOPES, UNKNOWN_GROUP, UNKNOWN_PERSON, UNKNOWN_PROPERTY } from './refusals.ts';

/** The tables a plan is made of. */
export type PlanTable = 'shift' | 'rotation' | 'cover' | 'time_off' | 'gap_decision';
type Put = { readonly [Table in PlanTable]: { readonly table: Table; readonly row: RowOf<Table> } }[PlanTable];
type Remove = { readonly table: PlanTable; readonly id: string };

/** What a change of the plan is decided from: read once, at one moment. */
export type PlanFacts = {
  readonly now: Instant;
  /** The staff member who makes it. */
  readonly by: string;
  readonly sources: ScheduleSources;
  readonly responder: (id: string) => Responder | null;
  readonly properties: readonly Property[];
  readonly zone: string;
  readonly newId: () => string;
  /** What this core has taken out of the plan by this id. */
  readonly removedCover: (id: string) => Cover | null;
};

/** A decided change: what is written, and what its author should know. */
export type PlanChange = {
  readonly ok: true;
  readonly id: string;
  readonly puts: readonly Put[];
  readonly removes: readonly Remove[];
  readonly notes: readonly BothLanguages[];
};
export type Planned = PlanChange | Refusal;

/** Writes it, each row with its line in the log. */
export function writeChange(db: WriteDb, author: Author, { puts, removes }: PlanChange): void {
  for (const { table, id } of removes) removeRow(db, table, id, author);
  for (const { table, row } of puts) putRow(db, table, row as never, author); // each row stands beside its own table
}

const LONGEST_ID = 64;

/** Why an entry cannot be meant: its place, its people. Null when it can. */
export function refuseWhom(facts: PlanFacts, scope: Scope, people: readonly string[]): Refusal | null {
  const { propertyId, group } = scope;
  if (propertyId !== null && group !== null) return TWO_SCOPES;
  if (propertyId !== null && !facts.properties.some((each) => each.id === propertyId)) return UNKNOWN_PROPERTY;
  if (group !== null && !facts.properties.some((each) => each.group === group)) return UNKNOWN_GROUP;
  return people.some((id) => facts.responder(id) === null) ? UNKNOWN_PERSON : null;
}

/** A stretch that ends before it begins, or is history. */
export function refuseWhen({ now }: PlanFacts, { startsAt, endsAt }: Stretch): Refusal | null {
  if (endsAt <= startsAt) return END_FIRST;
  return endsAt <= now ? OVER : null;
}

export function refuseId(id: string): Refusal | null {
  return id.trim() === '' || id.length > LONGEST_ID ? BAD_ID : null;
}

/** Later than whatever was entered so far, even where two were in one millisecond or the clock was set back: the later holds. */
export function enteredAt({ now, sources }: PlanFacts): Instant {
  return [...sources.covers, ...sources.timeOff].reduce((latest, each) => Math.max(latest, each.createdAt + 1), now);
}
