/**
 * Several gateways: which place a message was last handed to, the only one that may have it where it is about that place (a
 * test) or stands beside a text (push), and the one that may have it because its answer was lost, with when that is asked
 * next; when its receipt came; outages by place; when each place last took a message and last brought one.
 */
export const GATEWAY_SLOTS = `
ALTER TABLE outbox ADD COLUMN slot TEXT;
ALTER TABLE outbox ADD COLUMN bound_slot TEXT;
ALTER TABLE outbox ADD COLUMN may_be_at TEXT;
ALTER TABLE outbox ADD COLUMN ask_at INTEGER;
ALTER TABLE outbox ADD COLUMN delivered_at INTEGER;
CREATE INDEX outbox_ask ON outbox (ask_at) WHERE ask_at IS NOT NULL;
ALTER TABLE gateway_outage ADD COLUMN slot TEXT NOT NULL DEFAULT 'primary';
DROP INDEX gateway_outage_open;
CREATE UNIQUE INDEX gateway_outage_open ON gateway_outage (slot) WHERE to_at IS NULL;
CREATE TABLE gateway_mark (slot TEXT NOT NULL PRIMARY KEY, last_success_at INTEGER, last_inbound_at INTEGER) STRICT;
`;
