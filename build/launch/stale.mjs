import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The newest change under these files and folders, as epoch ms; 0 where none exists. Folders count too, so that a
 * deleted file is noticed.
 * @param {readonly string[]} paths
 * @returns {number}
 */
export const newestChange = (paths) => {
  let newest = 0;
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) continue;
    newest = Math.max(newest, found.mtimeMs);
    if (found.isDirectory()) newest = Math.max(newest, newestChange(readdirSync(path).map((name) => join(path, name))));
  }
  return newest;
};

/**
 * A build is stale when it was never finished or a source changed after it was begun.
 * @param {string} stamp file written by `markBuilt`
 * @param {readonly string[]} sources
 */
export const isStale = (stamp, sources) => {
  const built = statSync(stamp, { throwIfNoEntry: false });
  return built === undefined || newestChange(sources) > built.mtimeMs;
};

/**
 * @param {string} stamp
 * @param {Date} begun when the build was begun: what changed while it ran is not in it
 */
export const markBuilt = (stamp, begun) => {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
};
