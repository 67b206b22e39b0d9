import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection } from '#core/store';
import { gatherEvidence } from '../../electron/core/handoff/gather-evidence.ts';
import { CLI } from '../bundled.ts';
import { openNight } from '../world.ts';

/** A night that is over: its folder, no core running on it. Each test takes a copy and does harm to that. */
export type PastNight = {
  /** The evidence file of its incident, as JSON text. */
  readonly evidence: string;
  /** A copy of the folder; its name has a space and an accent, as people's folders have. */
  copy(): string;
  remove(): void;
};

export const databaseOf = (folder: string): string => join(folder, 'nightdesk.sqlite');

/** The first night of the product, up to an answer by the backup, with a real core. */
export async function pastNight(): Promise<PastNight> {
  const night = await openNight();
  const incidentId = await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
  await night.report({ text: 'the garbage disposal hums', place: 'maple 2a' });
  await night.pass('9 min');
  await night.phone('Aline Silva').replies('1 30');
  const made = { company: 'Harborview', at: night.clock.now(), by: 'R. Alvarez', version: '0.1.0' };
  const evidence = JSON.stringify(gatherEvidence(night.core.store.read, incidentId, made));
  await night.core.close();
  const root = mkdtempSync(join(tmpdir(), 'nightdesk-past-'));
  let copies = 0;
  return {
    evidence,
    copy: () => {
      copies += 1;
      const folder = join(root, `Año ${copies}`);
      cpSync(night.folder, folder, { recursive: true });
      return folder;
    },
    remove: () => {
      for (const folder of [root, night.folder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Does to a database what the product never would. */
export function harm(folder: string, sql: string): void {
  const connection = openConnection(databaseOf(folder), { isReadOnly: false, busyMs: 1_000 });
  connection.script(sql);
  connection.close();
}

/** Writes a text beside a folder, and gives the file's name. */
export function fileWith(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
export type Running = {
  readonly child: ChildProcess;
  /** The first line on stdout, or how it ended instead. */
  readonly firstLine: Promise<string | Ended>;
  readonly ended: Promise<Ended>;
};

/** Starts the command line as its own process. */
export function start(
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly uid?: number; readonly through?: readonly string[] } = {},
): Running {
  const [program = process.execPath, ...before] = [...(options.through ?? []), process.execPath];
  const env = { PATH: process.env.PATH, HOME: '/nonexistent', LANG: 'C.UTF-8', ...options.env };
  const child = spawn(program, [...before, CLI, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  let out = '';
  let err = '';
  let onLine = (_line: string): void => {};
  const line = new Promise<string>((resolve) => {
    onLine = resolve;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.includes('\n')) onLine(out.slice(0, out.indexOf('\n')));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, out, err }));
  return { child, ended, firstLine: Promise.race([line, ended]) };
}

/** Runs one command to its end. */
export function nightdesk(...args: readonly string[]): Promise<Ended> {
  return start(args).ended;
}

/** Every failure: the exit code, one plain line on stderr, no trace of a stack. */
export const oneLine = (text: string): boolean => /^[^\n]+\n$/.test(text) && !/\bat .+:\d+|Error:/.test(text);
