import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, version: string, licence: string, isShipped: boolean }} Package */

/** What may be shipped or used. BlueOak-1.0.0 is as free as MIT; it comes with @fastify/static (glob and its kin). */
const ALLOWED = new Set([
  'BlueOak-1.0.0',
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  '0BSD',
  'CC0-1.0',
]);

/** Tools that build the packages and never leave the workshop; permissive licences outside the list above. */
const ALLOWED_FOR_TOOLS = new Set(['Python-2.0', 'WTFPL']);

/** Packages whose package.json names no licence, and what their licence file says. */
const READ_BY_HAND = new Map([['png-js', 'MIT']]);

const BEGIN = '<!-- packages: written by build/licences.mjs -->';
const END = '<!-- end of packages -->';

/**
 * Every package of the lockfile, once per name and version, by name.
 * @param {string} root
 * @returns {Package[]}
 */
export const readPackages = (root) => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, Package>} */
  const found = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const key = `${name}@${entry.version}`;
    const licence = entry.license ?? READ_BY_HAND.get(name) ?? 'none named';
    const isShipped = entry.dev !== true && entry.devOptional !== true;
    found.set(key, {
      name,
      version: entry.version,
      licence,
      isShipped: isShipped || found.get(key)?.isShipped === true,
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
};

/**
 * Whether an SPDX expression is allowed: one side of an OR, all sides of an AND.
 * @param {string} expression
 * @param {ReadonlySet<string>} allowed
 */
export const isAllowed = (expression, allowed) =>
  expression
    .replaceAll(/[()]/g, ' ')
    .split(/\sOR\s/)
    .some((side) => side.split(/\sAND\s/).every((licence) => allowed.has(licence.trim())));

/** @param {readonly Package[]} packages */
export const wrongLicences = (packages) =>
  packages.filter(
    ({ licence, isShipped }) => !isAllowed(licence, isShipped ? ALLOWED : new Set([...ALLOWED, ...ALLOWED_FOR_TOOLS])),
  );

/** @param {readonly Package[]} packages */
export const listMarkdown = (packages) =>
  [
    '| package | version | licence | installed for |',
    '| --- | --- | --- | --- |',
    ...packages.map(
      (p) =>
        `| ${p.name} | ${p.version} | ${p.licence} | ${p.isShipped ? 'use' : 'building (some end up in the bundle)'} |`,
    ),
  ].join('\n');

/**
 * A document with its list of packages replaced, or put at the end where it had none.
 * @param {string} document
 * @param {string} list
 */
export const withList = (document, list) => {
  const section = `${BEGIN}\n${list}\n${END}\n`;
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin === -1 || end < begin) {
    const opening = document === '' ? '# Third-party packages\n' : document.trimEnd().concat('\n');
    return `${opening}\n${section}`;
  }
  return document.slice(0, begin) + section + document.slice(end + END.length).replace(/^\n/, '');
};
