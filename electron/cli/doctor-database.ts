import type { Anchor } from '#core/guard';
import type { ReadDb } from '#core/store';
import { type Check, type Finding, finding } from './doctor-checks.ts';
import { grouped } from './terminal.ts';

/** So many of the latest lines are looked at; `nightdesk verify` does all. */
const LATEST_LINES = 1_000;

/** SQLite loads, the database opens and is sound, the end of the log holds. */
export const databaseChecks: Check = async ({ folder }) => {
  const store = await import('#core/store');
  const loads = loadFinding(() => store.openConnection(':memory:', { isReadOnly: false, busyMs: 0 }).close());
  if (loads.level === 'FAIL') return [loads];
  try {
    const { read, close } = store.openForReading(folder);
    try {
      const schema = store.schemaState(read);
      const problems = store.quickCheck(read);
      if (problems.length > 0) {
        return [loads, { level: 'FAIL', sentence: new store.StoreTrouble('damaged', folder).sentence }];
      }
      if (schema.version === 0) return [loads, noDatabase(folder)];
      return [loads, soundFinding(schema.state === 'older', schema.version), await logFinding(read)];
    } finally {
      close();
    }
  } catch (error) {
    const trouble = store.asTrouble(error, folder);
    if (!(trouble instanceof store.StoreTrouble)) throw trouble;
    if (trouble.code === 'missing') return [loads, noDatabase(folder)];
    return [loads, { level: 'FAIL', sentence: trouble.sentence }];
  }
};

function loadFinding(open: () => void): Finding {
  try {
    open();
    return finding(
      'ok',
      'The database program (better-sqlite3) loads.',
      'El programa de base de datos (better-sqlite3) carga.',
    );
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return finding(
      'FAIL',
      `The database program (better-sqlite3) does not load: ${why}. Install Nightdesk again.`,
      `El programa de base de datos (better-sqlite3) no carga: ${why}. Instale Nightdesk de nuevo.`,
    );
  }
}

function noDatabase(folder: string): Finding {
  return finding(
    'ok',
    `There is no database in ${folder} yet; the first start makes it.`,
    `Todavía no hay base de datos en ${folder}; se crea al iniciar por primera vez.`,
  );
}

function soundFinding(isOlder: boolean, version: number): Finding {
  return isOlder
    ? finding(
        'ok',
        `The database opens and is sound; the next start brings its tables (${version}) up to date.`,
        `La base de datos abre y está sana; el próximo inicio actualiza sus tablas (${version}).`,
      )
    : finding('ok', 'The database opens and is sound.', 'La base de datos abre y está sana.');
}

async function logFinding(read: ReadDb): Promise<Finding> {
  const { verifyLines, LOG_START } = await import('#core/guard');
  const { allLines, headAt, logHead, personalRows } = await import('#core/store');
  const before = Math.max(0, logHead(read).seq - LATEST_LINES);
  const start: Anchor | null = before === 0 ? LOG_START : headAt(read, before);
  if (start === null) {
    return finding('FAIL', `Line ${before} of the log is missing.`, `Falta la línea ${before} del registro.`);
  }
  const result = verifyLines(allLines(read, start.seq), (ids) => personalRows(read, ids), null, start);
  if (!result.ok) return { level: 'FAIL', sentence: result.reason };
  const lines = grouped(result.lines);
  return finding(
    'ok',
    `The end of the log holds (lines checked: ${lines}); "nightdesk verify" checks all of it.`,
    `El final del registro es correcto (líneas revisadas: ${lines}); «nightdesk verify» lo comprueba entero.`,
  );
}
