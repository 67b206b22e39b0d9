import Papa from 'papaparse';
import type { BothLanguages } from '#shared/contract';
import { reasons } from './reasons.ts';

/** A file taken apart into records, each with the line it begins on. Knows nothing of what the columns mean. */

export const MAX_BYTES = 20 * 1024 * 1024;
export const MAX_ROWS = 100_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Reports put a title and a date above their header; it is looked for among this many records. */
const HEADER_SEARCH = 10;
const PREVIEW_CHARS = 64 * 1024;

export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvTable = {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  /** Line of a quotation mark that is never closed: what follows it cannot be told apart and is not in `records`. */
  readonly openQuoteLine: number | null;
};
export type CsvResult =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly reason: BothLanguages };

/**
 * Reads delimited text. `scoreHeader` says how many names of a record are known column names: the delimiter and the
 * header record are those that make the most of them, because counting delimiters is fooled by commas in addresses.
 */
export function readCsv(csv: string | Uint8Array, scoreHeader: (cells: readonly string[]) => number): CsvResult {
  const bytes = typeof csv === 'string' ? Buffer.byteLength(csv) : csv.byteLength;
  if (bytes > MAX_BYTES) return { ok: false, reason: reasons.fileTooLarge };
  const decoded = typeof csv === 'string' ? csv : decode(csv);
  const binary = binaryReason(decoded);
  if (binary) return { ok: false, reason: binary };
  // One kind of line end makes line numbers a matter of counting, and survives files glued from several systems.
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { ok: false, reason: reasons.empty };

  const records = splitRecords(text, chooseDelimiter(text, scoreHeader), MAX_ROWS + HEADER_SEARCH + 1);
  const headerAt = findHeader(records.list, scoreHeader);
  const header = records.list[headerAt];
  if (!header) return { ok: false, reason: reasons.empty };
  const rows = records.list.slice(headerAt + 1);
  if (rows.length > MAX_ROWS) return { ok: false, reason: reasons.tooManyRows };
  if (rows.length === 0 && records.openQuoteLine === null) return { ok: false, reason: reasons.headerOnly };
  return { ok: true, table: { header: header.cells, records: rows, openQuoteLine: records.openQuoteLine } };
}

/** UTF-16 where a mark says so (Excel's "Unicode text"), else UTF-8, else what Windows programs wrote before it. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8. Windows-1252 gives every byte a meaning, so this cannot fail; binary data is told apart afterwards.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function binaryReason(text: string): BothLanguages | null {
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('\u00D0\u00CF\u0011\u00E0')) return reasons.workbook;
  const head = text.slice(0, 8192);
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 0) return reasons.binary;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) controls++;
  }
  return head.startsWith('%PDF-') || controls > head.length / 50 ? reasons.binary : null;
}

function chooseDelimiter(text: string, scoreHeader: (cells: readonly string[]) => number): string {
  const head = text.slice(0, PREVIEW_CHARS);
  let best: { readonly delimiter: string; readonly score: number; readonly columns: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { list } = splitRecords(head, delimiter, HEADER_SEARCH);
    const header = list[findHeader(list, scoreHeader)]?.cells ?? [];
    const score = scoreHeader(header);
    if (!best || score > best.score || (score === best.score && header.length > best.columns)) {
      best = { delimiter, score, columns: header.length };
    }
  }
  return best?.delimiter ?? ',';
}

function findHeader(records: readonly CsvRecord[], scoreHeader: (cells: readonly string[]) => number): number {
  const scores = records.slice(0, HEADER_SEARCH).map((record) => scoreHeader(record.cells));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Records that hold anything, at most `limit`. */
function splitRecords(
  text: string,
  delimiter: string,
  limit: number,
): { list: CsvRecord[]; openQuoteLine: number | null } {
  const list: CsvRecord[] = [];
  let openQuoteLine: number | null = null;
  let line = 1;
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const cells = data.map(cleanCell);
      if (errors.some((error) => error.code === 'MissingQuotes')) openQuoteLine = line;
      else if (cells.some((cell) => cell !== '')) list.push({ line, cells });
      line += countNewlines(text, start, meta.cursor);
      start = meta.cursor;
      if (list.length >= limit) parser.abort();
    },
  });
  return { list, openQuoteLine };
}

/** Spreadsheets guard leading zeros as `="007"`; non-breaking spaces come with copied web pages. */
function cleanCell(cell: string): string {
  const trimmed = cell.replace(/\u00A0/g, ' ').trim();
  return /^="[^"]*"$/.test(trimmed) ? trimmed.slice(2, -1).trim() : trimmed;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
