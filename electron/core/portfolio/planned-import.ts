import type { Entities, ImportPlan, PlanInput } from './plan-types.ts';

/** A file to plan, and the data folder it is planned against. */
export type ImportJob = Omit<PlanInput, 'existing'> & { readonly folder: string };

/** What a person judges an import by: a plan whose lists hold their first rows only, and how long each list is. */
export type ImportPreview = ImportPlan & {
  readonly counts: {
    readonly creates: number;
    readonly updates: number;
    readonly rowErrors: number;
    readonly warnings: number;
  };
};

/** A row to write, with its table. */
export type PlannedRow = {
  [E in keyof Entities]: { readonly entity: E; readonly row: Entities[E] };
}[keyof Entities];

/** What crosses from the thread: the preview first, then the rows in the order to carry out. */
export type ImportPiece =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'rows'; readonly rows: readonly PlannedRow[] };

/** Rows of each list that a preview shows; a file of ten thousand is judged by its counts and its first rows. */
const TOLD = 50;
/** Rows that cross at once: taken in within a millisecond. */
const AT_ONCE = 100;

export function* piecesOf(plan: ImportPlan): Generator<ImportPiece, void> {
  yield { kind: 'preview', preview: previewOf(plan) };
  let rows: PlannedRow[] = [];
  for (const row of rowsOf(plan)) {
    rows.push(row);
    if (rows.length < AT_ONCE) continue;
    yield { kind: 'rows', rows };
    rows = [];
  }
  if (rows.length > 0) yield { kind: 'rows', rows };
}

export function previewOf(plan: ImportPlan): ImportPreview {
  const { creates, updates, rowErrors, warnings } = plan;
  return {
    ...plan,
    creates: creates.slice(0, TOLD),
    updates: updates.slice(0, TOLD),
    rowErrors: rowErrors.slice(0, TOLD),
    warnings: warnings.slice(0, TOLD),
    counts: {
      creates: creates.length,
      updates: updates.length,
      rowErrors: rowErrors.length,
      warnings: warnings.length,
    },
  };
}

function* rowsOf({ creates, updates }: ImportPlan): Generator<PlannedRow, void> {
  for (const { entity, row } of creates) yield { entity, row } as PlannedRow; // each pairs a row with its table
  for (const { entity, after } of updates) yield { entity, row: after } as PlannedRow; // likewise
}
