import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baresipFiles } from './baresip-files.ts';
import type { VoiceDeps } from './entry.ts';
import { type ControlMessage, netstring, netstringReader } from './netstring.ts';
import type { SipConfig } from './sip-entry.ts';
import { silence, telephoneWav } from './wav.ts';

/** It listens within a fraction of a second; a machine that is busy takes longer. */
const START_LIMIT_MS = 10_000;
const TRY_AGAIN_MS = 50;
/** It answers each command at once, or never. */
const ANSWER_LIMIT_MS = 4_000;
/** What it gets to sign off after it was told to go. */
const END_GRACE_MS = 1_500;

/**
 * Starts a program that must not outlive the core, whatever ends the core: when the pipe that the core holds closes, the
 * program is told to go, and the folder in which a password stands is removed. The first line it writes is the number of
 * the program's process.
 */
const LEASH = `
folder=$PWD
exec 3<&0
"$@" </dev/null >/dev/null 2>&1 3<&- &
child=$!
echo "$child"
(cat <&3 >/dev/null; kill "$child"; sleep 2; kill -9 "$child") >/dev/null 2>&1 &
leash=$!
exec 3<&-
wait "$child"
kill "$leash" 2>/dev/null
cd /
rm -rf -- "$folder"
`;

/** Something that happened on a line: `CALL_RINGING`, `CALL_CLOSED` and what it says of it. */
export type LineEvent = { readonly type: string; readonly param: string };

/** One baresip of our own, which makes one call at a time. */
export type Line = {
  readonly folder: string;
  /** True until its process ends, or it is put away. */
  isAlive(): boolean;
  /** Rejects when it does not answer: then it hangs, and is of no use any more. */
  command(name: string, params?: string): Promise<{ readonly isOk: boolean; readonly data: string }>;
  /** Who hears what happens on it; the one before hears nothing more. */
  hear(listener: (event: LineEvent) => void, onEnd: () => void): void;
  end(): Promise<void>;
};

export type LineProgram = { readonly program: string; readonly modules: string };

/** @throws when it cannot be started, or does not listen in time */
export async function openLine(sip: SipConfig, own: LineProgram, deps: VoiceDeps): Promise<Line> {
  const controlPort = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-voice-'));
  let life: Life;
  try {
    life = started(sip, own, { folder, controlPort }, deps);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  try {
    const socket = await reached(controlPort, life, deps);
    return lineOver(socket, life, folder, deps);
  } catch (error) {
    await life.end();
    throw error;
  }
}

function started(
  sip: SipConfig,
  own: LineProgram,
  { folder, controlPort }: { readonly folder: string; readonly controlPort: number },
  deps: VoiceDeps,
): Life {
  const quiet = join(folder, 'quiet.wav');
  const files = baresipFiles(sip, { controlPort, modules: own.modules, quiet });
  // The password of the account stands in one of them.
  const keep = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content, { mode: 0o600 });
  keep('config', files.config);
  keep('accounts', files.accounts);
  keep('contacts', '');
  keep('quiet.wav', telephoneWav(silence(1_000)));
  const child = spawn('/bin/sh', ['-c', LEASH, 'sh', own.program, '-f', folder], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return lifeOf(child, folder, deps);
}

type Life = {
  isAlive(): boolean;
  onEnd(run: () => void): void;
  end(): Promise<void>;
};

/** The process: ended when the core says so, gently first, and gone for good. */
function lifeOf(child: ChildProcess, folder: string, { timer }: VoiceDeps): Life {
  let isAlive = true;
  let pid: number | null = null;
  const enders: (() => void)[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const over = (): void => {
    if (!isAlive) return;
    isAlive = false;
    child.stdin?.destroy();
    rmSync(folder, { recursive: true, force: true });
    for (const run of enders) run();
    resolve();
  };
  child.on('error', over);
  child.on('exit', over);
  child.stdin?.on('error', () => undefined);
  child.stdout?.on('data', (chunk: Buffer) => {
    pid ??= Number.parseInt(chunk.toString('latin1'), 10) || null;
  });
  return {
    isAlive: () => isAlive,
    onEnd: (run) => enders.push(run),
    async end() {
      if (!isAlive) return;
      child.stdin?.end();
      const cancel = timer(END_GRACE_MS, () => {
        if (isAlive && pid !== null) kill(pid);
      });
      await ended;
      cancel();
    },
  };
}

/** One that hangs heeds nothing else. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already, which is what was wanted
  }
}

/** Connected as soon as it listens. */
async function reached(port: number, life: Life, deps: VoiceDeps): Promise<Socket> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const cancel = deps.timer(START_LIMIT_MS, () => reject(new Error('baresip does not listen')));
  tooLate.catch(() => undefined);
  try {
    for (;;) {
      if (!life.isAlive()) throw new Error('baresip ended while starting');
      const socket = await Promise.race([connected(port), tooLate]);
      if (socket) return socket;
      await Promise.race([new Promise<void>((resolve) => void deps.timer(TRY_AGAIN_MS, resolve)), tooLate]);
    }
  } finally {
    cancel();
  }
}

function connected(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

type Answer = { readonly isOk: boolean; readonly data: string };

function lineOver(socket: Socket, life: Life, folder: string, { timer }: VoiceDeps): Line {
  const read = netstringReader();
  const waiting = new Map<string, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let listener: ((event: LineEvent) => void) | null = null;
  let onEnd: (() => void) | null = null;
  let count = 0;
  const lost = (why: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of read(chunk)) take(message);
    } catch {
      socket.destroy(); // whatever it is, it is no baresip; the line ends with its connection
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    lost('baresip closed its control port');
    void life.end();
  });
  life.onEnd(() => {
    lost('baresip ended');
    socket.destroy();
    onEnd?.();
  });
  const take = ({ type, param = '', token = '', ok = false, data = '' }: ControlMessage): void => {
    if (type !== undefined) return listener?.({ type, param });
    waiting.get(token)?.resolve({ isOk: ok, data });
    waiting.delete(token);
  };
  return {
    folder,
    isAlive: life.isAlive,
    command(name, params = '') {
      count += 1;
      const token = String(count);
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      if (!life.isAlive()) reject(new Error('baresip ended'));
      waiting.set(token, { resolve, reject });
      const cancel = timer(ANSWER_LIMIT_MS, () => reject(new Error('baresip does not answer')));
      socket.write(netstring({ command: name, params, token }));
      return promise.finally(() => {
        cancel();
        waiting.delete(token);
      });
    },
    hear(next, end) {
      listener = next;
      onEnd = end;
    },
    end: life.end,
  };
}

/** A port of this computer that nobody has just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
