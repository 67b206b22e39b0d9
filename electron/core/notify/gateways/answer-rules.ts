/** What answers mean, in lines that an administrator writes: statuses, and a text that has to be in the answer. */

type Rule = { readonly from: number; readonly to: number; readonly text: string };

/** Lines, or what stands between semicolons, such as `200-299`, `429, 503` and `200 ERROR`; null for anything else. */
export function answerRules(lines: string): readonly Rule[] | null {
  const rules: Rule[] = [];
  for (const line of lines.split(/[\n;]/).map((each) => each.trim())) {
    if (line === '') continue;
    const [, statuses, text = ''] = /^(\d{3}(?:-\d{3})?(?:\s*,\s*\d{3}(?:-\d{3})?)*)(?:\s+(.+))?$/.exec(line) ?? [];
    if (statuses === undefined) return null;
    for (const each of statuses.split(',')) {
      const [from = 0, to = from] = each.split('-').map(Number);
      if (from > to) return null;
      rules.push({ from, to, text });
    }
  }
  return rules;
}

export type AnswerMeaning = 'accepted' | 'rejected' | 'tryAgain';

/**
 * What an answer means; null where no line fits it. A line with a text says more than one without, and of two alike the more
 * careful one holds.
 */
export function meaningOf(
  rules: Readonly<Record<AnswerMeaning, string>>,
  { status, body }: { readonly status: number; readonly body: string },
): AnswerMeaning | null {
  const order = ['tryAgain', 'rejected', 'accepted'] as const;
  const fits = (meaning: AnswerMeaning, isWithText: boolean) =>
    (answerRules(rules[meaning]) ?? []).some(
      ({ from, to, text }) => from <= status && status <= to && (text !== '') === isWithText && body.includes(text),
    );
  for (const isWithText of [true, false]) for (const meaning of order) if (fits(meaning, isWithText)) return meaning;
  return null;
}

/** Whether one of the lines names this answer, by its status alone or by a text; a range may take in what nobody thought of. */
export function isNamed(lines: string, { status, body }: { readonly status: number; readonly body: string }): boolean {
  return (answerRules(lines) ?? []).some(
    ({ from, to, text }) => from <= status && status <= to && body.includes(text) && (text !== '' || from === to),
  );
}
