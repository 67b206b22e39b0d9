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
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { KannelConfLines } from '#core/notify/gateways';
import { eventually, until } from '../patience.ts';
import { type ArrivedPart, connectFakeSmsc, type FakeSmsc, type SmsPart } from './fake-smsc.ts';
import { freePorts } from './free-ports.ts';

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
  parts(): readonly ArrivedPart[];
  /** What has arrived whole at `to` so far. */
  texts(to: string): readonly string[];
  /** Resolves with the text once every part of it has arrived at `to`, joined; rejects when patience is over. `nth` counts from 0. */
  onMt(to: string, nth?: number): Promise<{ readonly text: string; readonly parts: readonly SmsPart[] }>;
  inject(message: { readonly from: string; readonly to: string; readonly text: string }): void;
  dropLink(): Promise<void>;
  restoreLink(): Promise<void>;
  /** Until smsbox has tried in vain to hand in a text of that phone. */
  couldNotHandIn(from: string): Promise<void>;
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

type RigPorts = { admin: number; smsbox: number; sendsms: number; radio: number };

/** An SMSC in place of the fake radio link. */
export type SmppLink = { readonly port: number; readonly user: string; readonly password: string };

const fakeLink = (ports: RigPorts): string => `
smsc = fake
smsc-id = RADIO
port = ${ports.radio}
connect-allow-ip = 127.0.0.1
denied-prefix = "${UNROUTABLE_PREFIX}"`;

/** No `alt-charset`: with one Kannel sends letters as they are, whatever is named; without it, as the GSM alphabet. */
const smppLink = ({ port, user, password }: SmppLink): string => `
smsc = smpp
smsc-id = NETWORK
host = 127.0.0.1
port = ${port}
transceiver-mode = true
smsc-username = ${user}
smsc-password = "${password}"
system-type = ""
interface-version = 34
source-addr-autodetect = true
msg-id-type = 0
enquire-link-interval = 5
reconnect-delay = 1`;

function configText(folder: string, ports: RigPorts, lines: KannelConfLines, link: SmppLink | null): string {
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

group = smsc${link === null ? fakeLink(ports) : smppLink(link)}

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

/** Why tests with it are skipped, as the end of their name; empty where it is installed. */
export const NO_KANNEL = kannelAvailable() ? '' : ' (skipped: Kannel is not installed on this machine)';

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

/** One start of Kannel: its folder, its ports, what runs and which links were up. */
type Place = {
  readonly folder: string;
  readonly ports: RigPorts;
  readonly smpp: SmppLink | null;
  readonly children: ChildProcess[];
  readonly links: FakeSmsc[];
  readonly whenWeEnd: () => void;
};

/** Kannel found one of its ports in use: with others it would have started. */
class PortTaken extends Error {}

async function newPlace(lines: KannelConfLines, smpp: SmppLink | null): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-kannel-'));
  mkdirSync(join(folder, 'store'));
  const [admin = 0, smsbox = 0, sendsms = 0, radio = 0] = await freePorts(4);
  const ports = { admin, smsbox, sendsms, radio };
  writeFileSync(join(folder, 'kannel.conf'), configText(folder, ports, lines, smpp));
  const children: ChildProcess[] = [];
  const whenWeEnd = () => children.forEach((child) => void child.kill('SIGKILL'));
  process.once('exit', whenWeEnd);
  return { folder, ports, smpp, children, links: [], whenWeEnd };
}

const outputOf = ({ folder }: Place): string => readFileSync(join(folder, 'output.txt'), 'utf8');
const statusUrlOf = ({ ports }: Place): string => `http://127.0.0.1:${ports.admin}/status.txt`;

/** Throws what makes waiting vain: a port in use, which Kannel may survive in part, or its end. */
function checkAlive(place: Place): void {
  if (outputOf(place).includes('Address already in use')) throw new PortTaken('a port of Kannel was taken meanwhile');
  if (place.children.some((child) => child.exitCode !== null || child.signalCode !== null))
    throw new Error('a program of Kannel ended');
}

async function startUp(place: Place, program: string, port: number): Promise<void> {
  place.children.push(startProgram(program, place.folder));
  await until(async () => {
    checkAlive(place);
    return isOpen(port);
  }, `${program} to listen`);
}

async function linkUp(place: Place): Promise<void> {
  if (place.smpp === null)
    place.links.push(await eventually(() => connectFakeSmsc(place.ports.radio).catch(() => null), 'the radio port'));
  await until(async () => {
    checkAlive(place);
    const response = await fetch(`${statusUrlOf(place)}?password=${encodeURIComponent(RIG_STATUS_PASSWORD)}`);
    const page = await response.text();
    // smsbox answers a second before bearerbox knows it; a message sent in between waits.
    return /\(online /.test(page) && /smsbox.*on-line/.test(page);
  }, 'the link to be online');
}

async function stop({ folder, children, links, whenWeEnd }: Place): Promise<void> {
  for (const link of links) await link.close();
  for (const child of children.toReversed()) await endProgram(child, 'SIGTERM');
  process.off('exit', whenWeEnd);
  rmSync(folder, { recursive: true, force: true });
}

function rigAt(place: Place): KannelRig {
  const { ports, children, links } = place;
  const parts = () => links.flatMap((link) => link.parts);
  const wholeAt = (to: string) => wholeTexts(parts().filter((part) => part.to === to));
  return {
    sendUrl: `http://127.0.0.1:${ports.sendsms}/cgi-bin/sendsms`,
    statusUrl: statusUrlOf(place),
    parts,
    texts: (to) => wholeAt(to).map(({ text }) => text),
    onMt: (to, nth = 0) => eventually(() => wholeAt(to)[nth] ?? null, `a text at ${to}`),
    inject: (message) => links.at(-1)?.inject(message),
    dropLink: async () => links.at(-1)?.close(),
    restoreLink: () => linkUp(place),
    couldNotHandIn: (from) =>
      until(() => {
        const lines = readFileSync(join(place.folder, 'smsbox.log'), 'utf8').split('\n');
        return lines.some((line) => line.includes("Couldn't fetch") && line.includes(encodeURIComponent(from)));
      }, `a text of ${from} that could not be handed in`),
    async killBearerbox() {
      const [bearerbox] = children;
      if (bearerbox === undefined) throw new Error('Kannel is not running');
      await endProgram(bearerbox, 'SIGKILL');
      await until(async () => !(await isOpen(ports.sendsms)), 'smsbox to leave');
    },
    stop: () => stop(place),
  };
}

/** Starts before the ports are said to be taken each time. */
const MOST_STARTS = 5;

/**
 * Starts Kannel and waits until the link is online; again on other ports where one was taken meanwhile.
 *
 * @param lines what the driver asks to have in kannel.conf; so its listener starts first.
 * @param smpp the SMSC behind it; null for the fake radio link, which is then the one to ask what arrived.
 */
export async function startKannel(lines: KannelConfLines, smpp: SmppLink | null = null): Promise<KannelRig> {
  for (let starts = 1; ; starts += 1) {
    const place = await newPlace(lines, smpp);
    try {
      await startUp(place, BEARERBOX, place.ports.smsbox);
      await startUp(place, SMSBOX, place.ports.sendsms);
      await linkUp(place);
      return rigAt(place);
    } catch (error) {
      const output = outputOf(place);
      await stop(place);
      if (error instanceof PortTaken && starts < MOST_STARTS) continue;
      throw new Error(`Kannel did not start: ${output.slice(-2_000)}`, { cause: error });
    }
  }
}
