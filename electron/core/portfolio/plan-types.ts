import type { BothLanguages, Property, Resident, Responder, Unit } from '#shared/contract';

/** What an import reads and what it proposes. Plain values throughout: both cross to a worker thread and back. */

export const IMPORT_KINDS = ['properties', 'units', 'residents', 'responders'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The portfolio as it stands when the plan is made. */
export type PortfolioSnapshot = {
  readonly properties: readonly Property[];
  readonly units: readonly Unit[];
  readonly residents: readonly Resident[];
  readonly responders: readonly Responder[];
};

export type PlanInput = {
  readonly kind: ImportKind | 'auto';
  /** The file: text, or its bytes (UTF-8, UTF-16 with a byte order mark, or Windows-1252). */
  readonly csv: string | Uint8Array;
  readonly existing: PortfolioSnapshot;
  /** `zone`: IANA zone of properties that name none. `country`: ISO code of numbers written without one, e.g. `US`. */
  readonly defaults: { readonly zone: string; readonly country: string };
  /** A residents file may add units of a known property that are not on file yet. Off unless asked for. */
  readonly canCreateUnits?: boolean;
};

export type Entities = {
  readonly property: Property;
  readonly unit: Unit;
  readonly resident: Resident;
  readonly responder: Responder;
};
export type ImportCreate = {
  [E in keyof Entities]: { readonly entity: E; readonly line: number; readonly row: Entities[E] };
}[keyof Entities];
export type ImportUpdate = {
  [E in keyof Entities]: {
    readonly entity: E;
    readonly line: number;
    readonly before: Entities[E];
    readonly after: Entities[E];
  };
}[keyof Entities];

/** Something to say about one row. `line` is the line of the text file, its header being line 1 when nothing precedes it. */
export type RowNote = {
  readonly line: number;
  /** The column as the file names it; null when the row as a whole is meant or the column is not there. */
  readonly column: string | null;
  readonly value: string;
  readonly reason: BothLanguages;
};

export type ImportPlan = {
  /** Null when the file does not show what it lists. */
  readonly kind: ImportKind | null;
  /** Why nothing of the file could be used; then every list is empty. */
  readonly fileError: BothLanguages | null;
  /** In the order to carry out: a unit comes before its residents. */
  readonly creates: readonly ImportCreate[];
  readonly updates: readonly ImportUpdate[];
  /** Rows of the file that say what is on file already. */
  readonly unchanged: number;
  /** Why rows were left out. One row may have several. */
  readonly rowErrors: readonly RowNote[];
  /** How many rows that is. */
  readonly rowsLeftOut: number;
  /** Rows taken, with something to look at. */
  readonly warnings: readonly RowNote[];
  /** Which column was read as what. */
  readonly mapping: readonly { readonly column: string; readonly field: string }[];
  readonly unknownColumns: readonly string[];
};

/** The plan of a file of which nothing could be used. */
export function refusedPlan(
  kind: ImportKind | null,
  reason: BothLanguages,
  columns: readonly string[] = [],
): ImportPlan {
  return {
    kind,
    fileError: reason,
    creates: [],
    updates: [],
    unchanged: 0,
    rowErrors: [],
    rowsLeftOut: 0,
    warnings: [],
    mapping: [],
    unknownColumns: columns,
  };
}
