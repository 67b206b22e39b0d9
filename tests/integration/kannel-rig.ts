import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { KannelConfLines } from '#core/notify/gateways';
import { connectFakeSmsc, type FakeSmsc, type SmsPart } from './fake-smsc.ts';

/**
 * A real Kannel (bearerbox and smsbox as Debian ships them) on ephemeral loopback ports, with a fake radio link in front.
 * Everything lives in a temporary folder and is stopped by its own process id.
 */

const BEARERBOX = '/usr/sbin/bearerbox';
const SMSBOX = '/usr/sbin/smsbox';

export const RIG_USER = 'desk';
export const RIG_PASSWORD = 'p&ss wörd=1';
export const RIG_STATUS_PASSWORD = 'st&tus';
/** Numbers that begin so are routed nowhere. */
export const UNROUTABLE_PREFIX = '+1999';

export type KannelRig = {
  readonly sendUrl: string;
  readonly statusUrl: string;
  /** Every part that went over the air, in order, over all links so far. */
  parts(): readonly SmsPart[];
  /** Resolves with the text once every part of it has arrived at `to`, joined; rejects after 10 s. `nth` counts from 0. */
  onMt(to: string, nth?: number): Promise<{ readonly text: string; readonly parts: readonly SmsPart[] }>;
  inject(message: { readonly from: string; readonly to: string; readonly text: string }): void;
  dropLink(): Promise<void>;
  restoreLink(): Promise<void>;
  /** SIGKILL; resolves when smsbox, which does not outlive it, is gone as well. */
  killBearerbox(): Promise<void>;
  stop(): Promise<void>;
};

