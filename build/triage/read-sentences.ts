import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Category, type LabelledText, Tier } from '#shared/contract';

/** Where the sentences lie that were written for training. */
export const SENTENCES = join(import.meta.dirname, 'sentences');

const LINE = /^(?<tiers>P[123](?:\/P[123])*)(?<asks>\?)? (?<categories>[a-z]+(?:\/[a-z]+)*) \| (?<text>.+)$/;

/** A labelled sentence, with the file it stands in: one file, one writer. */
export type Sentence = LabelledText & { readonly file: string };

/**
 * Every sentence of a folder, one per line: `TIER[/ALSO][?] category[/also] | words`; `?` where a question is the right
 * move. The language is the beginning of the file's name.
 *
 * @throws Error naming file and line of the first that is none
 */
export function readSentences(folder: string): readonly Sentence[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted();
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, file, index + 1)])),
  );
}

function readLine(line: string, file: string, number: number): Sentence {
  const groups = LINE.exec(line)?.groups;
  if (groups === undefined) throw new Error(`${file} line ${number} is no labelled sentence: ${line}`);
  const [tier, ...alsoTiers] = (groups.tiers ?? '').split('/').map((each) => Tier.parse(each));
  const [category, ...alsoCategories] = (groups.categories ?? '').split('/').map((each) => Category.parse(each));
  if (tier === undefined || category === undefined) throw new Error(`${file} line ${number} has no label`);
  return {
    text: groups.text ?? '',
    lang: file.slice(0, 2),
    tier,
    alt_tiers: alsoTiers,
    category,
    alt_categories: alsoCategories,
    needs_clarification: groups.asks !== undefined,
    file,
  };
}
