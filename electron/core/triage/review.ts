import { type Author, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';
import { TriageReview } from '#shared/contract';

const ROW = 'triage-review';

/** When triage was last looked over, and by whom; null where nobody has yet. */
export function lastReview(db: ReadDb): TriageReview | null {
  const row = getRow(db, 'setting', ROW);
  return row === null ? null : TriageReview.parse(row.value);
}

/** Writes that it was looked over, with its line in the log. */
export function keepReview(db: WriteDb, review: TriageReview, author: Author): void {
  putRow(db, 'setting', { id: ROW, value: review }, author);
}
