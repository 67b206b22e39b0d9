import { assertNever } from '#shared/contract';
import { COLORS } from './theme.ts';

/** Small drawings that stand before a text, told apart by shape and not by colour alone; `none` keeps their room. */
export type Mark = 'P1' | 'P2' | 'P3' | 'box' | 'dot' | 'ring' | 'cross' | 'none';

/** How much a mark moves its text to the right, in points at text size 9. */
export const MARK_INDENT = 13;

/** Draws a mark with its centre at `x`, `y`; `half` is half its height, in points. */
export function drawMark(doc: PDFKit.PDFDocument, mark: Mark, x: number, y: number, half: number): void {
  switch (mark) {
    case 'P1':
      doc.polygon([x, y - half], [x + half * 1.1, y + half * 0.9], [x - half * 1.1, y + half * 0.9]).fill(COLORS.red);
      return;
    case 'P2':
      doc.rect(x - half * 0.85, y - half * 0.85, half * 1.7, half * 1.7).fill(COLORS.amber);
      return;
    case 'P3':
      doc.circle(x, y, half * 0.8).fill(COLORS.quiet);
      return;
    case 'box':
      doc
        .lineWidth(0.8)
        .rect(x - half, y - half, half * 2, half * 2)
        .stroke(COLORS.ink);
      return;
    case 'dot':
      doc.circle(x, y, half * 0.5).fill(COLORS.accent);
      return;
    case 'ring':
      doc
        .lineWidth(0.9)
        .circle(x, y, half * 0.5)
        .stroke(COLORS.accent);
      return;
    case 'cross':
      doc
        .lineWidth(1.3)
        .moveTo(x - half * 0.6, y - half * 0.6)
        .lineTo(x + half * 0.6, y + half * 0.6)
        .moveTo(x + half * 0.6, y - half * 0.6)
        .lineTo(x - half * 0.6, y + half * 0.6)
        .stroke(COLORS.red);
      return;
    case 'none':
      return;
    default:
      assertNever(mark, 'mark');
  }
}
