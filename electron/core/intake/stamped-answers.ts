import type { GivenAnswer } from '#shared/contract';
import type { StampedAnswer } from '#shared/incident';
import { givenAnswers, withNumbers } from '#shared/triage';
import type { JudgedAt } from './judged-at.ts';

/**
 * Answers as they stand in the log: the words that were asked and picked, with the numbers of that place and hour. One
 * that its card does not know any more has no words, counted for nothing, and is left out.
 */
export function stampedAnswers(given: readonly GivenAnswer[], { rules, wallTime }: JudgedAt): readonly StampedAnswer[] {
  const filled = ({ en, es }: StampedAnswer['text']): StampedAnswer['text'] => ({
    en: withNumbers(en, rules.numbers, wallTime),
    es: withNumbers(es, rules.numbers, wallTime),
  });
  return givenAnswers(rules, given).map(({ card, question, answer }) => ({
    card,
    question: question.id,
    answer: answer.id,
    text: filled(question.text),
    label: filled(answer.label),
    tier: answer.tier,
    finding: answer.finding,
  }));
}
