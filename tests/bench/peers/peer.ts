import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Agent as HttpAgent } from 'node:http';
import { request as requestHttp } from 'node:http';
import { type Agent as HttpsAgent, request as requestHttps } from 'node:https';

/** One of the three that are measured side by side: it is told of a ticket, and climbs a ladder of 0, 10 and 20 s. */
export type Peer = {
  readonly name: string;
  /** Tells it of trouble. `startedAt`: just before the first byte of the request. `ticket`: its name at the sink. */
  report(): Promise<{ readonly ticket: string; readonly startedAt: number }>;
  /** Somebody has it: nothing more is to be sent. */
  acknowledge(ticket: string): Promise<void>;
  /** SIGKILL, and at once another on what it left. Resolves when that is ready. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
};

/** A POST over a kept connection; rejects on anything but 200. Returns when its first byte was about to leave. */
export function post(
  url: string,
  body: string,
  agent: HttpAgent | HttpsAgent,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp;
    const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
    const startedAt = performance.now();
    // The certificate was made a moment ago for this run, on loopback.
    const asking = request(url, { method: 'POST', agent, headers: all, rejectUnauthorized: false }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200 ? resolve(startedAt) : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** A program in the foreground, in a group of its own: Icinga 2 works in a child of the one that was started. */
export function startProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  return spawn(command, args, { stdio: 'ignore', env, detached: true });
}

export async function killProgram(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
