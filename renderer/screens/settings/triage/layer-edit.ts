import type {
  BothLanguages,
  CardAnswer,
  CardQuestion,
  Category,
  CompanyPhrase,
  ProtocolCard,
  TriageLayer,
  TriageNumber,
} from '#shared/contract';
import { moved } from '../../../parts/order.ts';

/** Changes to what a place says about triage, as values. */

/** A number of its own; undefined takes it away, so that what stands above holds again. */
export function withNumber(layer: TriageLayer, name: TriageNumber, value: number | string | undefined): TriageLayer {
  const { [name]: _, ...others } = layer.numbers;
  return { ...layer, numbers: value === undefined ? others : { ...others, [name]: value } };
}

/** A card of its own; null takes it away. */
export function withCard(layer: TriageLayer, category: Category, card: ProtocolCard | null): TriageLayer {
  const { [category]: _, ...others } = layer.cards;
  return { ...layer, cards: card === null ? others : { ...others, [category]: card } };
}

/** The phrase of this id added, changed (`phrase` given) or taken out. */
export function withPhrase(layer: TriageLayer, id: string, phrase: CompanyPhrase | null): TriageLayer {
  const isThere = layer.phrases.some((each) => each.id === id);
  if (phrase !== null && !isThere) return { ...layer, phrases: [...layer.phrases, phrase] };
  return {
    ...layer,
    phrases: layer.phrases.flatMap((each) => (each.id !== id ? [each] : phrase === null ? [] : [phrase])),
  };
}

/** A name nobody has used before: an answer that was given stays bound to the question it was given to. */
function newId(): string {
  return `own-${crypto.randomUUID().slice(0, 8)}`;
}

export function newPhrase(category: Category): CompanyPhrase {
  return { id: newId(), words: '', leastTier: 'P2', category };
}

const NO_WORDS: BothLanguages = { en: '', es: '' };

export function newAnswer(): CardAnswer {
  return { id: newId(), label: NO_WORDS, tier: null, finding: null };
}

/** Yes and no, which raises nothing until somebody says what. */
export function newQuestion(): CardQuestion {
  return {
    id: newId(),
    text: NO_WORDS,
    about: [],
    unless: [],
    effect: 'raises',
    isForTechnician: false,
    answers: [
      { ...newAnswer(), label: { en: 'Yes', es: 'Sí' } },
      { ...newAnswer(), label: { en: 'No', es: 'No' } },
    ],
  };
}

export function withQuestion(card: ProtocolCard, id: string, question: CardQuestion | null): ProtocolCard {
  return {
    ...card,
    questions: card.questions.flatMap((each) => (each.id !== id ? [each] : question === null ? [] : [question])),
  };
}

export function withMovedQuestion(card: ProtocolCard, index: number, by: -1 | 1): ProtocolCard {
  return { ...card, questions: [...moved(card.questions, index, by)] };
}

export function withAnswer(question: CardQuestion, index: number, answer: CardAnswer | null): CardQuestion {
  return {
    ...question,
    answers: question.answers.flatMap((each, at) => (at !== index ? [each] : answer === null ? [] : [answer])),
  };
}

export function withMovedAnswer(question: CardQuestion, index: number, by: -1 | 1): CardQuestion {
  return { ...question, answers: [...moved(question.answers, index, by)] };
}

/** Words in both languages where any are typed; null for none. */
export function wordsOrNull(words: BothLanguages): BothLanguages | null {
  return words.en.trim() === '' && words.es.trim() === '' ? null : words;
}

/** A list with one entry changed, or taken out where it is null. */
export function withEntry<Entry>(list: readonly Entry[], index: number, entry: Entry | null): Entry[] {
  return list.flatMap((each, at) => (at !== index ? [each] : entry === null ? [] : [entry]));
}

/** The texts of a field with one on each line. */
export function textsOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
