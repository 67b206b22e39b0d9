import type {
  AskedQuestion,
  CardAnswer,
  CardQuestion,
  Category,
  GivenAnswer,
  Tier,
  TriageContext,
} from '#shared/contract';
import { SAFETY_QUESTION } from './cards/safety.ts';
import { questionsOfCard } from './given-answers.ts';
import { type Matter, weighAll } from './weigh.ts';
import { rank, type Weighed, worstFirst } from './weighed.ts';

type Asking = {
  readonly matter: Matter;
  readonly context: TriageContext;
  /** The worst of what was weighed, and all of it. */
  readonly worst: Weighed;
  readonly items: readonly Weighed[];
};

/**
 * The questions that are worth asking now, or were answered: those of the worst problem's card in the card's fixed order,
 * then those of the lesser ones.
 *
 * A question is asked while some answer to it would change the tier, or whoever is sent needs it. Whether it would is
 * tried, not presumed: the text is weighed again with each answer.
 */
export function questionsFor(problems: readonly Category[], asking: Asking): readonly AskedQuestion[] {
  return problems.flatMap((card, index) => {
    const questions = questionsOf(card, asking);
    // A lesser problem is asked about only while that could overtake the worst, and nobody is asked about safety twice.
    return index === 0
      ? questions
      : questions.filter((one) => one.question !== SAFETY_QUESTION.id && (one.canChangeTier || one.answer !== null));
  });
}

function questionsOf(card: Category, asking: Asking): readonly AskedQuestion[] {
  const given = asking.context.answers ?? [];
  return questionsOfCard(asking.matter.rules, card).flatMap((question): readonly AskedQuestion[] => {
    // Whichever card asked about safety, it is one question: an answer that moves the case to another card settles it there.
    const isSafety = question.id === SAFETY_QUESTION.id;
    const answered = given.find((one) => (isSafety || one.card === card) && isAnswerTo(question, one));
    const answer = answered?.answer ?? null;
    if (answer === null && !isApplicable(card, question, asking)) return [];
    const canChangeTier = answer === null && question.answers.some((one) => wouldChange(card, question, one, asking));
    const isWorthAsking = isSafety ? asking.worst.tier !== 'P3' : canChangeTier || question.isForTechnician;
    if (answer === null && !isWorthAsking) return [];
    return [{ card: answered?.card ?? card, question: question.id, answer, canChangeTier }];
  });
}

/** An answer its card does not know any more says nothing, so the question is still open. */
function isAnswerTo({ id, answers }: CardQuestion, given: GivenAnswer): boolean {
  return given.question === id && answers.some((one) => one.id === given.answer);
}

/**
 * Whether what a question is about was recognised. That the wording gives cause to ask counts only where nothing tells more
 * exactly what to ask about.
 */
function isApplicable(
  card: Category,
  { about, unless }: CardQuestion,
  { items, matter: { reading, rules } }: Asking,
): boolean {
  const isInsideKnown = reading.temperatures.some((one) => !one.isOutside);
  const isFound = (codes: readonly string[]): boolean =>
    items.some((one) => codes.includes(one.code)) || (isInsideKnown && codes.includes('inside-temperature'));
  if (isFound(unless)) return false;
  if (about.length === 0 || isFound(about.filter((code) => code !== 'wording'))) return true;
  const exact = rules.cards[card].questions.flatMap((one) => one.about.filter((code) => code !== 'wording'));
  return isFound(about) && !isFound(exact);
}

function wouldChange(
  card: Category,
  question: CardQuestion,
  { id: answer, tier, finding }: CardAnswer,
  asking: Asking,
): boolean {
  if (tier === null && finding === null) return false;
  const { matter, context, worst } = asking;
  const given: GivenAnswer = { card, question: question.id, answer };
  return worstTier(matter, { ...context, answers: [...(context.answers ?? []), given] }) !== worst.tier;
}

function worstTier(matter: Matter, context: TriageContext): Tier {
  return weighAll(matter, context).reduce<Tier>((tier, one) => (rank(one.tier) < rank(tier) ? one.tier : tier), 'P3');
}

/** The worst of what was weighed. */
export function worstOf(items: readonly Weighed[]): Weighed {
  const worst = [...items].sort(worstFirst)[0];
  if (worst === undefined) throw new Error('triage: nothing was weighed although there is always a fallback');
  return worst;
}
