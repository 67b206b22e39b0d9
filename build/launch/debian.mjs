import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { tell } from './places.mjs';

/** What the tests use of Debian, and what is skipped without it. */
export const DEBIAN_PACKAGES = Object.freeze({
  chromium: 'everything in a window',
  kannel: 'the real SMS gateway',
  'kannel-extras': 'the real SMS gateway',
  gammu: 'a real modem driver',
  'gammu-smsd': 'a real modem driver',
  'libdbd-sqlite3': 'a real modem driver',
  socat: 'a real modem driver',
  'baresip-core': 'calls through a real telephone program',
  'sip-tester': 'calls through a real telephone program',
  'espeak-ng': 'calls through a real telephone program',
  sox: 'calls through a real telephone program',
  openssl: 'gateways with certificates of their own',
  'poppler-utils': 'reading back the PDFs',
  qpdf: 'checking the PDFs',
  'libnotify-bin': 'desktop notifications',
  'fonts-noto-core': 'looks of the screens',
  faketime: 'clocks that are wrong',
  radicale: 'calendars on a real CalDAV server',
});

/** @param {string} name */
const isInstalled = (name) => {
  const answer = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return answer.status === 0 && /^Status: install ok installed$/m.test(answer.stdout);
};

/**
 * What to do about missing packages. Pure, so that it can be tested without Debian.
 * @param {{ isDebian: boolean, isRoot: boolean, isTerminal: boolean, missing: readonly string[] }} machine
 * @returns {'nothing' | 'say' | 'ask' | 'install'}
 */
export const debianPlan = ({ isDebian, isRoot, isTerminal, missing }) => {
  if (!isDebian || missing.length === 0) return 'nothing';
  if (!isRoot) return 'say';
  return isTerminal ? 'ask' : 'install';
};

/** @param {readonly string[]} missing */
const saySkipped = (missing) => {
  const lost = new Set(missing.map((name) => DEBIAN_PACKAGES[/** @type {keyof typeof DEBIAN_PACKAGES} */ (name)]));
  tell(`Not on this machine: ${missing.join(', ')}. Tests will be skipped for: ${[...lost].join('; ')}.`);
  tell(`To have them: apt-get install ${missing.join(' ')}`);
};

/** @param {readonly string[]} missing */
const install = (missing) => {
  tell(`installing Debian packages: ${missing.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
    const { status } = spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 2, 2], env });
    if (status !== 0) {
      tell(`apt-get ${args[0]} did not succeed; going on without.`);
      saySkipped(missing.filter((name) => !isInstalled(name)));
      return;
    }
  }
};

/** Installs the Debian packages the tests use, where that is possible and wanted; else says what will be skipped. */
export const ensureDebianPackages = async () => {
  const isDebian = process.platform === 'linux' && existsSync('/etc/debian_version');
  const missing = isDebian ? Object.keys(DEBIAN_PACKAGES).filter((name) => !isInstalled(name)) : [];
  const isTerminal = process.stdin.isTTY === true;
  const plan = debianPlan({ isDebian, isRoot: process.getuid?.() === 0, isTerminal, missing });
  if (plan === 'nothing') return;
  if (plan === 'say') return saySkipped(missing);
  if (plan === 'ask') {
    const ask = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await ask.question(`Install the Debian packages ${missing.join(' ')} for the tests? [y/N] `);
    ask.close();
    if (!/^(y|yes|s|si|sí)$/i.test(answer.trim())) return saySkipped(missing);
  }
  install(missing);
};
