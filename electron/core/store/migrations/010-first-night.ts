/** The tables of the first release. Instants are UTC ms; `*_ref` points into `personal`. */
export const FIRST_NIGHT = `
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  incident_id TEXT,
  payload TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX log_incident ON log (incident_id, seq) WHERE incident_id IS NOT NULL;
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE personal (id INTEGER PRIMARY KEY, salt TEXT NOT NULL, value TEXT NOT NULL) STRICT;

CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  tier TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  is_alarmed INTEGER NOT NULL,
  is_looked_after INTEGER NOT NULL,
  queue_rank INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  property_id TEXT NOT NULL,
  unit_id TEXT,
  resident_id TEXT,
  first_contact_at INTEGER NOT NULL,
  queue_row TEXT NOT NULL
) STRICT;
CREATE INDEX incident_queue ON incident (queue_rank, due_at, number);
CREATE INDEX incident_open ON incident (is_open, tier) WHERE is_open = 1;
CREATE INDEX incident_first_contact ON incident (first_contact_at);
CREATE INDEX incident_unit ON incident (unit_id, first_contact_at) WHERE unit_id IS NOT NULL;

CREATE TABLE clock (
  incident_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  token TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  PRIMARY KEY (incident_id, kind, token)
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_due ON clock (due_at);

CREATE TABLE notified (
  incident_id TEXT NOT NULL,
  responder_id TEXT NOT NULL,
  code TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  PRIMARY KEY (incident_id, responder_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notified_responder ON notified (responder_id, is_open);

CREATE TABLE wake_up (responder_id TEXT NOT NULL, at INTEGER NOT NULL, incident_id TEXT NOT NULL) STRICT;
CREATE INDEX wake_up_responder ON wake_up (responder_id, at);

CREATE TABLE outbox (
  key TEXT PRIMARY KEY,
  incident_id TEXT,
  lane INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  to_ref INTEGER NOT NULL,
  text_ref INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  next_at INTEGER,
  lease_until INTEGER,
  expires_at INTEGER NOT NULL,
  receipt_due_at INTEGER,
  gateway TEXT,
  gateway_ref TEXT,
  reason TEXT,
  accepted_at INTEGER,
  is_possibly_twice INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_due ON outbox (lane, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_receipt ON outbox (receipt_due_at) WHERE receipt_due_at IS NOT NULL;
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX outbox_incident ON outbox (incident_id) WHERE incident_id IS NOT NULL;

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  provider TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  from_ref INTEGER NOT NULL,
  text_ref INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  incident_id TEXT,
  UNIQUE (provider, provider_id)
) STRICT;
CREATE INDEX contact_received ON contact (received_at);
CREATE INDEX contact_waiting ON contact (outcome) WHERE outcome = 'waiting';

CREATE TABLE property (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE unit (id TEXT PRIMARY KEY, property_id TEXT NOT NULL, label TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX unit_property ON unit (property_id);
CREATE TABLE resident (id TEXT PRIMARY KEY, unit_id TEXT NOT NULL, phone TEXT, body TEXT NOT NULL) STRICT;
CREATE INDEX resident_phone ON resident (phone) WHERE phone IS NOT NULL;
CREATE INDEX resident_unit ON resident (unit_id);
CREATE TABLE responder (id TEXT PRIMARY KEY, phone TEXT, body TEXT NOT NULL) STRICT;
CREATE INDEX responder_phone ON responder (phone) WHERE phone IS NOT NULL;
CREATE TABLE shift (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE rotation (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE cover (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE policy (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE staff (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE staff_secret (staff_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL, wrong INTEGER NOT NULL, wait_until INTEGER NOT NULL) STRICT;
CREATE TABLE setting (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE secret (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE opted_out (phone TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE TABLE draft (id TEXT PRIMARY KEY, updated_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE request (id TEXT PRIMARY KEY, incident_id TEXT NOT NULL) STRICT;

CREATE TABLE desk_session (id TEXT PRIMARY KEY, staff_id TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER) STRICT;
CREATE TABLE handoff (session_id TEXT PRIMARY KEY, made_at INTEGER NOT NULL, head TEXT NOT NULL, pdf BLOB NOT NULL) STRICT;
CREATE TABLE blind_time (from_at INTEGER NOT NULL, to_at INTEGER NOT NULL, why TEXT NOT NULL) STRICT;
CREATE TABLE heartbeat (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, uptime_ms INTEGER NOT NULL) STRICT;
CREATE TABLE gateway_cursor (gateway TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
