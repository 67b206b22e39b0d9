import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { addressFile } from '../core/held-folder.ts';
import type { CoreAddress, CoreEnd, CoreProcess, CoreReady } from './shell.ts';

const Address = z.object({ url: z.url(), token: z.string().min(1), pid: z.number().int().positive() });

/** Reads the line a core prints when it answers; null where it is something else. */
export const readAddress = (line: string): CoreAddress | null => {
  try {
    const parsed = Address.safeParse(JSON.parse(line));
    // A core listens on this computer only; an address elsewhere would carry the token away.
    return parsed.success && new URL(parsed.data.url).hostname === '127.0.0.1' ? parsed.data : null;
  } catch {
    return null;
  }
};

/** The last line of what a core wrote on stderr: its plain sentence, where it ended with one. */
export const lastSentence = (errors: string): string => errors.trimEnd().split('\n').at(-1)?.trim() ?? '';

/** The arguments of a core that serves a data folder. */
export const serveArguments = (dataFolder: string, env: Readonly<Record<string, string | undefined>>): string[] => {
  const port = env.NIGHTDESK_PORT;
  return ['serve', '--data', dataFolder, ...(port === undefined || port === '' ? [] : ['--port', port])];
};

/** The core that holds the folder, where it left its address there. */
export const findRunningCore = (dataFolder: string): CoreAddress | null => {
  let line: string;
  try {
    line = readFileSync(addressFile(dataFolder), 'utf8');
  } catch {
    return null; // none there, or its core took it away this moment: either way there is none to be shown
  }
  return readAddress(line);
};

export type NodeCore = {
  /** Node 24. */
  readonly node: string;
  /** The command line's entry: its source here, dist/cli.js in a packed app. */
  readonly entry: string;
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * Starts a core as a Node process of its own. It outlives us: a shell that crashes must not silence a running ladder.
 */
export const startNodeCore = ({ node, entry, dataFolder, env }: NodeCore): CoreProcess => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // A file, not a pipe: writing to the pipe of a crashed shell would end the core.
  const errorFile = join(dataFolder, 'core-errors.log');
  const errors = openSync(errorFile, 'w', 0o600);
  const child = spawn(node, [entry, ...serveArguments(dataFolder, env)], {
    // Its own group: Ctrl-C in our terminal asks us, not the core.
    detached: true,
    stdio: ['ignore', 'pipe', errors],
    windowsHide: true,
    env,
  });
  closeSync(errors);
  return watchChild(child, () => lastSentence(readFileSync(errorFile, 'utf8')));
};

const watchChild = (child: ChildProcess, sentence: () => string): CoreProcess => {
  const ended = new Promise<CoreEnd>((resolve) => {
    child.on('error', (error) => resolve({ code: null, sentence: error.message }));
    child.on('exit', (code) => resolve({ code, sentence: sentence() }));
  });
  const answered = new Promise<CoreReady>((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = readAddress(line);
      if (address !== null) resolve({ ok: true, address });
    });
  });
  return {
    ready: Promise.race([answered, ended.then((end): CoreReady => ({ ok: false, end }))]),
    ended,
    stop: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
};
