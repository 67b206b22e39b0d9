import { createHash } from 'node:crypto';
import { foldText, parsePhone, parseTrades } from '#core/portfolio';
import type { FeedEvent, FeedRemark } from '#core/store';
import type { BothLanguages, ShiftRole, Trade } from '#shared/contract';
import { MOST_EVENTS, troubles } from '../feed-trouble.ts';
import { roleIn, segmentsOf } from '../title-words.ts';
import { type Columns, columnsOf, type Field } from './columns.ts';
import { type Span, spanReader } from './spans.ts';
import { type Row, type SheetReading, type Table, textOf } from './table.ts';
import { tablesOf } from './tables.ts';
import { badRole, badTrade, inSheet, words } from './words.ts';

/** What of a sheet is wanted: whatever overlaps `[from, to)`; times are of the wall clock in `zone`. */
export type SheetWindow = { readonly from: number; readonly to: number; readonly zone: string };

const MAX_TITLE_CHARS = 400;

/** Reads a rota out of a CSV file or a workbook. A row that cannot be read is listed beside those that can. */
export async function readSheet(bytes: Uint8Array, window: SheetWindow): Promise<SheetReading> {
  const read = await tablesOf(bytes);
  if (!read.ok) return read;
  const events: FeedEvent[] = [];
  const broken: FeedRemark[] = [];
  let rows = 0;
  for (const table of read.tables) {
    const readRow = rowReader(table, window.zone);
    for (const row of table.rows) {
      const result = readRow(row);
      if (result === 'header') continue;
      rows += 1;
      if ('reason' in result) broken.push({ line: row.line, reason: inSheet(table.name, result.reason) });
      else events.push(...result);
    }
  }
  const [first] = broken;
  // Not one row: the sheet has another form than was read into it, and an empty rota is not what it says.
  if (first && broken.length === rows) return { ok: false, ...first };
  const wanted = events.filter(({ startsAt, endsAt }) => endsAt > window.from && startsAt < window.to);
  if (wanted.length > MOST_EVENTS) return { ok: false, line: 1, reason: troubles.tooMany.reason };
  return { ok: true, events: wanted, broken };
}

type RowResult = readonly FeedEvent[] | { readonly reason: BothLanguages } | 'header';

function rowReader(table: Table, zone: string): (row: Row) => RowResult {
  const columns = columnsOf(table.header);
  const spanOf = spanReader(table, columns, zone);
  const header = table.header.join('\n');
  const width = table.header.findLastIndex((name) => name !== '') + 1;
  return (row) => {
    const cells = row.cells.map(textOf);
    if (cells.slice(0, table.header.length).join('\n') === header) return 'header';
    if (cells.slice(width).some((cell) => cell !== '')) return { reason: words.longRow };
    const text = (field: Field): string => cells[columns.get(field) ?? -1] ?? '';
    const people = peopleIn(text);
    if (people.length === 0) return { reason: words.nobody };
    const span = spanOf(row);
    if (!span.ok) return span;
    const trades = tradesIn(text('trade'));
    if (!trades) return { reason: badTrade(text('trade')) };
    const role = roleOf(text('role'));
    if (role === 'unknown') return { reason: badRole(text('role')) };
    return eventsOf(row.line, span, { people, trades, role, columns, text });
  };
}

type Who = { readonly title: string; readonly role: ShiftRole | null };

/** One column of names, or one for each role. */
function peopleIn(text: (field: Field) => string): readonly Who[] {
  const named: readonly Who[] = [
    { title: text('who'), role: null },
    { title: text('primary'), role: 'primary' },
    { title: text('backup'), role: 'backup' },
  ];
  return named.filter(({ title }) => !/^(?:|-+|—|n\/a|none|nobody|tbd|\?+|nadie|ninguno|por definir)$/i.test(title));
}

/** The trades of a cell; one without any where it is empty, null where it is no trade. */
function tradesIn(cell: string): readonly (Trade | null)[] | null {
  if (cell === '' || /^(?:all|any|todos|todas)$/i.test(cell)) return [null];
  const parsed = parseTrades(cell);
  return parsed.ok && parsed.value.length > 0 ? parsed.value : null;
}

function roleOf(cell: string): ShiftRole | null | 'unknown' {
  if (cell === '') return null;
  if (/^(?:1|1st|l1|first|main|lead|on call)$/.test(foldText(cell))) return 'primary';
  if (/^(?:2|2nd|l2|second)$/.test(foldText(cell))) return 'backup';
  return roleIn(segmentsOf(cell)) ?? 'unknown';
}

type Facts = {
  readonly people: readonly Who[];
  readonly trades: readonly (Trade | null)[];
  readonly role: ShiftRole | null;
  readonly columns: Columns;
  readonly text: (field: Field) => string;
};

function eventsOf(line: number, span: Extract<Span, { ok: true }>, facts: Facts): readonly FeedEvent[] {
  const { people, trades, role, text } = facts;
  const { startsAt, endsAt } = span;
  const place = text('property') || text('group') || null;
  // With a column for each role, nobody knows whose number it is.
  const isOne = people.length === 1 && people[0]?.role === null;
  const phone = isOne && text('phone') !== '' ? parsePhone(text('phone'), 'US') : null;
  const email = isOne ? text('email').toLowerCase() : '';
  return people.flatMap((who) =>
    trades.map((trade) => {
      const title = who.title.slice(0, MAX_TITLE_CHARS);
      const what = { title, trade, role: who.role ?? role, place };
      return {
        ...what,
        id: createHash('sha256')
          .update(JSON.stringify([startsAt, what]))
          .digest('hex')
          .slice(0, 20),
        startsAt,
        endsAt,
        phones: phone?.ok ? [phone.value] : [],
        notedPhones: [],
        emails: email.includes('@') ? [email] : [],
        line,
      };
    }),
  );
}
