import type { CsvRecord } from './csv-table.ts';
import type { FieldOf } from './headers.ts';
import { foldText } from './natural-key.ts';
import type { ImportCreate, ImportKind, ImportPlan, ImportUpdate, PlanInput, RowNote } from './plan-types.ts';
import { reasons } from './reasons.ts';
import { openRow, type RowReader } from './row-reader.ts';

/** A table whose columns have been recognised, and the walk over its rows that every kind of import shares. */

/** As much of a cell as a note repeats. */
const MAX_SHOWN_CHARS = 200;

export type Sheet = {
  readonly header: readonly string[];
  readonly columnOf: ReadonlyMap<string, number>;
  readonly records: readonly CsvRecord[];
};
export type Planner = (sheet: Sheet, input: PlanInput) => Planned;
export type Planned = Pick<ImportPlan, 'creates' | 'updates' | 'unchanged' | 'rowErrors' | 'warnings'>;
export type Outcome = {
  readonly creates: readonly ImportCreate[];
  readonly updates: readonly ImportUpdate[];
  readonly unchanged: number;
};

/**
 * Reads every row with `take`, which notes what is wrong on the row itself, then asks for the `outcome`.
 * Rows that repeat the header (reports do so on each page) are passed over; rows of totals are named and left out.
 */
export function walkRows<K extends ImportKind>(
  sheet: Sheet,
  take: (row: RowReader<FieldOf<K>>) => void,
  outcome: () => Outcome,
): Planned {
  const rowErrors: RowNote[] = [];
  const warnings: RowNote[] = [];
  const repeatedHeader = sheet.header.join('\n');
  const width = sheet.header.findLastIndex((name) => name !== '') + 1;
  for (const record of sheet.records) {
    if (record.cells.join('\n') === repeatedHeader) continue;
    if (isTotals(record)) {
      warnings.push({
        line: record.line,
        column: null,
        value: record.cells.join(' ').trim(),
        reason: reasons.totalsRow,
      });
      continue;
    }
    const surplus = record.cells.slice(width).filter((cell) => cell !== '');
    if (surplus.length > 0) {
      // Nobody can say which cell has slipped, so nothing of the row is read.
      const value = surplus.join(', ').slice(0, MAX_SHOWN_CHARS);
      rowErrors.push({ line: record.line, column: null, value, reason: reasons.longerThanHeader });
      continue;
    }
    const row = openRow<FieldOf<K>>(record, sheet.header, sheet.columnOf);
    take(row);
    for (const error of row.errors) rowErrors.push(error);
    // What else could be said of a row that was left out does not matter until it is mended.
    if (row.errors.length === 0) for (const warning of row.warnings) warnings.push(warning);
  }
  return { ...outcome(), rowErrors, warnings };
}

function isTotals(record: CsvRecord): boolean {
  const filled = record.cells.filter((cell) => cell !== '');
  const isMarked = /^(?:grand |sub ?)?totals?:?$|^total(?:es)?(?: general)?:?$/.test(foldText(filled[0] ?? ''));
  return isMarked && filled.slice(1).every((cell) => /^[\d.,$%\s-]+$/.test(cell));
}
