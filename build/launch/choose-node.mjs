import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** better-sqlite3 crashes below 22, and the sources are run without a build, which older ones cannot. */
export const LEAST_NODE = 24;

/**
 * Which Node runs the product: the one that came as a package, else the one running now where it is new enough.
 * @param {{ root: string, platform?: string, arch?: string, version?: string, execPath?: string }} options
 *   `version` as in `process.versions.node`
 * @returns {{ ok: true, path: string } | { ok: false, reason: string }}
 */
export const chooseNode = ({
  root,
  platform = process.platform,
  arch = process.arch,
  version = process.versions.node,
  execPath = process.execPath,
}) => {
  const program = platform === 'win32' ? 'node.exe' : 'node';
  const system = platform === 'win32' ? 'win' : platform;
  const packaged = join(root, 'node_modules', `node-${system}-${arch}`, 'bin', program);
  if (existsSync(packaged)) return { ok: true, path: packaged };
  if (Number.parseInt(version, 10) >= LEAST_NODE) return { ok: true, path: execPath };
  return {
    ok: false,
    reason: `Nightdesk needs Node ${LEAST_NODE} or newer here (this is ${version}, and no ready-made one exists for ${platform} ${arch}): install it from https://nodejs.org and start again.`,
  };
};
