import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this launcher belongs to. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * One plain line to the person. Always stderr: in `cli` mode stdout belongs to the command.
 * @param {string} sentence
 */
export const tell = (sentence) => process.stderr.write(`${sentence}\n`);
