import type { PolicyLayer, PolicyVersion } from '#shared/contract';
import type { ReadDb, WriteDb } from './connection.ts';

/** Every version of what a place says about ladders that was ever signed. What holds now is the row of `policy`. */

export function keepPolicyVersion(db: WriteDb, layer: PolicyLayer): void {
  db.run(
    'INSERT INTO policy_version (place, version, signed_at, signed_by, body) VALUES (?, ?, ?, ?, ?)',
    layer.id,
    layer.version,
    layer.signedAt,
    layer.signedBy,
    JSON.stringify(layer),
  );
}

/** The newest first. */
export function policyVersions(db: ReadDb, place: string): readonly PolicyVersion[] {
  return db.all<PolicyVersion>(
    `SELECT version, signed_by AS signedBy, signed_at AS signedAt FROM policy_version
     WHERE place = ? ORDER BY version DESC`,
    place,
  );
}

export function policyVersionAt(db: ReadDb, place: string, version: number): PolicyLayer | null {
  const row = db.get<{ body: string }>(
    'SELECT body FROM policy_version WHERE place = ? AND version = ?',
    place,
    version,
  );
  return row ? (JSON.parse(row.body) as PolicyLayer) : null; // written above, or by the migration from a checked row
}
