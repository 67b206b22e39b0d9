/**
 * Ladders per place: what the company, a group or a property says of its own, and every version that was signed. A property
 * that used a policy of its own gets it as what it says.
 */
export const POLICY_LAYERS = `
CREATE TEMP TABLE named_policy AS SELECT id, body FROM policy WHERE id <> 'company';
DELETE FROM policy WHERE id <> 'company';
INSERT INTO policy (id, body)
  SELECT 'property:' || p.id, json_set(n.body, '$.id', 'property:' || p.id)
  FROM property p JOIN named_policy n ON n.id = p.body ->> '$.policyId';
DROP TABLE named_policy;
UPDATE policy SET body = json_set(body, '$.signedAt', NULL);
UPDATE property SET body = json_remove(body, '$.policyId');

CREATE TABLE policy_version (
  place TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- Null in versions of before it was written down.
  signed_at INTEGER,
  signed_by TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (place, version)
) STRICT;
INSERT INTO policy_version (place, version, signed_at, signed_by, body)
  SELECT id, body ->> '$.version', NULL, body ->> '$.signedBy', body FROM policy;
`;
