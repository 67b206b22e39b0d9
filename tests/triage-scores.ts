import { join } from 'node:path';
import { classify, type Evaluation, evaluate } from '#shared/triage';
import { readSentences } from '../build/triage/read-sentences.ts';

/** Sentences written for the project that the model is not trained on. */
export const UNSEEN = join(import.meta.dirname, 'fixtures/triage-unseen');

/** How well the sentences of one language in a folder are judged. */
export function scoresOfFolder(folder: string, lang: string): Evaluation {
  const rows = readSentences(folder).filter((row) => row.lang === lang);
  return evaluate(rows.map((row) => ({ row, verdict: classify(row.text, {}), ms: 0 })));
}
