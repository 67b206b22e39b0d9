export { LIFE_SAFETY_KINDS, type LifeSafetyKind } from '#shared/contract';
export { cardTrouble } from './card-trouble.ts';
export { CARD_VERSION } from './cards/build.ts';
export { PRODUCT_CARDS } from './cards/index.ts';
export { SAFETY_QUESTION } from './cards/safety.ts';
export { classify } from './classify.ts';
export {
  meaningOf as meaningOfReason,
  REASON_LABELS,
  type ReasonCode,
  reasonLabel,
  VOLUNTEERED_NEED,
} from './codes.ts';
export {
  confusion,
  type Evaluation,
  evaluate,
  type Judged,
  languageGap,
  type Miss,
  missesOf,
  type Scores,
} from './evaluate.ts';
export { TRIAGE_FIGURES, TRIAGE_MODEL } from './figures.ts';
export { PACK_VERSION } from './findings.ts';

export { givenAnswers, questionById, questionsOfCard } from './given-answers.ts';
export {
  cardSource,
  type LayerChanges,
  layerChanges,
  numberSource,
  saysTheSame,
  signedLayer,
} from './layer-changes.ts';
export { boundsOf, dayTrouble, type LayerTrouble, layerTrouble, numberTrouble } from './layer-trouble.ts';
export { layerWarnings } from './layer-warnings.ts';

export { dangerKind, keepsEverybodyOut, lifeSafetyKind } from './life-safety.ts';
export { LIFE_SAFETY_SPOKEN } from './life-safety-spoken.ts';
export { isOverride, isReasonMissing } from './override.ts';
export { PRESETS, TRIAGE_NUMBERS } from './presets.ts';
export { REVIEW_EVERY_DAYS, reviewDueAt } from './review.ts';
export { PRODUCT_RULES, resolveRules } from './rules.ts';
export { bothWithNumbers, cardWords, celsiusOf, withNumbers } from './with-numbers.ts';
