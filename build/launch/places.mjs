import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this launcher belongs to. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string} root @param {string[]} parts */
export const inRoot = (root, ...parts) => join(root, ...parts);

/**
 * One plain line to the person. Always stderr: in `cli` mode stdout belongs to the command.
 * @param {string} sentence
 */
export const tell = (sentence) => process.stderr.write(`${sentence}\n`);