/** Whether Kannel is installed here. */
export function kannelAvailable(): boolean {
  try {
    for (const program of [BEARERBOX, SMSBOX]) accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Asks again every 20 ms until there is an answer other than null; rejects with `what` after `limitMs`. */
export async function eventually<T>(
  ask: () => T | null | Promise<T | null>,
  what: string,
  limitMs = 10_000,
): Promise<T> {
  const limit = AbortSignal.timeout(limitMs);
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (limit.aborted) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    await pause(20);
  }
}

/** Ports nobody uses now, held open together so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** A port that is free now and stays unused by the rig: for a driver's listener, or for nobody at all. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('no port');
  return port;
}

async function isOpen(port: number): Promise<true | null> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}

type RigPorts = { admin: number; smsbox: number; sendsms: number; radio: number };

function configText(folder: string, ports: RigPorts, lines: KannelConfLines): string {
  return `
group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = only-for-this-test
status-password = "${RIG_STATUS_PASSWORD}"
smsbox-port = ${ports.smsbox}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
log-file = "${folder}/bearerbox.log"
log-level = 1
dlr-storage = internal
store-type = spool
store-location = "${folder}/store"
sms-resend-freq = 1
sms-resend-retry = 3

group = smsc
smsc = fake
smsc-id = RADIO
port = ${ports.radio}
connect-allow-ip = 127.0.0.1
denied-prefix = "${UNROUTABLE_PREFIX}"

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${ports.smsbox}
sendsms-port = ${ports.sendsms}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789+"
log-file = "${folder}/smsbox.log"
log-level = 1
${lines.smsbox}

group = sendsms-user
username = ${RIG_USER}
password = "${RIG_PASSWORD}"
user-allow-ip = "127.0.0.1"
${lines.sendsmsUser}
default-sender = "+12025550100"

${lines.service}
`;
}

/** Starts one program of Kannel with its output in the folder; never inherits our own. */
function startProgram(program: string, folder: string): ChildProcess {
  const output = openSync(join(folder, 'output.txt'), 'a');
  const child = spawn(program, [join(folder, 'kannel.conf')], { cwd: folder, stdio: ['ignore', output, output] });
  closeSync(output);
  return child;
}

/** Ends one program: asks, and after 2 s insists. */
async function endProgram(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const limit = new AbortController();
  await Promise.race([gone, pause(2_000, undefined, { signal: limit.signal }).catch(() => undefined)]);
  limit.abort();
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await gone;
}

/** The parts of each text, in the order in which the texts were completed. */
function wholeTexts(parts: readonly SmsPart[]): { text: string; parts: SmsPart[] }[] {
  const open = new Map<number, SmsPart[]>();
  const whole: { text: string; parts: SmsPart[] }[] = [];
  for (const part of parts) {
    const group = part.series === null ? [part] : [...(open.get(part.series) ?? []), part];
    if (part.series !== null) open.set(part.series, group);
    if (group.length < part.parts) continue;
    if (part.series !== null) open.delete(part.series);
    const sorted = group.toSorted((a, b) => a.part - b.part);
    // A part of nothing but emoji has no zero byte and looks like UTF-8 by itself.
    const encoding = sorted.some((each) => each.encoding === 'utf-16be') ? 'utf-16be' : 'utf-8';
    const bytes = Buffer.concat(sorted.map((each) => each.bytes));
    whole.push({ text: new TextDecoder(encoding).decode(bytes), parts: sorted });
  }
  return whole;
}

/**
 * Starts Kannel and waits until the link is online.
 *
 * @param lines what the driver asks to have in kannel.conf; so its listener starts first.
 */
export async function startKannel(lines: KannelConfLines): Promise<KannelRig> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-kannel-'));
  mkdirSync(join(folder, 'store'));
  const [admin = 0, smsbox = 0, sendsms = 0, radio = 0] = await freePorts(4);
  const ports = { admin, smsbox, sendsms, radio };
  writeFileSync(join(folder, 'kannel.conf'), configText(folder, ports, lines));
  const children: ChildProcess[] = [];
  const links: FakeSmsc[] = [];
  const killAll = () => children.forEach((child) => void child.kill('SIGKILL'));
  process.once('exit', killAll);
  const statusUrl = `http://127.0.0.1:${admin}/status.txt`;

  async function stop(): Promise<void> {
    for (const link of links) await link.close();
    for (const child of children.toReversed()) await endProgram(child, 'SIGTERM');
    process.off('exit', killAll);
    rmSync(folder, { recursive: true, force: true });
  }
  async function restoreLink(): Promise<void> {
    const link = await eventually(() => connectFakeSmsc(radio).catch(() => null), 'the radio port');
    links.push(link);
    await eventually(async () => {
      const response = await fetch(`${statusUrl}?password=${encodeURIComponent(RIG_STATUS_PASSWORD)}`);
      const page = await response.text();
      // smsbox answers a second before bearerbox knows it; a message sent in between waits.
      return /\(online /.test(page) && /smsbox.*on-line/.test(page) ? true : null;
    }, 'the link to be online');
  }
  const parts = () => links.flatMap((link) => link.parts);

  try {
    children.push(startProgram(BEARERBOX, folder));
    await eventually(() => isOpen(smsbox), 'bearerbox');
    children.push(startProgram(SMSBOX, folder));
    await eventually(() => isOpen(sendsms), 'smsbox');
    await restoreLink();
  } catch (error) {
    const output = readFileSync(join(folder, 'output.txt'), 'utf8');
    await stop();
    throw new Error(`Kannel did not start: ${output.slice(-2_000)}`, { cause: error });
  }
  return {
    sendUrl: `http://127.0.0.1:${sendsms}/cgi-bin/sendsms`,
    statusUrl,
    parts,
    onMt: (to, nth = 0) =>
      eventually(() => wholeTexts(parts().filter((part) => part.to === to))[nth] ?? null, `a text at ${to}`),
    inject: (message) => links.at(-1)?.inject(message),
    dropLink: async () => links.at(-1)?.close(),
    restoreLink,
    async killBearerbox() {
      const [bearerboxProcess, smsboxProcess] = children;
      if (bearerboxProcess === undefined || smsboxProcess === undefined) throw new Error('Kannel is not running');
      await endProgram(bearerboxProcess, 'SIGKILL');
      await eventually(async () => ((await isOpen(sendsms)) === null ? true : null), 'smsbox to leave');
    },
    stop,
  };
}
