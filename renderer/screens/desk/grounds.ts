import type { IncidentView } from '#shared/contract';

type Reasons = IncidentView['reasons'];
type Answers = IncidentView['answers'];

/** Words of the text, and the codes of everything they were taken to mean. */
export type Grounds = { readonly start: number; readonly end: number; readonly codes: readonly string[] };

/** Reasons whose words overlap become one: "water through the ceiling onto the light" is quoted once, not three times. */
export function groundsOf(reasons: Reasons): readonly Grounds[] {
  const grounds: Grounds[] = [];
  for (const { code, start, end } of reasons.filter(isSpoken).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = grounds.at(-1);
    if (!last || start >= last.end) grounds.push({ start, end, codes: [code] });
    else
      grounds[grounds.length - 1] = { start: last.start, end: Math.max(last.end, end), codes: [...last.codes, code] };
  }
  return grounds;
}

function isSpoken({ start, end }: Reasons[number]): boolean {
  return end > start;
}

/** What decided without a word of the text: its code, and the answers that meant it; none where it was known beforehand. */
export type Known = { readonly code: string; readonly answers: Answers };

/** Reasons without words: answers to questions, and what is on file or outside, each once. */
export function knownOf(reasons: Reasons, answers: Answers, judged: IncidentView['judgedTier']): readonly Known[] {
  const codes = new Set(reasons.filter((one) => !isSpoken(one)).map(({ code }) => code));
  return [...codes].map((code) => ({
    code,
    answers: answers.filter(({ finding, tier }) =>
      finding === null ? code === ANSWER && tier === judged : finding === code,
    ),
  }));
}

/** The code of an answer that led to a tier and was taken to mean nothing more. */
const ANSWER = 'answer';
