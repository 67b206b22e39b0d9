import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Anchor, parseAnchor, verifyLog } from '#core/guard';
import type { RunCommand } from './commands.ts';
import { grouped, headText, type Terminal } from './terminal.ts';

/** `nightdesk verify`: was any line of the log changed or cut since? */
export const verify: RunCommand = async (args, terminal) => {
  const options = { data: { type: 'string' }, anchor: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (more.length > 0 || (file !== undefined && (values.data ?? values.anchor) !== undefined)) return 'usage';
  if (file !== undefined) return checkEvidence(file, terminal);
  const anchor = values.anchor === undefined ? null : parseAnchor(values.anchor);
  if (values.anchor !== undefined && anchor === null) {
    terminal.complain({
      en: 'The anchor is not SEQ:HASH with the 64 characters of the hash, as the handoff prints it.',
      es: 'El ancla no es SEQ:HASH con los 64 caracteres de la huella, como la imprime la entrega.',
    });
    return 'usage';
  }
  return checkLog(anchor, terminal);
};

async function checkLog(anchor: Anchor | null, terminal: Terminal): Promise<number> {
  const result = await verifyLog(terminal.folder, anchor);
  if (!result.ok) {
    terminal.complain(result.reason);
    return 1;
  }
  printSummary(result.lines, result.head, result.redacted, terminal);
  return 0;
}

async function checkEvidence(file: string, terminal: Terminal): Promise<number> {
  const json = readJson(file);
  if (json === undefined) {
    terminal.complain({
      en: `${file} cannot be read as an evidence file. Check its name.`,
      es: `${file} no se puede leer como archivo de evidencia. Revise el nombre.`,
    });
    return 1;
  }
  // Loaded here only: it brings the whole making of documents with it.
  const { verifyEvidence } = await import('#core/handoff');
  const verdict = verifyEvidence(json);
  if (!verdict.ok) {
    terminal.complain(verdict.reason);
    return 1;
  }
  printSummary(verdict.lines, verdict.head, verdict.redacted.length, terminal);
  return 0;
}

/** `undefined`: not there, not allowed, or not JSON; for the person it is the same. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function printSummary(lines: number, head: Anchor, redacted: number, terminal: Terminal): void {
  terminal.print(
    terminal.language === 'es'
      ? `ok: ${grouped(lines)} líneas, cabeza ${headText(head)}, ${grouped(redacted)} datos suprimidos`
      : `ok: ${grouped(lines)} lines, head ${headText(head)}, ${grouped(redacted)} redacted`,
  );
}
