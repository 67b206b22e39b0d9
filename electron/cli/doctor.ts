import { parseArgs } from 'node:util';
import type { RunCommand } from './commands.ts';
import { type Check, checks, type Finding, finding, type Patient } from './doctor-checks.ts';
import { portOf } from './port.ts';

/** `nightdesk doctor`: can the desk work on this computer, in plain words. */
export const doctor: RunCommand = async (args, terminal) => {
  const options = { data: { type: 'string' }, port: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const port = values.port === undefined ? 0 : portOf(values.port);
  if (port === null) return 'usage';
  let failures = 0;
  for (const check of checks) {
    const findings = await findingsOf(check, { ...terminal, port });
    for (const { level, sentence } of findings) {
      if (level === 'FAIL') failures += 1;
      terminal.print(`${level.padEnd(6)}${sentence[terminal.language]}`);
    }
  }
  if (failures === 0) return 0;
  terminal.complain({
    en: failures === 1 ? 'One check failed; see above.' : `${failures} checks failed; see above.`,
    es: failures === 1 ? 'Falló una comprobación; vea arriba.' : `Fallaron ${failures} comprobaciones; vea arriba.`,
  });
  return 1;
};

/** A check that itself breaks is a finding like any other: the doctor is called where things are broken. */
async function findingsOf(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await check(patient);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return [
      finding(
        'FAIL',
        `A part of Nightdesk is broken: ${why}. Install it again.`,
        `Una parte de Nightdesk está dañada: ${why}. Instálelo de nuevo.`,
      ),
    ];
  }
}
