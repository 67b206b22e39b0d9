/** From when to when the gateway was down. `to_at` null: it still is; there is one such row at most. */
export const GATEWAY_OUTAGES = `
CREATE TABLE gateway_outage (from_at INTEGER NOT NULL, to_at INTEGER, gateway TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX gateway_outage_open ON gateway_outage (to_at IS NULL) WHERE to_at IS NULL;
`;
