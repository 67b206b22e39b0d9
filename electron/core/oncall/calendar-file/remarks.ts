import type { BothLanguages } from '#shared/contract';
import type { LineRemark } from './calendar-reading.ts';
import { andMore } from './reasons.ts';

/** Collects what there is to say about lines of a file, the broken events apart from what only differs. */
export type Remarks = {
  broken(line: number, reason: BothLanguages): void;
  /** The same words are said once. */
  note(line: number, reason: BothLanguages): void;
  brokenInOrder(): readonly LineRemark[];
  notesInOrder(): readonly LineRemark[];
};

/** A file that is wrong throughout says so in this many lines and one more. */
const MAX_REMARKS = 100;

export function collectRemarks(): Remarks {
  const broken: LineRemark[] = [];
  const notes = new Map<string, LineRemark>();
  return {
    broken: (line, reason) => {
      broken.push({ line, reason });
    },
    note: (line, reason) => {
      if (!notes.has(reason.en)) notes.set(reason.en, { line, reason });
    },
    brokenInOrder: () => inOrder(broken),
    notesInOrder: () => inOrder([...notes.values()]),
  };
}

function inOrder(remarks: readonly LineRemark[]): readonly LineRemark[] {
  const sorted = remarks.toSorted((a, b) => a.line - b.line);
  const left = sorted[MAX_REMARKS];
  if (left === undefined) return sorted;
  return [...sorted.slice(0, MAX_REMARKS), { line: left.line, reason: andMore(sorted.length - MAX_REMARKS) }];
}
