import {
  type BothLanguages,
  type CardAnswer,
  type CardQuestion,
  type Category,
  type ProtocolCard,
  type Tier,
  TRADE_OF_CATEGORY,
} from '#shared/contract';
import type { ReasonCode } from '../codes.ts';

/** Version of the cards the product comes with; raise it with every change of one. */
export const CARD_VERSION = '2026.2';

/** An answer: what is said, the tier it leads to, and what it is taken to mean. */
export function answer(
  id: string,
  en: string,
  es: string,
  tier: Tier | null = null,
  finding: ReasonCode | null = null,
): CardAnswer {
  return { id, label: { en, es }, tier, finding };
}

type Asked = {
  readonly about?: readonly ReasonCode[];
  readonly unless?: readonly ReasonCode[];
  readonly isForTechnician?: true;
};

function question(
  effect: CardQuestion['effect'],
  id: string,
  en: string,
  es: string,
  answers: readonly CardAnswer[],
  { about = [], unless = [], isForTechnician }: Asked,
): CardQuestion {
  return {
    id,
    text: { en, es },
    about: [...about],
    unless: [...unless],
    effect,
    isForTechnician: isForTechnician === true,
    answers: [...answers],
  };
}

type Ask = (id: string, en: string, es: string, answers: readonly CardAnswer[], asked?: Asked) => CardQuestion;

/** Its answers decide how bad that is which it is about, for better or worse. */
export const settles: Ask = (id, en, es, answers, asked = {}) => question('settles', id, en, es, answers, asked);

/** Its answers can only make it worse. */
export const raises: Ask = (id, en, es, answers, asked = {}) => question('raises', id, en, es, answers, asked);

type CardWords = {
  readonly questions?: readonly CardQuestion[];
  readonly advice?: readonly BothLanguages[];
  readonly photos?: BothLanguages;
  readonly identityRule?: BothLanguages;
};

/** A card of the product. */
export function card(
  category: Category,
  { questions = [], advice = [], photos, identityRule }: CardWords,
): ProtocolCard {
  return {
    category,
    version: CARD_VERSION,
    signedBy: null,
    trade: TRADE_OF_CATEGORY[category],
    questions: [...questions],
    advice: [...advice],
    photos: photos ?? null,
    identityRule: identityRule ?? null,
  };
}

/** Words in both languages. */
export function both(en: string, es: string): BothLanguages {
  return { en, es };
}
