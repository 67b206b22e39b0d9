/** What is marked in the grid: a cell, and the day from which the mark was drawn (its own, where it is one cell). */
export type Mark = { readonly line: number; readonly day: number; readonly from: number };

/** The first and the last day of a mark, whichever way it was drawn. */
export function daysOf(mark: Mark): { readonly first: number; readonly last: number } {
  return { first: Math.min(mark.from, mark.day), last: Math.max(mark.from, mark.day) };
}

export function isMarked(mark: Mark, line: number, day: number): boolean {
  const { first, last } = daysOf(mark);
  return mark.line === line && first <= day && day <= last;
}

/** Where a key leads from a mark; with Shift its other end stays, and it stays on its line. Null for every other key. */
export function markAfter(key: string, isExtending: boolean, mark: Mark, lines: number, days: number): Mark | null {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const toDay = (day: number): Mark => {
    const there = clamp(day, days);
    return { line: mark.line, day: there, from: isExtending ? mark.from : there };
  };
  const toLine = (line: number): Mark | null =>
    isExtending ? null : { line: clamp(line, lines), day: mark.day, from: mark.day };
  switch (key) {
    case 'ArrowUp':
      return toLine(mark.line - 1);
    case 'ArrowDown':
      return toLine(mark.line + 1);
    case 'ArrowLeft':
      return toDay(mark.day - 1);
    case 'ArrowRight':
      return toDay(mark.day + 1);
    case 'Home':
      return toDay(0);
    case 'End':
      return toDay(days - 1);
    default:
      return null;
  }
}

/** Just the cell in which it ended. */
export function narrowed({ line, day }: Mark): Mark {
  return { line, day, from: day };
}

/** A mark as it is kept: on its duty, wherever in the grid that comes to stand. */
export type KeptMark = { readonly key: string | null; readonly mark: Mark };

/** Where a kept mark lies now; where its duty is gone, on the line that has moved up into its place. */
export function placed({ key, mark }: KeptMark, keys: readonly string[], days: number): Mark {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const at = key === null ? -1 : keys.indexOf(key);
  return {
    line: at < 0 ? clamp(mark.line, keys.length) : at,
    day: clamp(mark.day, days),
    from: clamp(mark.from, days),
  };
}
