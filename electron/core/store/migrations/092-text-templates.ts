/** Texts to residents as the company words them: what holds now, and every version that was signed. */
export const TEXT_TEMPLATES = `
CREATE TABLE text_template (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

CREATE TABLE text_template_version (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;
`;
