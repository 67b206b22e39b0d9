import type { AskedQuestion, CardAnswer, CardQuestion, Category, GivenAnswer, TriageRules } from '#shared/contract';
import { questionById } from '#shared/triage';

/** A question as the form shows it. */
export type PanelQuestion = {
  /** Tells it from every other: a question belongs to its card. */
  readonly key: string;
  readonly card: Category;
  readonly question: CardQuestion;
  /** Null until it is answered. */
  readonly answer: CardAnswer | null;
};

export type CardPanel = {
  /** In the order in which they were answered, so that nothing moves that stands there already. */
  readonly answered: readonly PanelQuestion[];
  /** The one digits answer now. */
  readonly current: PanelQuestion | null;
  /** What comes after it, in the card's order. */
  readonly coming: readonly PanelQuestion[];
};

/** What the desk did to the order: one opened again to change it, some put off because the caller cannot answer yet. */
export type PanelWish = { readonly reopened: string | null; readonly later: readonly string[] };

function panelQuestion(
  rules: TriageRules,
  {
    card,
    question: id,
    answer,
  }: { readonly card: Category; readonly question: string; readonly answer: string | null },
): PanelQuestion | null {
  const question = questionById(rules, card, id);
  if (question === null) return null;
  return { key: `${card}/${id}`, card, question, answer: question.answers.find((one) => one.id === answer) ?? null };
}

/**
 * What the panel shows: every answer that counts, also of a card the words do not speak of any more, then the open
 * questions of the verdict. An answer that its card no longer knows is not shown, for it says nothing.
 */
export function cardPanel(
  rules: TriageRules,
  asked: readonly AskedQuestion[],
  given: readonly GivenAnswer[],
  { reopened, later }: PanelWish,
): CardPanel {
  const answered = given.flatMap((one) => {
    const known = panelQuestion(rules, one);
    return known === null || known.answer === null ? [] : [known];
  });
  const open = asked.flatMap((one) => (one.answer === null ? (panelQuestion(rules, one) ?? []) : []));
  const again = answered.find((one) => one.key === reopened);
  const inTurn = [
    ...open.filter((one) => !later.includes(one.key)),
    // The one put off first comes back first.
    ...open.filter((one) => later.includes(one.key)).toSorted((a, b) => later.indexOf(a.key) - later.indexOf(b.key)),
  ];
  const [next, ...rest] = inTurn;
  return again ? { answered, current: again, coming: inTurn } : { answered, current: next ?? null, coming: rest };
}

/** The answers with one more; a question that is answered again keeps its place. */
export function withAnswer(given: readonly GivenAnswer[], next: GivenAnswer): readonly GivenAnswer[] {
  const isSame = (one: GivenAnswer): boolean => one.card === next.card && one.question === next.question;
  return given.some(isSame) ? given.map((one) => (isSame(one) ? next : one)) : [...given, next];
}

/** The answers without that of one question. */
export function withoutAnswer(
  given: readonly GivenAnswer[],
  { card, question }: PanelQuestion,
): readonly GivenAnswer[] {
  return given.filter((one) => one.card !== card || one.question !== question.id);
}

/** What a question was answered before its answer changed; null where it had none. */
export type AnswerBefore = { readonly card: Category; readonly question: string; readonly answer: string | null };

function answerTo(given: readonly GivenAnswer[], { card, question }: AnswerBefore): string | null {
  return given.find((one) => one.card === card && one.question === question)?.answer ?? null;
}

/** What stands there of a question now, to be remembered before it changes. */
export function answerBefore(given: readonly GivenAnswer[], { card, question }: PanelQuestion): AnswerBefore {
  const of = { card, question: question.id, answer: null };
  return { ...of, answer: answerTo(given, of) };
}

/**
 * The answers without the last change, whichever question it was about, and the changes that are left to undo. A draft that
 * was opened again has none: there the last answer goes. Null where there is nothing to undo.
 */
export function withoutLastChange(
  given: readonly GivenAnswer[],
  changes: readonly AnswerBefore[],
  last: PanelQuestion | undefined,
): { readonly given: readonly GivenAnswer[]; readonly changes: readonly AnswerBefore[] } | null {
  const at = changes.findLastIndex((one) => one.answer !== answerTo(given, one));
  const before = changes[at];
  if (before === undefined) return last === undefined ? null : { given: withoutAnswer(given, last), changes: [] };
  const { card, question, answer } = before;
  const rest = given.filter((one) => one.card !== card || one.question !== question);
  return {
    given: answer === null ? rest : withAnswer(given, { card, question, answer }),
    changes: changes.slice(0, at),
  };
}
