import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { z } from 'zod';
import type { Core } from '#core';
import { asTrouble, StoreTrouble } from '#core/store';
import { addressFile, CORE_HELD } from '../core/held-folder.ts';
import type { RunCommand } from './commands.ts';
import { portOf } from './port.ts';
import type { Terminal } from './terminal.ts';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** `nightdesk serve`: the desk without a window. Prints its address as one JSON line, runs until it is told to stop. */
export const serve: RunCommand = async (args, terminal) => {
  const options = { data: { type: 'string' }, port: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const port = values.port === undefined ? 0 : portOf(values.port);
  if (port === null) return 'usage';
  // Asked for before the core opens, so that a stop during a slow start is not lost.
  const stopped = stopSignal();
  keepYoungHeapSmall();
  // Loaded after the arguments were read: a wrong one is answered at once.
  const { openCore } = await import('#core');
  try {
    const core = await openCore({
      folder: terminal.folder,
      port,
      rendererFolder: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
      version: ownVersion(),
    });
    announce(core, terminal);
    await stopped;
    rmSync(addressFile(core.folder), { force: true });
    await core.close();
    return 0;
  } catch (error) {
    return explain(error, port, terminal);
  }
};

/**
 * Stops the doubling of the space for new objects: V8 lets it grow to 134 MB while there is work, and a night of many
 * reports held twice what it needs. Asked for before the core is loaded, since what it has grown to is not given back.
 */
function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // `once`: a second Ctrl-C ends at once, however long the closing takes. Nothing is lost by that either.
    for (const signal of STOP_SIGNALS) process.once(signal, () => resolve());
  });
}

function announce(core: Core, terminal: Terminal): void {
  const line = JSON.stringify({ url: core.url, token: core.token, pid: process.pid });
  const file = addressFile(core.folder);
  // Renamed into place: a shell that looks at this moment sees all of it or none. The token is its owner's alone.
  writeFileSync(`${file}.partial`, line, { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  terminal.print(line);
}

function explain(error: unknown, port: number, terminal: Terminal): number {
  const trouble = isPortRefused(error) ? error : asTrouble(error, terminal.folder);
  if (trouble instanceof StoreTrouble) {
    terminal.complain(trouble.sentence);
    return trouble.code === 'secondCore' ? CORE_HELD : 1;
  }
  if (!isPortRefused(error)) throw error;
  terminal.complain({
    en: `Nightdesk may not listen on port ${port}. Choose a number above 1023, or leave --port out.`,
    es: `Nightdesk no puede usar el puerto ${port}. Elija un número mayor que 1023, o no indique --port.`,
  });
  return 1;
}

/** The file system refuses with the same code; only a port's refusal has this call in it. */
function isPortRefused(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}

function ownVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
