import { type BothLanguages, type Language, TIERS } from '#shared/contract';
import {
  confusion,
  evaluate,
  type Judged,
  languageGap,
  type Miss,
  missesOf,
  reasonLabel,
  type Scores,
} from '#shared/triage';

const MISS_WORDS: Readonly<Record<Miss['kind'], BothLanguages>> = {
  p1AsP3: { en: 'clear P1 called P3', es: 'P1 claro juzgado P3' },
  p1Missed: { en: 'P1 missed', es: 'P1 no visto' },
  p1TooMany: { en: 'P1 too many', es: 'P1 de más' },
  tier: { en: 'another tier', es: 'otro nivel' },
  category: { en: 'another category', es: 'otra categoría' },
};

const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);

/** An evaluation for a person to read: the gravest figure first, then the others, the table and each miss. */
export function evaluationLines(judged: readonly Judged[], language: Language): readonly string[] {
  const say = (words: BothLanguages): string => words[language];
  const all = evaluate(judged);
  return [
    `${say({ en: 'clear P1 called P3', es: 'P1 claros juzgados P3' })}: ${percent(all.p1AsP3)}`,
    scoreLine(say({ en: 'all', es: 'todos' }), all),
    ...Object.entries(all.byLang).map(([lang, scores]) => scoreLine(lang, scores)),
    ...gapLine(judged, say),
    `${say({ en: 'one text', es: 'un texto' })}: p50 ${all.msP50.toFixed(2)} ms, p99 ${all.msP99.toFixed(2)} ms`,
    '',
    ...confusionLines(judged, say),
    '',
    ...missesOf(judged).map((miss) => missLine(miss, language)),
  ];
}

function scoreLine(name: string, scores: Scores): string {
  return [
    `${name} (${scores.rows})`,
    `tier ${percent(scores.tierLenient)} / ${percent(scores.tierStrict)}`,
    `category ${percent(scores.category)}`,
    `P1 recall ${percent(scores.p1Recall)}`,
    `P1 precision ${percent(scores.p1Precision)}`,
    `P2 recall ${percent(scores.p2Recall)}`,
  ].join('  ');
}

function gapLine(judged: readonly Judged[], say: (words: BothLanguages) => string): readonly string[] {
  const gap = languageGap(judged, 'en', 'es');
  if (gap === null) return [];
  const points = (share: number): string => (100 * share).toFixed(1);
  const words = say({ en: 'English less Spanish, right tiers', es: 'inglés menos español, niveles correctos' });
  return [`${words}: ${points(gap.difference)} (95 %: ${points(gap.low)} … ${points(gap.high)})`];
}

function confusionLines(judged: readonly Judged[], say: (words: BothLanguages) => string): readonly string[] {
  const table = confusion(judged);
  const head = say({ en: 'label \\ called', es: 'etiqueta \\ juicio' });
  return [
    [head.padEnd(18), ...TIERS.map((tier) => tier.padStart(6))].join(''),
    ...TIERS.map((label) =>
      [label.padEnd(18), ...TIERS.map((called) => String(table[label][called]).padStart(6))].join(''),
    ),
  ];
}

function missLine({ kind, row, verdict }: Miss, language: Language): string {
  const right = [row.tier, ...row.alt_tiers].join('/');
  const why = verdict.reasons.map(({ code, words }) => `${reasonLabel(code, language)} ("${words}")`).join(', ');
  return `${MISS_WORDS[kind][language]}: ${verdict.tier} ${verdict.category} (${right} ${row.category}) ${row.text.replaceAll('\n', ' ')} | ${why}`;
}
