#!/usr/bin/env node
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { BothLanguages } from '#shared/contract';
import { dataFolder } from '../core/data-folder.ts';
import { COMMANDS, type Command } from './commands.ts';
import { languageOf, type Terminal } from './terminal.ts';
import { recordUnexpected } from './unexpected.ts';

const EXIT = { failed: 1, usage: 2 } as const;

const { env, platform, argv, stdout, stderr } = process;
const [name = '', ...args] = argv.slice(2);
const language = languageOf(env);

const terminal: Terminal = {
  folder: folderOf(args),
  language,
  isColoured: stdout.isTTY && !env.NO_COLOR,
  platform,
  env,
  print: (line) => stdout.write(`${line}\n`),
  complain: (sentence) => stderr.write(`${sentence[language]}\n`),
};

/** The exit code, once the process is ending. */
let ending: number | null = null;

// A reader that went away (`| head`, a closed terminal) is no failure of ours.
for (const stream of [stdout, stderr]) stream.on('error', () => {});
for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (error) => fail(error));

const code = await runCommand();
// Written out first, then ended whatever is still open: a stopped desk must not linger.
stdout.write('', () => stderr.write('', () => end(code)));

async function runCommand(): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    if (['help', '--help', '-h'].includes(name)) {
      stdout.write(usageText());
      return 0;
    }
    if (name !== '') terminal.complain({ en: `There is no command ${name}.`, es: `No existe la orden ${name}.` });
    stderr.write(usageText());
    return EXIT.usage;
  }
  try {
    const run = await command.load();
    const result = await run(args, terminal);
    return result === 'usage' ? refuseUsage(command) : result;
  } catch (error) {
    const trouble = argumentTrouble(error);
    if (trouble === null) return fail(error);
    terminal.complain(trouble);
    return refuseUsage(command);
  }
}

/** `--data`, wherever it stands; what else is wrong with the arguments is found by the command itself. */
function folderOf(given: readonly string[]): string {
  const options = { data: { type: 'string' } } as const;
  const { data } = parseArgs({ args: [...given], options, strict: false, allowPositionals: true }).values;
  return typeof data === 'string' && data !== '' ? resolve(data) : dataFolder({ platform, env, home: homedir() });
}

/** What `parseArgs` refused, in our words; null for any other error. */
function argumentTrouble(error: unknown): BothLanguages | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const what = /'([^' ]+)/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return { en: `There is no option ${what}.`, es: `No existe la opción ${what}.` };
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return { en: `The value of ${what} is missing or too much.`, es: `A ${what} le falta un valor, o le sobra.` };
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return { en: `${what} is not expected here.`, es: `${what} no corresponde aquí.` };
    default:
      return null;
  }
}

function refuseUsage(command: Command): number {
  stderr.write(`${language === 'es' ? 'Uso' : 'Usage'}: nightdesk ${command.usage}\n`);
  return EXIT.usage;
}

function usageText(): string {
  const head: BothLanguages = { en: 'Usage: nightdesk COMMAND', es: 'Uso: nightdesk ORDEN' };
  const lines = Object.values(COMMANDS).map(({ usage, purpose }) => `  ${usage}\n      ${purpose[language]}\n`);
  return `${head[language]}\n${lines.join('')}`;
}

/** What nobody expected: the trace into the log file, a sentence to the person, and the end. */
function fail(error: unknown): never {
  // Somebody's own farewell broke (a log that was never opened): the sentence that counts was said before.
  if (ending !== null) process.exit(ending);
  terminal.complain(recordUnexpected(error, terminal.folder));
  end(EXIT.failed);
}

function end(exitCode: number): never {
  ending = exitCode;
  process.exit(exitCode);
}
