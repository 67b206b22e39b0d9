/**
 * The last good document of the weather service per place and kind, and how the last try to have a newer one ended. `place`
 * is a cell of the map, a square of the service's grid, or the zones that alerts were asked for. What a mode is on for
 * stands beside them, so that a restart forgets none.
 */
export const WEATHER = `
CREATE TABLE weather_doc (
  place TEXT NOT NULL,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  fetched_at INTEGER,
  checked_at INTEGER,
  etag TEXT,
  last_modified TEXT,
  expires_at INTEGER NOT NULL,
  sha256 TEXT,
  body TEXT,
  trouble TEXT,
  PRIMARY KEY (place, kind)
) STRICT;
CREATE TABLE weather_mode (place TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
`;
