import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import process from 'node:process';
import { tell } from './places.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.nightdesk-stamp');

/** @param {string} root */
export const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** @param {string} root */
export const stampInstall = (root) => writeFileSync(stampFile(root), lockHash(root));

/**
 * What npm says it installed is what the lockfile asks for. Optional packages may be missing: most are for
 * other systems.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes last
 */
export const isInstalledAsLocked = (wanted, installed) => {
  const have = installed.packages ?? {};
  const want = wanted.packages ?? {};
  for (const [path, entry] of Object.entries(want)) {
    if (path === '') continue;
    const found = have[path];
    if (found === undefined ? entry.optional !== true && entry.devOptional !== true : found.version !== entry.version)
      return false;
  }
  return Object.keys(have).every((path) => Object.hasOwn(want, path));
};

/**
 * Whether packages must be installed before anything can run. Usually one hash; the two lockfiles are compared only
 * where the stamp is missing, as after an `npm ci` by hand.
 * @param {string} root
 */
export const isInstallNeeded = (root) => {
  const stamp = stampFile(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root)) return false;
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return true;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  if (!isInstalledAsLocked(wanted, JSON.parse(readFileSync(hidden, 'utf8')))) return true;
  stampInstall(root);
  return false;
};

/** Installs exactly the lockfile, into an empty node_modules. */
const CLEAN = ['ci', '--ignore-scripts'];
/** Mends node_modules in place, and leaves the lockfile alone. */
const IN_PLACE = ['install', '--no-save', '--ignore-scripts'];

/**
 * The npm command lines to try, in order. npm refuses the clean way where it finds a package for another system
 * missing in the lockfile, which happens when a registry does not carry it; mending in place still installs what is
 * locked. Windows cannot delete a running program, so where the packaged Node runs this very launcher there is only
 * mending.
 * @param {{ root: string, platform: string, execPath: string }} options
 */
export const installArguments = ({ root, platform, execPath }) =>
  platform === 'win32' && execPath.toLowerCase().startsWith(`${join(root, 'node_modules').toLowerCase()}${sep}`)
    ? [IN_PLACE]
    : [CLEAN, IN_PLACE];

/**
 * How to call npm: the one that called us, else the one on the PATH.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 */
export const npmCommand = (env, platform) => {
  const script = env.npm_execpath;
  // npm's own Node, not ours: ours lives in the folder npm is about to replace.
  const node = env.npm_node_execpath;
  if (script?.endsWith('.js') && existsSync(script) && node !== undefined && existsSync(node)) {
    return { program: node, before: [script], needsShell: false };
  }
  return { program: platform === 'win32' ? 'npm.cmd' : 'npm', before: [], needsShell: platform === 'win32' };
};

/**
 * Installs what the lockfile says, where needed. Nothing is compiled and no package's script runs.
 * @param {string} root
 * @returns {Promise<boolean>} false: npm has said why
 */
export const ensureInstalled = async (root) => {
  if (!isInstallNeeded(root)) return true;
  tell(
    existsSync(join(root, 'node_modules'))
      ? 'installing (the list of packages has changed, about a minute)…'
      : 'installing (first time, about a minute)…',
  );
  const ways = installArguments({ root, platform: process.platform, execPath: process.execPath });
  for (const [index, args] of ways.entries()) {
    const isLast = index === ways.length - 1;
    const { code, errors } = await runNpm(root, args, isLast);
    if (code === 0) {
      stampInstall(root);
      return true;
    }
    // Only a refused lockfile is worth another way; without a network both fail, and the second says why.
    if (!isLast) tell(errors.includes('EUSAGE') ? 'trying without a clean start…' : 'trying once more…');
  }
  tell('The packages could not be installed; npm says why above.');
  return false;
};

/**
 * @param {string} root
 * @param {readonly string[]} args
 * @param {boolean} isLoud whether npm's errors are shown: those of the last way
 * @returns {Promise<{ code: number, errors: string }>}
 */
const runNpm = (root, args, isLoud) =>
  new Promise((resolve) => {
    const { program, before, needsShell } = npmCommand(process.env, process.platform);
    let errors = '';
    // npm's chatter never reaches stdout: that belongs to the command that comes after.
    const child = spawn(program, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: needsShell,
    });
    child.stderr?.setEncoding('utf8').on('data', (part) => {
      errors += part;
    });
    child.on('error', (error) => resolve({ code: 1, errors: error.message }));
    child.on('close', (status) => {
      if (status !== 0 && isLoud) tell(errors.trim());
      resolve({ code: status ?? 1, errors });
    });
  });
