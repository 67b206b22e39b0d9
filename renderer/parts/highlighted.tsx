import { Fragment, type ReactNode } from 'react';

/** A stretch of a text `[start, end)` in UTF-16 units, and what it was taken to mean. */
export type Span = { readonly start: number; readonly end: number };

/** Cuts a text at its spans: pieces in order, each marked or not. Overlapping spans are joined, those outside cut off. */
export function pieces(
  text: string,
  spans: readonly Span[],
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const result: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, text.length);
    if (end <= start) continue;
    if (start > at) result.push({ text: text.slice(at, start), isMarked: false });
    result.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) result.push({ text: text.slice(at), isMarked: false });
  return result;
}

/** A text with the words that decided underlined. */
export function Highlighted({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }): ReactNode {
  let at = 0;
  return pieces(text, spans).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isMarked ? <mark key={key}>{piece.text}</mark> : <Fragment key={key}>{piece.text}</Fragment>;
  });
}
