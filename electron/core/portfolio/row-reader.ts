import type { BothLanguages } from '#shared/contract';
import type { CsvRecord } from './csv-table.ts';
import { isBlank, type Parsed } from './fields.ts';
import type { RowNote } from './plan-types.ts';
import { reasons } from './reasons.ts';

/** Reads one row by field names and collects what is wrong with it, so that all errors of a row are told at once. */

const MAX_CELL_CHARS = 4_000;

export type RowReader<F extends string> = {
  readonly line: number;
  readonly errors: readonly RowNote[];
  readonly warnings: readonly RowNote[];
  has(field: F): boolean;
  /** The cell, or `''` when column or content is missing. */
  text(field: F): string;
  /** The parsed cell; `otherwise` when it is empty or wrong (then an error is noted). */
  read<T>(field: F, parse: (cell: string) => Parsed<T>, otherwise: T): T;
  /** The cell of a field that must be filled; an error is noted when it is not. */
  require(field: F): string;
  refuse(field: F | null, reason: BothLanguages): void;
  warn(field: F | null, reason: BothLanguages): void;
};

export function openRow<F extends string>(
  record: CsvRecord,
  header: readonly string[],
  columnOf: ReadonlyMap<string, number>,
): RowReader<F> {
  const errors: RowNote[] = [];
  const warnings: RowNote[] = [];
  const cellOf = (field: F): string => {
    const cell = record.cells[columnOf.get(field) ?? -1] ?? '';
    return isBlank(cell) ? '' : cell;
  };
  const note = (field: F | null, reason: BothLanguages): RowNote => {
    const column = field === null ? null : (header[columnOf.get(field) ?? -1] ?? null);
    return { line: record.line, column, value: field === null ? '' : cellOf(field).slice(0, 200), reason };
  };
  const reader: RowReader<F> = {
    line: record.line,
    errors,
    warnings,
    has: (field) => columnOf.has(field),
    text: (field) => {
      const cell = cellOf(field);
      if (cell.length <= MAX_CELL_CHARS) return cell;
      errors.push(note(field, reasons.cellTooLong));
      return '';
    },
    read: (field, parse, otherwise) => {
      const cell = reader.text(field);
      if (cell === '') return otherwise;
      const parsed = parse(cell);
      if (!parsed.ok) errors.push(note(field, parsed.reason));
      else if (parsed.warning) warnings.push(note(field, parsed.warning));
      return parsed.ok ? parsed.value : otherwise;
    },
    require: (field) => {
      const cell = reader.text(field);
      if (cell === '') errors.push(note(field, reasons.requiredCell(field)));
      return cell;
    },
    refuse: (field, reason) => {
      errors.push(note(field, reason));
    },
    warn: (field, reason) => {
      warnings.push(note(field, reason));
    },
  };
  return reader;
}
