import type { CardAnswer, CardQuestion, Category, GivenAnswer, TriageRules } from '#shared/contract';
import { SAFETY_QUESTION } from './cards/safety.ts';
import { isReasonCode, type ReasonCode } from './codes.ts';

/** An answer with what its card says about it. */
export type PickedAnswer = {
  readonly card: Category;
  readonly question: CardQuestion;
  readonly answer: Omit<CardAnswer, 'finding'> & { readonly finding: ReasonCode | null };
};

/** The questions of a card in the order in which everybody is asked: the neutral one on safety is always the first. */
export function questionsOfCard(rules: TriageRules, card: Category): readonly CardQuestion[] {
  return [SAFETY_QUESTION, ...rules.cards[card].questions];
}

/** Answers with their meaning. One whose card has changed since, so that nobody knows any more what it meant, says nothing. */
export function givenAnswers(rules: TriageRules, given: readonly GivenAnswer[]): readonly PickedAnswer[] {
  return given.flatMap(({ card, question: questionId, answer: answerId }) => {
    const question = questionById(rules, card, questionId);
    const answer = question?.answers.find((one) => one.id === answerId);
    if (question === null || answer === undefined) return [];
    const { finding } = answer;
    return [
      { card, question, answer: { ...answer, finding: finding !== null && isReasonCode(finding) ? finding : null } },
    ];
  });
}

/** A question by its card and id; null where the card has none of that id any more. */
export function questionById(rules: TriageRules, card: Category, id: string): CardQuestion | null {
  return questionsOfCard(rules, card).find((one) => one.id === id) ?? null;
}
