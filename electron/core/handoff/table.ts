import {
  addElement,
  drawArtifact,
  drawLines,
  drawRule,
  type Element,
  ensureRoom,
  type Flow,
  heightOf,
  type Paragraph,
  type PlacedLine,
  placeLines,
} from './page-flow.ts';
import { COLORS, PAGE } from './theme.ts';

/** `share` is the column's part of the table's width; the shares of a table add up to 1. */
export type Column = { readonly title: string; readonly share: number };

export type Cell = readonly Paragraph[];

/** A row broken to the widths of its columns, with its height in points. */
export type SetRow = { readonly cells: readonly (readonly PlacedLine[])[]; readonly height: number };

/**
 * Rows that were measured but not yet drawn; `height` includes the head. A table has a head, rules and one tag per cell;
 * a list has none of these and one tag per row, which halves the bytes of a long time line.
 */
export type SetTable = {
  readonly columns: readonly Column[];
  readonly head: SetRow | null;
  readonly rows: readonly SetRow[];
  readonly height: number;
  readonly pad: Pad;
};

/** Points kept free on each side of a cell's text. */
type Pad = { readonly x: number; readonly y: number };

const CELL_PAD: Pad = { x: 5, y: 4 };
const HEAD_PAD: Pad = { x: 5, y: 3 };
const LIST_PAD: Pad = { x: 0, y: 1.7 };

/** Breaks every cell, so that it is known what fits before anything is drawn. */
export function setTable(flow: Flow, columns: readonly Column[], rows: readonly (readonly Cell[])[]): SetTable {
  const titles = columns.map((column): Cell => [{ text: column.title, style: 'head' }]);
  const head = setRow(flow, columns, titles, HEAD_PAD);
  const set = rows.map((row) => setRow(flow, columns, row, CELL_PAD));
  return { columns, head, rows: set, height: set.reduce((sum, row) => sum + row.height, head.height), pad: CELL_PAD };
}

/** The same for a list: columns without titles. */
export function setList(flow: Flow, shares: readonly number[], rows: readonly (readonly Cell[])[]): SetTable {
  const columns = shares.map((share) => ({ title: '', share }));
  const set = rows.map((row) => setRow(flow, columns, row, LIST_PAD));
  return { columns, head: null, rows: set, height: set.reduce((sum, row) => sum + row.height, 0), pad: LIST_PAD };
}

function setRow(flow: Flow, columns: readonly Column[], cells: readonly Cell[], pad: Pad): SetRow {
  const lines = columns.map((column, index) =>
    placeLines(flow.typesetter, cells[index] ?? [], column.share * flow.width - 2 * pad.x),
  );
  return { cells: lines, height: Math.max(...lines.map(heightOf)) + 2 * pad.y };
}

/**
 * Draws a table or list at the cursor. Rows stay whole and the head is repeated; only a row taller than a page is
 * continued.
 *
 * @param continued printed at the top of each further page, to say what it goes on with
 */
export function drawTable(flow: Flow, parent: Element, table: SetTable, continued?: Paragraph): void {
  const element = addElement(flow, parent, table.head === null ? 'L' : 'Table');
  if (table.head !== null) drawHead(flow, element, table, table.head);
  const startPage = (): void => {
    if (continued !== undefined) {
      const lines = placeLines(flow.typesetter, [continued], flow.width);
      drawArtifact(flow.doc, () => drawLines(flow, lines, flow.left, flow.y));
      flow.y += heightOf(lines) + 2;
    }
    if (table.head !== null) repeatHead(flow, table, table.head);
  };
  for (const row of table.rows) drawRow(flow, element, table, row, startPage);
  element.end();
}

function drawHead(flow: Flow, parent: Element, table: SetTable, head: SetRow): void {
  ensureRoom(flow, roomToBegin(flow, table));
  const row = addElement(flow, parent, 'TR');
  drawHeadGround(flow, head);
  head.cells.forEach((lines, index) => {
    const cell = addElement(flow, row, 'TH', { scope: 'Column' });
    cell.add(() => drawLines(flow, lines, columnLeft(flow, table, index), flow.y + HEAD_PAD.y));
    cell.end();
  });
  row.end();
  flow.y += head.height;
}

/** For the eye only: a screen reader has the head already. */
function repeatHead(flow: Flow, table: SetTable, head: SetRow): void {
  drawHeadGround(flow, head);
  drawArtifact(flow.doc, () => {
    head.cells.forEach((lines, index) => {
      drawLines(flow, lines, columnLeft(flow, table, index), flow.y + HEAD_PAD.y);
    });
  });
  flow.y += head.height;
}

function drawHeadGround(flow: Flow, head: SetRow): void {
  drawArtifact(flow.doc, () => {
    flow.doc.rect(flow.left, flow.y, flow.width, head.height).fill(COLORS.panel);
  });
}

function columnLeft(flow: Flow, table: SetTable, index: number): number {
  const before = table.columns.slice(0, index).reduce((sum, column) => sum + column.share, 0);
  return flow.left + before * flow.width + table.pad.x;
}

function drawRow(flow: Flow, parent: Element, table: SetTable, row: SetRow, startPage: () => void): void {
  if (ensureRoom(flow, roomForRow(flow, table, row))) startPage();
  const element = addElement(flow, parent, table.head === null ? 'LI' : 'TR');
  const cells = elementsOfCells(flow, element, table);
  let rest = row.cells;
  for (;;) {
    const parts = rest.map((lines) => takeLines(lines, flow.bottom - flow.y - 2 * table.pad.y));
    parts.forEach((part, index) => {
      if (part.fitting.length > 0) {
        cells[index]?.add(() => drawLines(flow, part.fitting, columnLeft(flow, table, index), flow.y + table.pad.y));
      }
    });
    flow.y += Math.max(...parts.map((part) => heightOf(part.fitting))) + 2 * table.pad.y;
    rest = parts.map((part) => part.rest);
    if (rest.every((lines) => lines.length === 0)) break;
    flow.doc.addPage();
    flow.y = PAGE.top;
    startPage();
  }
  for (const cell of new Set(cells)) cell.end();
  element.end();
  if (table.head !== null) drawRule(flow);
}

/** Points a row wants below the cursor: all of itself, or a good start when it is taller than a page. */
function roomForRow(flow: Flow, table: SetTable, row: SetRow): number {
  const roomOfPage = flow.body - (table.head?.height ?? 0) - 24; // 24: the line that says what is continued
  return row.height > roomOfPage ? flow.body / 4 : row.height;
}

/** Points the head and the first row want, so that no title stands above an empty rest of the page. */
export function roomToBegin(flow: Flow, table: SetTable): number {
  const [first] = table.rows;
  return (table.head?.height ?? 0) + (first === undefined ? 0 : roomForRow(flow, table, first));
}

/** One element per column; a list has one for all of them. */
function elementsOfCells(flow: Flow, row: Element, table: SetTable): readonly Element[] {
  if (table.head !== null) return table.columns.map(() => addElement(flow, row, 'TD'));
  const body = addElement(flow, row, 'LBody');
  return table.columns.map(() => body);
}

/** As many lines as fit into `height`, at least one so that a page always makes progress; and the others. */
function takeLines(
  lines: readonly PlacedLine[],
  height: number,
): { readonly fitting: readonly PlacedLine[]; readonly rest: readonly PlacedLine[] } {
  let used = 0;
  const count = lines.findIndex((placed) => {
    used += placed.line.style.leading;
    return used > height + 0.01;
  });
  const cut = count === -1 ? lines.length : Math.max(count, 1);
  return { fitting: lines.slice(0, cut), rest: lines.slice(cut) };
}
