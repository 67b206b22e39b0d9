import { drawMark, MARK_INDENT, type Mark } from './marks.ts';
import { COLORS, PAGE, STYLES, type StyleName } from './theme.ts';
import type { Line, Typesetter } from './typesetter.ts';

/** A structure element of the tagged PDF. */
export type Element = PDFKit.PDFStructureElement;

/** A paragraph of a cell or section. */
export type Paragraph = { readonly text: string; readonly style: StyleName; readonly mark?: Mark };

/** A line that knows where it stands in its column; a mark belongs to the first line of its paragraph. */
export type PlacedLine = { readonly line: Line; readonly indent: number; readonly mark: Mark | null };

/** Where the document is being written: one cursor that only moves down, and pages that follow each other. */
export type Flow = {
  readonly doc: PDFKit.PDFDocument;
  readonly typesetter: Typesetter;
  readonly left: number;
  readonly width: number;
  /** Top of what comes next. */
  y: number;
  readonly bottom: number;
  /** Height of an empty page's body. */
  readonly body: number;
};

/** The flow at the top of the document's first page. */
export function startFlow(doc: PDFKit.PDFDocument, typesetter: Typesetter): Flow {
  const bottom = doc.page.height - PAGE.bottom;
  return {
    doc,
    typesetter,
    left: PAGE.side,
    width: doc.page.width - 2 * PAGE.side,
    y: PAGE.top,
    bottom,
    body: bottom - PAGE.top,
  };
}

/** Starts a page unless `height` still fits on this one; says whether it did. */
export function ensureRoom(flow: Flow, height: number): boolean {
  if (flow.y + height <= flow.bottom || flow.y <= PAGE.top) return false;
  flow.doc.addPage();
  flow.y = PAGE.top;
  return true;
}

/** Draws what a screen reader should pass over: rules, panels, repeated heads. */
export function drawArtifact(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

/** A rule across the column at the cursor. */
export function drawRule(flow: Flow, color: string = COLORS.hairline, thickness = 0.6): void {
  drawArtifact(flow.doc, () => {
    flow.doc
      .lineWidth(thickness)
      .moveTo(flow.left, flow.y)
      .lineTo(flow.left + flow.width, flow.y)
      .stroke(color);
  });
}

/** A structure element, attached at once so that what is drawn for it needs no memory. */
export function addElement(
  flow: Flow,
  parent: Element,
  type: string,
  options: PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Column' } = {},
): Element {
  const element = flow.doc.struct(type, options);
  parent.add(element);
  return element;
}

/** Breaks paragraphs to a column of `width` points. */
export function placeLines(
  typesetter: Typesetter,
  paragraphs: readonly Paragraph[],
  width: number,
): readonly PlacedLine[] {
  return paragraphs.flatMap((paragraph) => {
    const indent = paragraph.mark === undefined ? 0 : MARK_INDENT;
    return typesetter
      .wrap(paragraph.text, STYLES[paragraph.style], width - indent)
      .map((line, index) => ({ line, indent, mark: index === 0 ? (paragraph.mark ?? null) : null }));
  });
}

/** Points that placed lines need below each other. */
export function heightOf(lines: readonly PlacedLine[]): number {
  return lines.reduce((sum, placed) => sum + placed.line.style.leading, 0);
}

/** Draws placed lines below each other from `x`, `y`. */
export function drawLines(flow: Flow, lines: readonly PlacedLine[], x: number, y: number): void {
  let top = y;
  for (const { line, indent, mark } of lines) {
    const { size, leading } = line.style;
    if (mark !== null) drawMark(flow.doc, mark, x + size * 0.45, top + leading / 2, size * 0.4);
    flow.typesetter.draw(line, x + indent, top);
    top += leading;
  }
}

/** Writes paragraphs as one tagged element at the cursor and moves it down, over as many pages as they need. */
export function writeParagraphs(flow: Flow, parent: Element, type: string, paragraphs: readonly Paragraph[]): void {
  const element = addElement(flow, parent, type);
  for (const placed of placeLines(flow.typesetter, paragraphs, flow.width)) {
    ensureRoom(flow, placed.line.style.leading);
    element.add(() => drawLines(flow, [placed], flow.left, flow.y));
    flow.y += placed.line.style.leading;
  }
  element.end();
}
