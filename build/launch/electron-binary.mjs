import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { tell } from './places.mjs';

const RETRY_AFTER_MS = 7 * 24 * 60 * 60 * 1000;
const DOWNLOAD_LIMIT_MS = 10_000;

/**
 * Electron's program where it is unpacked, else null. Its package says in path.txt what the program is called here.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 */
export const electronProgram = (root, env = process.env) => {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : null;
};

/**
 * Whether a download that failed before is worth another try: another version, or a week later.
 * @param {unknown} remembered what the cache file held, null where there is none
 * @param {{ version: string, nowMs: number }} today
 */
export const isWorthTrying = (remembered, { version, nowMs }) => {
  if (typeof remembered !== 'object' || remembered === null) return true;
  if (!('version' in remembered && 'failedAt' in remembered)) return true;
  if (remembered.version !== version || typeof remembered.failedAt !== 'number') return true;
  return nowMs - remembered.failedAt >= RETRY_AFTER_MS || nowMs < remembered.failedAt;
};

/** @param {string} file @returns {unknown} */
const readRemembered = (file) => {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Cut off while it was written: as good as not there.
    return null;
  }
};

/**
 * Runs Electron's own fetcher, for at most ten seconds.
 * @param {string} root
 * @param {string} node
 * @returns {Promise<boolean>}
 */
const download = (root, node) =>
  new Promise((resolve) => {
    const child = spawn(node, [join(root, 'node_modules', 'electron', 'install.js')], {
      stdio: 'ignore',
      signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS),
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

/**
 * Electron's program; where it is not there its download is tried once, and a failure is remembered for a week.
 * @param {string} root
 * @param {string} node path of Node 24
 * @param {{ fetchProgram?: typeof download, nowMs?: number }} [outside] for tests
 * @returns {Promise<string | null>}
 */
export const ensureElectron = async (root, node, { fetchProgram = download, nowMs = Date.now() } = {}) => {
  const there = electronProgram(root);
  if (there !== null) return there;
  const version = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
  const cache = join(root, '.cache', 'electron.json');
  if (!isWorthTrying(readRemembered(cache), { version, nowMs })) return null;
  tell("fetching Electron's program (at most 10 seconds)…");
  const isFetched = await fetchProgram(root, node);
  const program = isFetched ? electronProgram(root) : null;
  if (program === null) {
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(cache, `${JSON.stringify({ version, failedAt: nowMs })}\n`);
  }
  return program;
};
