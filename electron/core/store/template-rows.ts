import type { TextTemplate } from '#shared/contract';
import type { CompanyText } from '#shared/messages';
import type { ReadDb, WriteDb } from './connection.ts';
import { type Author, getRow, putRow } from './tables.ts';

/** Texts to residents as the company words them. What holds now is a row; every version that was signed stays. */

/** What the company says in place of a built-in text, read when it is asked for. */
export function companyTexts(db: ReadDb): CompanyText {
  return (kind, language) => getRow(db, 'text_template', `${kind}.${language}`)?.text ?? null;
}

export function keepTemplate(db: WriteDb, template: TextTemplate, author: Author): void {
  putRow(db, 'text_template', template, author);
  db.run(
    'INSERT INTO text_template_version (id, version, body) VALUES (?, ?, ?)',
    template.id,
    template.version,
    JSON.stringify(template),
  );
}

/** The newest first. */
export function templateVersions(db: ReadDb, id: string): readonly TextTemplate[] {
  return db
    .all<{ body: string }>('SELECT body FROM text_template_version WHERE id = ? ORDER BY version DESC', id)
    .map(({ body }) => JSON.parse(body) as TextTemplate); // written above
}
