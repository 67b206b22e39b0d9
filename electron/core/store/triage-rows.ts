import type { Category, QueueRow, ReviewItem, ReviewTally, Tier, TriageMark } from '#shared/contract';
import { type IncidentState, isBelowJudged, isReviewed } from '#shared/incident';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';

/** The read model of the triage review: what is to be marked, and what was. */

/** Writes the row of an incident that is to be marked. One that is stays so: none is ever taken out. */
export function writeTriageCase(
  db: WriteDb,
  state: IncidentState,
  table: 'triage_case' | 'triage_case_again' = 'triage_case',
): void {
  if (!isReviewed(state)) return;
  const { verdict, caller, review } = state;
  const row = {
    incident_id: state.id,
    first_contact_at: state.firstContactAt,
    tier: verdict.tier,
    category: verdict.category,
    language: caller.language,
    is_lowered: isBelowJudged(state) ? 1 : 0,
    mark: review.mark?.mark ?? null,
    marked_at: review.mark?.at ?? null,
    marked_by: review.mark?.by ?? null,
  };
  const columns = Object.keys(row);
  changedOne(
    db.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (incident_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      ...Object.values(row),
    ),
    'write what is to be marked',
  );
}

/** What is to be marked of a stretch of time, those that are alike counted together. `until` is exclusive. */
export function triageTallies(db: ReadDb, from: number, until: number): readonly ReviewTally[] {
  type Row = Omit<ReviewTally, 'isLowered'> & { readonly isLowered: number };
  return db
    .all<Row>(
      `SELECT tier, category, language, is_lowered AS isLowered, mark, count(*) AS count FROM triage_case
       WHERE first_contact_at >= ? AND first_contact_at < ? GROUP BY tier, category, language, is_lowered, mark`,
      from,
      until,
    )
    .map((row) => ({ ...row, isLowered: row.isLowered === 1 }));
}

/** Incidents since an instant that bear one of these marks (null: none yet), newest first. */
export function triageCases(
  db: ReadDb,
  from: number,
  marks: readonly (TriageMark | null)[],
  limit: number,
): readonly ReviewItem[] {
  type Row = {
    readonly body: string;
    readonly tier: Tier;
    readonly category: Category;
    readonly mark: TriageMark | null;
    readonly at: number | null;
    readonly by: string | null;
  };
  return db
    .all<Row>(
      `SELECT i.queue_row AS body, c.tier, c.category, c.mark, c.marked_at AS at, c.marked_by AS by
       FROM triage_case c JOIN incident i ON i.id = c.incident_id
       WHERE c.first_contact_at >= ? AND coalesce(c.mark, '') IN (SELECT value FROM json_each(?))
       ORDER BY c.first_contact_at DESC, i.number DESC LIMIT ?`,
      from,
      JSON.stringify(marks.map((mark) => mark ?? '')),
      limit,
    )
    .map(({ body, tier, category, mark, at, by }) => ({
      row: JSON.parse(body) as QueueRow, // written by commit
      judged: { tier, category },
      mark: mark === null ? null : { mark, at: at ?? 0, by: by ?? '' },
    }));
}
