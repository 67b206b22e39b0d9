import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { CLI } from '../bundled.ts';
import { patience } from '../patience.ts';

const Answered = z.object({ result: z.object({ data: z.unknown() }) });
const Announced = z.object({ url: z.string(), token: z.string() });

/** A core in a process of its own, to be killed. */
export type ChildCore = {
  readonly pid: number;
  /** Resolves when it has said where it is; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Where it is, once it is ready. */
  address(): { readonly url: string; readonly token: string };
  /** Calls a procedure that changes something. Rejects when the core is not there, or dies before it has answered. */
  call(path: string, input?: unknown): Promise<unknown>;
  /** The same for one that only reads. */
  ask(path: string, input?: unknown): Promise<unknown>;
  /** SIGSTOP: it stands still in the middle of whatever it does. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
};

export type ChildOptions = {
  /** More of the environment, for a clock that is not the machine's. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts `nightdesk serve` on a folder, exactly as it is shipped. */
export function startChild(folder: string, { env = {} }: ChildOptions = {}): ChildCore {
  const child = spawn(process.execPath, [CLI, 'serve', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
  });
  const gone = once(child, 'exit');
  let address: z.infer<typeof Announced> | null = null;
  const ready = announced(child).then((line) => {
    address = Announced.parse(JSON.parse(line));
  });
  // Whoever kills it while it starts does not wait for this.
  ready.catch(() => undefined);
  const request = async (path: string, more: RequestInit): Promise<unknown> => {
    if (!address) throw new Error('not ready');
    const answer = await fetch(`${address.url}/trpc/${path}`, {
      ...more,
      headers: { authorization: `Bearer ${address.token}`, 'content-type': 'application/json' },
      signal: patience(),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return Answered.parse(JSON.parse(text)).result.data;
  };
  return {
    get pid() {
      if (child.pid === undefined) throw new Error('the core could not be started');
      return child.pid;
    },
    ready,
    address() {
      if (!address) throw new Error('not ready');
      return address;
    },
    call: (path, input) => request(path, { method: 'POST', body: input === undefined ? null : JSON.stringify(input) }),
    ask: (path, input) =>
      request(input === undefined ? path : `${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {}),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function announced(child: ChildProcess): Promise<string> {
  let out = '';
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out);
    });
    child.once('exit', (code) => reject(new Error(`the core ended with ${code} before it was ready: ${complaint}`)));
  });
}
