/** Keeps what a file has said about each thing, so that a file that contradicts itself is caught, whatever its order. */

type Row = { readonly id: string };
type Entry<T> = { readonly line: number; readonly before: T | null; readonly after: T };

export type Ledger<T extends Row> = {
  /** What the file has said so far about the thing with this id. */
  saidOf(id: string): Entry<T> | null;
  /** Notes a row. Returns null, or the line of an earlier row that says something else about the same thing. */
  note(line: number, before: T | null, after: T): number | null;
  outcome(): {
    readonly creates: readonly { readonly line: number; readonly row: T }[];
    readonly updates: readonly { readonly line: number; readonly before: T; readonly after: T }[];
    readonly unchanged: number;
  };
};

export function openLedger<T extends Row>(): Ledger<T> {
  const entries = new Map<string, Entry<T>>();
  let repeats = 0;
  return {
    saidOf: (id) => entries.get(id) ?? null,
    note: (line, before, after) => {
      const earlier = entries.get(after.id);
      if (!earlier) entries.set(after.id, { line, before, after });
      else if (isSameRow(earlier.after, after)) repeats++;
      else return earlier.line;
      return null;
    },
    outcome: () => {
      const creates: { line: number; row: T }[] = [];
      const updates: { line: number; before: T; after: T }[] = [];
      let unchanged = repeats;
      for (const { line, before, after } of entries.values()) {
        if (!before) creates.push({ line, row: after });
        else if (isSameRow(before, after)) unchanged++;
        else updates.push({ line, before, after });
      }
      return { creates, updates, unchanged };
    },
  };
}

/** Rows are flat: text, numbers, booleans, null and lists of text. */
function isSameRow<T extends Row>(a: T, b: T): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => {
    // Both rows are of one type; the keys come from the rows themselves.
    const left = a[key as keyof T];
    const right = b[key as keyof T];
    return left === right || (Array.isArray(left) && JSON.stringify(left) === JSON.stringify(right));
  });
}
