import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { dataFolder } from '../core/data-folder.ts';
import { electronShell, endElectron, systemLocale } from './electron-shell.ts';
import { runDesk } from './life-cycle.ts';
import { systemShellClock } from './shell-clock.ts';
import { shellTexts } from './texts.ts';

/** Electron's entry, bundled to dist/main.js beside dist/cli.js. No top-level await: Electron waits for this module. */

const folder = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
const texts = shellTexts(systemLocale());
const shell = electronShell({
  dataFolder: folder,
  profileFolder: join(folder, 'window-electron'),
  coreEntry: join(import.meta.dirname, 'cli.js'),
  icon: join(import.meta.dirname, 'icon.png'),
  texts,
  clock: systemShellClock,
  env: process.env,
});

runDesk({ shell, clock: systemShellClock, texts, args: process.argv.slice(1) }).then(endElectron, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  endElectron(1);
});
