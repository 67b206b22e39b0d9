import type { ReportDraft } from '#shared/contract';
import type { ReadDb, WriteDb } from './connection.ts';

/** Reports that are being written, and the presses that dispatched one. */

/** Keeps what is being typed, so that a crash or another window loses nothing of it. */
export function saveDraft(db: WriteDb, draft: ReportDraft, at: number): void {
  db.run(
    'INSERT INTO draft (id, updated_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body',
    draft.id,
    at,
    JSON.stringify(draft),
  );
}

/** Forgets a draft; one that is gone already is no trouble. */
export function discardDraft(db: WriteDb, id: string): void {
  db.run('DELETE FROM draft WHERE id = ?', id);
}

/** What a draft of the first release does not have. */
type Later = 'placeText' | 'answers';

/** Unfinished reports, the latest fifty first. */
export function drafts(db: ReadDb): readonly ReportDraft[] {
  return db.all<{ body: string }>('SELECT body FROM draft ORDER BY updated_at DESC LIMIT 50').map((row) => {
    // Written by saveDraft, perhaps by a version that knew less of a report.
    const draft = JSON.parse(row.body) as Omit<ReportDraft, Later> & Partial<Pick<ReportDraft, Later>>;
    return { ...draft, placeText: draft.placeText ?? '', answers: draft.answers ?? [] };
  });
}

/** A dispatch is remembered by the press that asked for it, so that pressing twice opens one incident. */
export function incidentOfRequest(db: ReadDb, requestId: string): string | null {
  return (
    db.get<{ incidentId: string }>('SELECT incident_id AS incidentId FROM request WHERE id = ?', requestId)
      ?.incidentId ?? null
  );
}

export function rememberRequest(db: WriteDb, requestId: string, incidentId: string): void {
  db.run('INSERT INTO request (id, incident_id) VALUES (?, ?)', requestId, incidentId);
}
