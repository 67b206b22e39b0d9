// Checks the licence of every package in the lockfile; with --write, lists them in THIRD-PARTY.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT, tell } from './launch/places.mjs';
import { listMarkdown, readPackages, withList, wrongLicences } from './licences/packages.mjs';

const packages = readPackages(ROOT);
const wrong = wrongLicences(packages);
for (const { name, version, licence } of wrong)
  tell(`${name} ${version}: the licence "${licence}" is not on the list.`);

const file = join(ROOT, 'THIRD-PARTY.md');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const after = withList(before, listMarkdown(packages));
if (process.argv.includes('--write')) writeFileSync(file, after);
else if (before !== after)
  tell('THIRD-PARTY.md does not list the packages of the lockfile: node build/licences.mjs --write');

process.exitCode = wrong.length === 0 && (before === after || process.argv.includes('--write')) ? 0 : 1;
