import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { tell } from './places.mjs';

/** What a service manager or a person sends to stop us. */
const FORWARDED = /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT']);

/**
 * Runs a program in our place: same terminal, same stdin and stdout, its exit code, signals passed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, isQuiet?: boolean }} [options] isQuiet: its stdout goes to our stderr
 * @returns {Promise<number>} exit code; 128 + n where signal n ended it
 */
export const handOver = (program, args, { cwd, env, isQuiet = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: isQuiet ? ['ignore', 2, 2] : 'inherit',
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
    });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      // A terminal sends Ctrl-C to the whole group; passed on, the child would count it twice.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of FORWARDED) process.on(signal, pass);
    /** @param {number} code */
    const finish = (code) => {
      for (const signal of FORWARDED) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      tell(`${program} could not be started: ${error.message}`);
      finish(1);
    });
    child.on('close', (code, signal) => finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
