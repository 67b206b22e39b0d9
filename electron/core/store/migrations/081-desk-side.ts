/**
 * A desk session that was handed over knows the one before it; the calls outside the desk for an alarm that nobody heard
 * there outlive the core that made them. Sessions that are stored already began their own night.
 */
export const DESK_SIDE = `
ALTER TABLE desk_session ADD COLUMN previous_id TEXT;
-- Emptied when a person hears the alarm or acts; the log keeps what was done.
CREATE TABLE alarm_call (
  -- Since when it has sounded unheard: all calls of one silence have the same.
  since INTEGER NOT NULL,
  stage TEXT NOT NULL,
  called_at INTEGER NOT NULL,
  -- Names, as JSON.
  who TEXT NOT NULL,
  PRIMARY KEY (since, stage, called_at)
) STRICT;
`;
