/**
 * What the morning manager marks: every P1 and P2, and each P3 that came back. A narrow table of its own, so that figures
 * of ninety days read neither logs nor rows of the queue. The log says which incidents of before belong in it, by the
 * rule of `triage-review.ts`; one tier of any change is not P3, so a change is enough.
 */
export const TRIAGE_CASES = `
CREATE TABLE triage_case (
  incident_id TEXT PRIMARY KEY,
  first_contact_at INTEGER NOT NULL,
  tier TEXT NOT NULL,
  category TEXT NOT NULL,
  language TEXT NOT NULL,
  is_lowered INTEGER NOT NULL,
  mark TEXT,
  marked_at INTEGER,
  marked_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX triage_case_time ON triage_case (first_contact_at);

INSERT INTO triage_case (incident_id, first_contact_at, tier, category, language, is_lowered)
SELECT i.id, i.first_contact_at, r.payload ->> '$.verdict.tier', r.payload ->> '$.verdict.category',
       r.payload ->> '$.caller.language', i.tier > (r.payload ->> '$.verdict.tier')
FROM incident i JOIN log r ON r.seq = (SELECT min(seq) FROM log WHERE incident_id = i.id)
WHERE r.payload ->> '$.verdict.tier' <> 'P3' OR r.payload ->> '$.tier' <> 'P3' OR EXISTS (
  SELECT 1 FROM log l WHERE l.incident_id = i.id AND (
    l.payload ->> '$.type' = 'tierChanged'
    OR l.payload ->> '$.type' = 'reopened' AND l.payload ->> '$.why' IN ('coordinator', 'residentNotFixed')
    OR l.payload ->> '$.type' = 'contactJoined' AND l.payload ->> '$.isWorse' = 1
    OR l.payload ->> '$.type' = 'followUpAnswered' AND l.payload ->> '$.isFixed' = 0));
`;
