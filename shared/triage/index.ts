export { LIFE_SAFETY_KINDS, type LifeSafetyKind } from '#shared/contract';
export { classify } from './classify.ts';
export {
  QUESTIONS,
  type QuestionCode,
  REASON_LABELS,
  type ReasonCode,
  reasonLabel,
  VOLUNTEERED_NEED,
} from './codes.ts';
export { PACK_VERSION } from './findings.ts';
export { keepsEverybodyOut, LIFE_SAFETY_TEXT, lifeSafetyKind } from './life-safety.ts';
export { LIFE_SAFETY_SPOKEN } from './life-safety-spoken.ts';
export { isOverride, isReasonMissing } from './override.ts';
