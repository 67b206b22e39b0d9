import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LabelledText, type Verdict } from '#shared/contract';
import {
  classify,
  evaluate,
  type Judged,
  LIFE_SAFETY_SPOKEN,
  lifeSafetyKind,
  PRODUCT_RULES,
  questionById,
  reasonLabel,
  withNumbers,
} from '#shared/triage';
import type { RunCommand } from './commands.ts';
import type { Terminal } from './terminal.ts';
import { evaluationLines } from './triage-lines.ts';

/** Texts judged before the clock runs: the first ones pay for warming up. */
const WARM_UP = 50;

/** `nightdesk triage`: one text and why, or how well a file of labelled texts is judged. */
export const triage: RunCommand = async (args, terminal) => {
  const options = { evaluate: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const text = positionals.join(' ').trim();
  if (values.evaluate !== undefined)
    return text === '' ? evaluateFile(values.evaluate, values.json === true, terminal) : 'usage';
  if (text === '') return 'usage';
  const verdict = classify(text, {});
  if (values.json === true) terminal.print(JSON.stringify(verdict));
  else for (const line of verdictLines(verdict, terminal)) terminal.print(line);
  return 0;
};

function verdictLines(verdict: Verdict, { language }: Terminal): readonly string[] {
  const problems = verdict.problems.map(({ category, tier, confidence, reasons }) => {
    const why = reasons.map(({ code, words }) =>
      words === '' ? reasonLabel(code, language) : `${reasonLabel(code, language)} ("${words}")`,
    );
    return `${tier} ${category} ${Math.round(confidence * 100)} %: ${why.join(', ')}`;
  });
  const asks = verdict.questions.flatMap(({ card, question, canChangeTier }) => {
    const words = questionById(PRODUCT_RULES, card, question)?.text[language];
    return canChangeTier && words !== undefined ? [`? ${withNumbers(words, PRODUCT_RULES.numbers)}`] : [];
  });
  const kind = lifeSafetyKind(verdict);
  const danger = kind === null ? [] : [`! ${LIFE_SAFETY_SPOKEN[kind][language]}`];
  return [...problems, ...danger, ...asks];
}

function evaluateFile(file: string, isJson: boolean, terminal: Terminal): number {
  const rows = readRows(file, terminal);
  if (rows === null) return 1;
  for (const { text } of rows.slice(0, WARM_UP)) classify(text, {});
  const judged = rows.map((row): Judged => {
    const startedAt = performance.now();
    const verdict = classify(row.text, {});
    return { row, verdict, ms: performance.now() - startedAt };
  });
  if (isJson) terminal.print(JSON.stringify(evaluate(judged)));
  else for (const line of evaluationLines(judged, terminal.language)) terminal.print(line);
  return 0;
}

/** The labelled texts of a file; null after saying what is wrong, and on which line. */
function readRows(file: string, terminal: Terminal): readonly LabelledText[] | null {
  const lines = readLines(file);
  if (lines === null) {
    terminal.complain({
      en: `${file} cannot be read. Check its name.`,
      es: `${file} no se puede leer. Revise el nombre.`,
    });
    return null;
  }
  const rows: LabelledText[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const problem = readRow(line, rows);
    if (problem === null) continue;
    terminal.complain({
      en: `Line ${index + 1} of ${file} is no labelled text (${problem}). Nothing was measured.`,
      es: `La línea ${index + 1} de ${file} no es un texto etiquetado (${problem}). No se midió nada.`,
    });
    return null;
  }
  if (rows.length > 0) return rows;
  terminal.complain({
    en: `${file} holds no labelled texts. Each line is one JSON object with text, lang, category and tier.`,
    es: `${file} no contiene textos etiquetados. Cada línea es un objeto JSON con text, lang, category y tier.`,
  });
  return null;
}

function readLines(file: string): readonly string[] | null {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n');
  } catch {
    return null; // not there, not allowed, a folder: the same for the person
  }
}

/** Adds a line's text to the others; what is wrong with it where it is none. */
function readRow(line: string, rows: LabelledText[]): string | null {
  try {
    rows.push(LabelledText.parse(JSON.parse(line)));
    return null;
  } catch (error) {
    // No JSON at all, or an object in which something is missing: its first wrong field says which.
    return error instanceof z.ZodError ? error.issues[0]?.path.join('.') || 'JSON' : 'JSON';
  }
}
