import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../core/data-folder.ts';
import { findChromium } from '../core/installed-browser.ts';
import { chromiumShell } from './chromium-shell.ts';
import { runDesk } from './life-cycle.ts';
import { terminalShell } from './no-window.ts';
import type { NodeShellParts } from './node-shell.ts';
import { systemShellClock } from './shell-clock.ts';
import { shellTexts } from './texts.ts';

/** `npm start`: Electron where its program is, else an app window of Chromium, else the address of the desk. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2);
const { platform, env } = process;
const home = homedir();
const texts = shellTexts(env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale);

const runElectron = (program: string): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(program, [root, ...args], { stdio: 'inherit', env: { ...env, NIGHTDESK_DATA: folder } });
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

const runWithoutElectron = (): Promise<number> => {
  const icon = join(root, 'build', 'icon.png');
  const parts: NodeShellParts = {
    core: { node: process.execPath, entry: join(root, 'dist', 'cli.js'), dataFolder: folder, env },
    clock: systemShellClock,
    texts,
    platform,
    iconFile: existsSync(icon) ? icon : null,
    process,
  };
  const browser = env.NIGHTDESK_WINDOW === 'none' ? null : findChromium({ platform, env, home });
  process.stderr.write(`${browser === null ? texts.noBrowser : texts.noElectron}\n`);
  const shell = browser === null ? terminalShell(parts) : chromiumShell(parts, browser);
  return runDesk({ shell, clock: systemShellClock, texts, args });
};

const folder = dataFolder({ platform, env, home });
// The launcher has looked for it, and has built what it runs.
const electron = env.NIGHTDESK_ELECTRON;
process.exitCode = await (electron === undefined || env.NIGHTDESK_WINDOW !== undefined
  ? runWithoutElectron()
  : runElectron(electron));
