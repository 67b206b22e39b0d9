export { classify } from './classify.ts';
export {
  LIFE_SAFETY_KINDS,
  type LifeSafetyKind,
  QUESTIONS,
  type QuestionCode,
  REASON_LABELS,
  type ReasonCode,
  reasonLabel,
} from './codes.ts';
export { PACK_VERSION } from './findings.ts';
export { keepsEverybodyOut, LIFE_SAFETY_TEXT, lifeSafetyKind } from './life-safety.ts';
export { isOverride, isReasonMissing } from './override.ts';
