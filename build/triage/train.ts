import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pack } from '#shared/triage/model';
import { readSentences, SENTENCES } from './read-sentences.ts';
import { train } from './trainer.ts';

const FILE = join(import.meta.dirname, '../../shared/triage/model/weights.js');

/** Trains the triage model from the sentences beside this file. `--check` compares with the weights that are there. */
const sentences = readSentences(SENTENCES);
const bytes = pack(train(sentences));
const digest = createHash('sha256').update(bytes).digest('hex');
const source = [
  '/** Written by build/triage/train.ts from build/triage/sentences; never by hand. */',
  `export const MODEL = { version: '${digest.slice(0, 8)}', bytes: ${bytes.length}, sentences: ${sentences.length} };`,
  `export const WEIGHTS = '${Buffer.from(bytes).toString('base64')}';`,
  '',
].join('\n');
if (process.argv.includes('--check')) {
  const isSame = readFileSync(FILE, 'utf8') === source;
  process.stdout.write(`${isSame ? 'the same bytes' : 'OTHER BYTES'}: ${digest}\n`);
  process.exitCode = isSame ? 0 : 1;
} else {
  writeFileSync(FILE, source);
  process.stdout.write(`${bytes.length} bytes: ${digest}\n`);
}
