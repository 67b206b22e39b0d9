/**
 * Several gateways: which place a message was last handed to, and the only one that may have it where it is about that place
 * (a test) or stands beside a text (push); outages by place; when each place last took a message and last brought one.
 */
export const GATEWAY_SLOTS = `
ALTER TABLE outbox ADD COLUMN slot TEXT;
ALTER TABLE outbox ADD COLUMN bound_slot TEXT;
ALTER TABLE gateway_outage ADD COLUMN slot TEXT NOT NULL DEFAULT 'primary';
DROP INDEX gateway_outage_open;
CREATE UNIQUE INDEX gateway_outage_open ON gateway_outage (slot) WHERE to_at IS NULL;
CREATE TABLE gateway_mark (slot TEXT NOT NULL PRIMARY KEY, last_success_at INTEGER, last_inbound_at INTEGER) STRICT;
`;
