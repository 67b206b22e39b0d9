import type { GivenAnswer } from '#shared/contract';
import type { StampedAnswer } from '#shared/incident';
import { bothWithNumbers, givenAnswers } from '#shared/triage';
import type { JudgedAt } from './judged-at.ts';

/**
 * Answers as they stand in the log: the words that were asked and picked, with the numbers of that place and hour. One
 * that its card does not know any more has no words, counted for nothing, and is left out.
 */
export function stampedAnswers(given: readonly GivenAnswer[], { rules, wallTime }: JudgedAt): readonly StampedAnswer[] {
  return givenAnswers(rules, given).map(({ card, question, answer }) => ({
    card,
    question: question.id,
    answer: answer.id,
    text: bothWithNumbers(question.text, rules.numbers, wallTime),
    label: bothWithNumbers(answer.label, rules.numbers, wallTime),
    tier: answer.tier,
    finding: answer.finding,
  }));
}
