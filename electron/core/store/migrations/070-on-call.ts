/**
 * Duties for a property group, rotations of days, on layers and with hours, swaps; time off, decisions about gaps, live
 * calendars and the last good copy of each, reminders. What is stored already gets what it meant so far; the log keeps the
 * rows as they were written.
 */
export const ON_CALL = `
UPDATE shift SET body = json_set(body, '$.group', NULL);
UPDATE cover SET body = json_set(body, '$.group', NULL, '$.swapId', NULL);
UPDATE rotation SET body = json_remove(json_set(body, '$.group', NULL, '$.layer', 1,
  '$.turn', json_object('unit', 'week', 'count', body ->> '$.weeks'), '$.hours', json_array(),
  '$.validFrom', NULL, '$.validUntil', NULL), '$.weeks');

CREATE TABLE time_off (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE gap_decision (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE feed (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE feed_title (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
-- What is in force of each live calendar: the stretches of duty, and what they were made of, as JSON.
CREATE TABLE feed_copy (feed_id TEXT PRIMARY KEY, copied_at INTEGER NOT NULL, shifts TEXT NOT NULL, facts TEXT NOT NULL) STRICT;
-- How asking each of them stands: written every minute, so apart from the copy, which may be large.
CREATE TABLE feed_check (
  feed_id TEXT PRIMARY KEY,
  checked_at INTEGER,
  failing_since INTEGER,
  trouble TEXT,
  tags TEXT NOT NULL
) STRICT;
-- What somebody was told of a stretch of duty of theirs. A part that is not theirs any more is cut off, or ends the row.
CREATE TABLE shift_reminder (
  id TEXT PRIMARY KEY,
  responder_id TEXT NOT NULL,
  role TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  -- Trades, roles and times of all that was told, as JSON.
  parts TEXT NOT NULL,
  -- Told without an end, because nobody knew one: it goes on in silence.
  is_open INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- The text; null where none could be sent, or none was needed because it was confirmed before.
  message_key TEXT,
  failed_why TEXT,
  confirmed_at INTEGER,
  confirmed_by TEXT,
  ended_at INTEGER
) STRICT;
CREATE INDEX shift_reminder_time ON shift_reminder (ends_at);
`;
