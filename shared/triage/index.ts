export { LIFE_SAFETY_KINDS, type LifeSafetyKind } from '#shared/contract';
export { cardTrouble } from './card-trouble.ts';
export { PRODUCT_CARDS } from './cards/index.ts';
export { SAFETY_QUESTION } from './cards/safety.ts';
export { classify } from './classify.ts';
export { REASON_LABELS, type ReasonCode, reasonLabel, VOLUNTEERED_NEED } from './codes.ts';
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
export { PACK_VERSION } from './findings.ts';
export { givenAnswers, questionById, questionsOfCard } from './given-answers.ts';
export { keepsEverybodyOut, LIFE_SAFETY_TEXT, lifeSafetyKind } from './life-safety.ts';
export { LIFE_SAFETY_SPOKEN } from './life-safety-spoken.ts';
export { isOverride, isReasonMissing } from './override.ts';
export { PRESETS } from './presets.ts';
export { PRODUCT_RULES, resolveRules } from './rules.ts';
export { bothWithNumbers, cardWords, withNumbers } from './with-numbers.ts';
