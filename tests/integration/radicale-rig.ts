import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../patience.ts';
import { freePort } from './free-ports.ts';

/** A real Radicale as Debian ships it, on a loopback port, with its calendars in a temporary folder. */

const PROGRAM = '/usr/bin/radicale';
export const RADICALE_USER = 'oncall';
export const RADICALE_PASSWORD = 'p&ss wörd=1';

export type Radicale = {
  readonly url: string;
  /** Makes an empty calendar of the user's. */
  makeCalendar(name: string): Promise<void>;
  put(calendar: string, file: string, text: string): Promise<void>;
  remove(calendar: string, file: string): Promise<void>;
  /** Methods and paths it was asked for so far. */
  requests(): readonly string[];
  /** SIGKILL. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

function isInstalled(): boolean {
  try {
    accessSync(PROGRAM, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Why tests with it are skipped, as the end of their name; empty where it is installed. */
export const NO_RADICALE = isInstalled() ? '' : ' (skipped: Radicale is not installed on this machine)';

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function configText(folder: string, port: number): string {
  return `
[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = ${folder}/collections
[logging]
level = info
`;
}

export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-radicale-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'config'), configText(folder, port));
  writeFileSync(join(folder, 'users'), `${RADICALE_USER}:${RADICALE_PASSWORD}\n`);
  const output = join(folder, 'output.txt');
  const authorization = `Basic ${Buffer.from(`${RADICALE_USER}:${RADICALE_PASSWORD}`).toString('base64')}`;
  let child: ChildProcess | null = null;
  const whenWeEnd = (): void => void child?.kill('SIGKILL');
  process.once('exit', whenWeEnd);

  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const start = async (): Promise<void> => {
    const file = openSync(output, 'a');
    const started = spawn(PROGRAM, ['--config', join(folder, 'config')], { stdio: ['ignore', file, file] });
    closeSync(file);
    child = started;
    await until(() => {
      if (started.exitCode !== null) throw new Error(`Radicale ended: ${readFileSync(output, 'utf8').slice(-1_000)}`);
      return isOpen(port);
    }, 'Radicale to listen');
  };
  const ask = async (method: string, path: string, body?: string): Promise<void> => {
    const response = await fetch(`${url}/${RADICALE_USER}/${path}`, {
      method,
      headers: { authorization, 'content-type': 'text/calendar; charset=utf-8' },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  await start();
  return {
    url,
    makeCalendar: (name) => ask('MKCALENDAR', `${name}/`),
    put: (calendar, file, text) => ask('PUT', `${calendar}/${file}`, text),
    remove: (calendar, file) => ask('DELETE', `${calendar}/${file}`),
    requests: () =>
      [...readFileSync(output, 'utf8').matchAll(/ ([A-Z]+) request for '([^']*)'/g)].map(
        ([, method, path]) => `${method} ${path}`,
      ),
    kill,
    start,
    async stop() {
      await kill();
      process.off('exit', whenWeEnd);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
