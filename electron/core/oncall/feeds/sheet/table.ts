import type { FeedEvent, FeedRemark } from '#core/store';

/** A sheet taken apart, whatever kind of file it came from. */

export type Cell = string | number | boolean | Date | null;
export type Row = { readonly line: number; readonly cells: readonly Cell[] };
export type Table = {
  /** The name of the sheet within its workbook; null where there is but one. */
  readonly name: string | null;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
};

export type SheetReading =
  | { readonly ok: true; readonly events: readonly FeedEvent[]; readonly broken: readonly FeedRemark[] }
  | ({ readonly ok: false } & FeedRemark);
export type TablesReading =
  | { readonly ok: true; readonly tables: readonly Table[] }
  | ({ readonly ok: false } & FeedRemark);

/** What a cell says as text; empty where it says nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell).replace(/\s+/g, ' ').trim();
}
