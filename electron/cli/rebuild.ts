import { parseArgs } from 'node:util';
import { verifyReadModels } from '#core/guard';
import type { RunCommand } from './commands.ts';
import { grouped } from './terminal.ts';

/** More would scroll away; the count says how many there are. */
const SHOWN = 20;

/** `nightdesk rebuild --check`: does what is shown still follow from the log? */
export const rebuild: RunCommand = async (args, terminal) => {
  const options = { data: { type: 'string' }, check: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.check !== true) return 'usage';
  const result = await verifyReadModels(terminal.folder);
  if (!result.ok) {
    terminal.complain(result.reason);
    return 1;
  }
  const isSpanish = terminal.language === 'es';
  const incidents = grouped(result.incidents);
  const count = grouped(result.differences.length);
  if (result.differences.length === 0) {
    terminal.print(
      isSpanish ? `ok: ${incidents} incidentes, 0 diferencias` : `ok: ${incidents} incidents, 0 differences`,
    );
    return 0;
  }
  // Table and key only: the rows hold names and numbers of people.
  for (const { table, key, stored, rebuilt } of result.differences.slice(0, SHOWN)) {
    const what = stored === null ? 'missing' : rebuilt === null ? 'surplus' : 'different';
    terminal.print(`${table} ${key}: ${isSpanish ? SPANISH[what] : what}`);
  }
  terminal.complain({
    en: `${count} stored rows of ${incidents} incidents do not follow from the log.`,
    es: `${count} filas guardadas de ${incidents} incidentes no se deducen del registro.`,
  });
  return 1;
};

const SPANISH = { missing: 'falta', surplus: 'sobra', different: 'distinta' } as const;
