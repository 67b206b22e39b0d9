import { readCsv } from './csv-table.ts';
import { recogniseHeader, recogniseKind, scoreHeader } from './headers.ts';
import { planProperties } from './plan-properties.ts';
import { planResidents } from './plan-residents.ts';
import { planResponders } from './plan-responders.ts';
import { type ImportKind, type ImportPlan, type PlanInput, type RowNote, refusedPlan } from './plan-types.ts';
import { planUnits } from './plan-units.ts';
import { reasons } from './reasons.ts';
import type { Planner } from './sheet.ts';

const PLANNERS: Readonly<Record<ImportKind, Planner>> = {
  properties: planProperties,
  units: planUnits,
  residents: planResidents,
  responders: planResponders,
};

/**
 * What importing a file would change, and why it would leave rows out. Pure: nothing is written, and the same input
 * gives the same plan, ids included. Planning a file again after its plan was carried out proposes nothing.
 *
 * Cells that are empty and columns that are missing leave what is on file as it is. A row with an error is left out
 * whole; the others go in. Never throws on any content of `csv`: what is wrong with the file is `fileError`.
 * At most 20 MB and 100,000 rows. Takes up to a second or two for large files: use `runImportPlan` in the core.
 */
export function planImport(input: PlanInput): ImportPlan {
  const askedKind = input.kind === 'auto' ? null : input.kind;
  const read = readCsv(input.csv, (cells) => scoreHeader(input.kind, cells));
  if (!read.ok) return refusedPlan(askedKind, read.reason);
  const { header, records, openQuoteLine } = read.table;
  const kind = askedKind ?? recogniseKind(header);
  if (kind === null) return refusedPlan(null, reasons.unknownKind, header);
  const { columnOf, mapping, unknownColumns, missing } = recogniseHeader(kind, header);
  if (missing.length > 0) return refusedPlan(kind, reasons.missingColumn(kind, missing), header);
  // Else each row would say so.
  if ((kind === 'units' || kind === 'residents') && input.existing.properties.length === 0)
    return refusedPlan(kind, reasons.propertiesFirst(kind), header);

  const planned = PLANNERS[kind]({ header, columnOf, records }, input);
  const openQuote: RowNote[] =
    openQuoteLine === null ? [] : [{ line: openQuoteLine, column: null, value: '"', reason: reasons.openQuote }];
  const rowErrors = [...planned.rowErrors, ...openQuote];
  return {
    kind,
    fileError: null,
    ...planned,
    rowErrors,
    rowsLeftOut: new Set(rowErrors.map((note) => note.line)).size,
    mapping,
    unknownColumns,
  };
}
