/**
 * The status line counts what waits and what is unknown after every command, and the practice screen asks for what was
 * accepted lately: each reads an index of just those rows instead of every message there ever was.
 */
export const OUTBOX = `
CREATE INDEX outbox_waiting ON outbox (queued_at) WHERE next_at IS NOT NULL OR lease_until IS NOT NULL;
CREATE INDEX outbox_unknown ON outbox (key) WHERE state = 'unknown' AND next_at IS NULL;
CREATE INDEX outbox_accepted ON outbox (accepted_at) WHERE accepted_at IS NOT NULL;
`;
