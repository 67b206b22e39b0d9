import { createInterface } from 'node:readline';
import type { UtilityProcess } from 'electron';
import { z } from 'zod';
import { lastSentence, readAddress } from './core-process.ts';
import type { CoreEnd, CoreProcess, CoreReady, SecretAnswer } from './shell.ts';

/** What the core asks of the keychain; it has no other way to reach it. */
const SecretQuestion = z.object({
  ask: z.enum(['wrapSecret', 'unwrapSecret']),
  id: z.number().int(),
  value: z.string(),
});

export type Keychain = {
  wrapSecret(plain: string): SecretAnswer;
  unwrapSecret(wrapped: string): SecretAnswer;
};

/** Enough for one plain sentence; a core that writes pages of errors must not fill our memory. */
const KEPT_ERRORS = 4_000;

/** Watches a core that runs as Electron's utility process, and answers its questions to the keychain. */
export const watchUtilityCore = (child: UtilityProcess, keychain: Keychain): CoreProcess => {
  let errors = '';
  child.stderr?.on('data', (part: Buffer) => {
    errors = (errors + part.toString('utf8')).slice(-KEPT_ERRORS);
  });
  child.on('message', (message: unknown) => {
    const asked = SecretQuestion.safeParse(message);
    if (!asked.success) return;
    const { ask, id, value } = asked.data;
    child.postMessage({ id, answer: ask === 'wrapSecret' ? keychain.wrapSecret(value) : keychain.unwrapSecret(value) });
  });
  const ended = new Promise<CoreEnd>((resolve) => {
    child.on('exit', (code) => resolve({ code, sentence: lastSentence(errors) }));
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
    stop: () => void child.kill(),
    kill: () => {
      // A utility process knows no harder end than kill(); the system's own does.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
};
