import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createVoice, type VoiceDriver } from '#core/notify/voice';
import { keyRecording } from './key-recording.ts';
import { baresipsIn, networkOf } from './room-processes.ts';

/**
 * A room with telephones and no way out: the driver, its baresip and sipp in a network of their own, where nothing can leave
 * the machine. Started by `voice-rig.ts`, which asks it over its standard input, a line of JSON for each question.
 */

const ADDRESS = '10.9.9.1';

for (const command of ['link set lo up', `addr add ${ADDRESS}/32 dev lo`]) spawnSync('ip', command.split(' '));

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-room-'));
const phones = new Map<number, ChildProcess>();
const logged: unknown[] = [];
let driver: VoiceDriver | null = null;
let exchange: Socket | null = null;
const signals = new Map<string, AbortController>();

const inUse = (): VoiceDriver => {
  if (!driver) throw new Error('no driver is open');
  return driver;
};

type Asked = Readonly<Record<string, unknown>>;

const answers: Readonly<Record<string, (asked: never) => unknown>> = {
  async open({ kind, config }: { kind: string; config: unknown }) {
    const made = createVoice(kind, config, {
      // Not the core's clock: all of the core would have to be loaded for it.
      timer(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      now: () => Date.now(),
      log: (...line) => logged.push(line),
    });
    if (!made.ok) return made.issues;
    driver = made.driver;
    await driver.start();
    return null;
  },
  capabilities: () => inUse().capabilities,
  health: () => inUse().health(AbortSignal.timeout(10_000)),
  call({ request }: { request: Parameters<VoiceDriver['call']>[0] }) {
    const hangUp = new AbortController();
    signals.set(request.key, hangUp);
    return inUse().call(request, hangUp.signal);
  },
  hangUp: ({ key }: { key: string }) => signals.get(key)?.abort(),
  async close() {
    await driver?.stop();
    driver = null;
  },
  /** A telephone at a port; it ends with its last call. */
  phone({ port, scenario, keys, calls }: { port: number; scenario: string; keys: readonly string[]; calls: number }) {
    const own = mkdtempSync(join(folder, 'phone-'));
    const file = join(own, 'phone.xml');
    for (const [nth, key] of keys.entries()) writeFileSync(join(own, `key-${nth}.pcap`), keyRecording(key, nth));
    writeFileSync(file, scenario);
    const soundPort = 20_000 + (port - 5_000) * 20;
    const at = ['-i', ADDRESS, '-mi', ADDRESS, '-p', String(port), '-mp', String(soundPort)];
    const child = spawn('sipp', [...at, '-sf', file, '-m', String(calls), '-nostdin', '-timeout', '120'], {
      cwd: own,
      stdio: 'ignore',
    });
    phones.set(port, child);
    return listening(port, child);
  },
  /** Whether the telephone's own side of the story went as its scenario says. */
  hungUp({ port }: { port: number }) {
    const child = phones.get(port);
    return new Promise((resolve) => {
      if (!child || child.exitCode !== null) return resolve(child?.exitCode ?? null);
      child.once('exit', (code) => resolve(code));
    });
  },
  /** The provider: takes accounts, refuses them, or says nothing. */
  exchange({ port, mode }: { port: number; mode: 'takes' | 'refuses' | 'silent' }) {
    exchange?.close();
    exchange = createSocket('udp4');
    exchange.on('message', (message, from) => {
      const reply = answerOf(message.toString('latin1'), mode);
      if (reply !== null) exchange?.send(reply, from.port, from.address);
    });
    return new Promise<void>((resolve) => exchange?.bind(port, ADDRESS, resolve));
  },
  /** Every baresip in this network gets a signal; how many there were. */
  signal({ signal }: { signal: NodeJS.Signals }) {
    const pids = baresipsIn(networkOf('self'));
    for (const pid of pids) process.kill(pid, signal);
    return pids.length;
  },
  baresips: () => baresipsIn(networkOf('self')).length,
  /** Voice folders that lie about. */
  folders: () => readdirSync(tmpdir()).filter((name) => name.startsWith('nightdesk-voice-')).length,
  /** Files with what was said, in all of them. */
  words: () =>
    readdirSync(tmpdir())
      .filter((name) => name.startsWith('nightdesk-voice-'))
      .flatMap((name) => readdirSync(join(tmpdir(), name)))
      .filter((name) => name === 'say.wav' || name === 'words.wav').length,
  datagrams: () => Number(/^Udp: \d+ \d+ \d+ (\d+)/m.exec(readFileSync('/proc/self/net/snmp', 'latin1'))?.[1] ?? 0),
  logged: () => logged,
};

/** Resolves as soon as something has that port. */
async function listening(port: number, program: ChildProcess): Promise<void> {
  const name = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  while (!readFileSync('/proc/self/net/udp', 'latin1').includes(name)) {
    if (program.exitCode !== null) throw new Error('sipp ended while starting');
    await pause(20);
  }
}

function answerOf(message: string, mode: 'takes' | 'refuses' | 'silent'): string | null {
  const header = (name: string): string => new RegExp(`^${name}:.*$`, 'mi').exec(message)?.[0].trim() ?? '';
  const isRegister = message.startsWith('REGISTER');
  if (mode === 'silent' || message.startsWith('ACK')) return null;
  const status = mode === 'refuses' ? '403 Forbidden' : '200 OK';
  const lines = [
    `SIP/2.0 ${status}`,
    header('Via'),
    header('From'),
    `${header('To')};tag=ex`,
    header('Call-ID'),
    header('CSeq'),
  ];
  const contact = isRegister && mode === 'takes' ? [`${header('Contact')};expires=120`] : [];
  return [...lines, ...contact, 'Content-Length: 0', '', ''].join('\r\n');
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, name, ...asked } = JSON.parse(line) as { id: number; name: string } & Asked; // written by the rig
    const answer = (answers[name] as ((asked: Asked) => unknown) | undefined)?.(asked);
    Promise.resolve(answer).then(
      (value) => process.stdout.write(`${JSON.stringify({ id, value: value ?? null })}\n`),
      (error: unknown) => process.stdout.write(`${JSON.stringify({ id, error: String(error) })}\n`),
    );
  })
  .on('close', () => {
    for (const phone of phones.values()) phone.kill('SIGKILL');
    exchange?.close();
    void Promise.resolve(driver?.stop()).finally(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });
