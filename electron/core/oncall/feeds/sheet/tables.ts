import { readCsv } from '#core/portfolio';
import { columnsOf, isRota, missingIn } from './columns.ts';
import { type Cell, type Row, type Table, type TablesReading, textOf } from './table.ts';
import { words } from './words.ts';

/** Files to tables: CSV in whatever dialect, or the sheets of a workbook that hold a rota. */

/** Titles and remarks stand above a header; it is looked for among this many rows. */
const HEADER_SEARCH = 10;

export async function tablesOf(bytes: Uint8Array): Promise<TablesReading> {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (magic === 'PK\u0003\u0004') return ofWorkbook(bytes);
  if (magic === '\u00D0\u00CF\u0011\u00E0') return refused(1, words.oldExcel);
  return ofCsv(bytes);
}

function refused(line: number, reason: (typeof words)[keyof typeof words]): TablesReading {
  return { ok: false, line, reason };
}

function ofCsv(bytes: Uint8Array): TablesReading {
  const read = readCsv(bytes, (cells) => columnsOf(cells).size);
  if (!read.ok) return { ok: false, line: 1, reason: read.reason };
  const { header, records, openQuoteLine } = read.table;
  // A truncated file ends like this, and what is missing would be a gap that nobody made.
  if (openQuoteLine !== null) return refused(openQuoteLine, words.openQuote);
  return checked([{ name: null, header, rows: records }]);
}

async function ofWorkbook(bytes: Uint8Array): Promise<TablesReading> {
  // Loaded when it is needed: most desks have no workbook, and all of them have to start quickly.
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => null);
  if (!sheets) return refused(1, words.notWorkbook);
  const found = sheets.map(({ sheet, data }) => ofSheet(sheet, data as unknown as Cell[][])); // its types have the class of dates for a date
  return checked(found);
}

/** The sheets that are rotas; where there is none, what the first one lacks. */
function checked(tables: readonly Table[]): TablesReading {
  const rotas = tables.filter(({ header }) => isRota(columnsOf(header)));
  const [first] = tables;
  if (rotas.length > 0) {
    const isOnly = rotas.length === 1;
    if (rotas.every(({ rows }) => rows.length === 0)) return refused(1, words.noRows);
    return { ok: true, tables: rotas.map((each) => (isOnly ? { ...each, name: null } : each)) };
  }
  const isWithoutWho = !first || missingIn(columnsOf(first.header)) === 'who';
  return refused(1, isWithoutWho ? words.noWho : words.noWhen);
}

function ofSheet(name: string, data: readonly (readonly Cell[])[]): Table {
  const rows: readonly Row[] = data
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const scores = rows.slice(0, HEADER_SEARCH).map(({ cells }) => columnsOf(cells.map(textOf)).size);
  const headerAt = Math.max(0, scores.indexOf(Math.max(...scores, 0)));
  return { name, header: (rows[headerAt]?.cells ?? []).map(textOf), rows: rows.slice(headerAt + 1) };
}
