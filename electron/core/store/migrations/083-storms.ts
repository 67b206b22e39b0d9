/**
 * Which phone a message goes to, without its number (a salted fingerprint), so that what a phone got lately is counted by an
 * index; which messages left in one text, and its words; which incident climbs for another. What was queued before has no fingerprint
 * and is counted for nobody.
 */
export const STORMS = `
INSERT INTO secret (id, value) VALUES ('outbox.salt', lower(hex(randomblob(16))));
ALTER TABLE outbox ADD COLUMN to_hash TEXT;
ALTER TABLE outbox ADD COLUMN bundle_key TEXT;
ALTER TABLE outbox ADD COLUMN bundle_ref INTEGER;
CREATE INDEX outbox_phone ON outbox (to_hash, accepted_at) WHERE to_hash IS NOT NULL;
CREATE INDEX outbox_bundle ON outbox (bundle_key) WHERE bundle_key IS NOT NULL;

ALTER TABLE incident ADD COLUMN part_of TEXT;
CREATE INDEX incident_related ON incident (property_id, first_contact_at) WHERE is_open = 1;
`;
