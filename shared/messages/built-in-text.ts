import type { Language, LifeSafetyKind, SafetyTemplate, TemplateKind } from '#shared/contract';
import { LIFE_SAFETY_TEXT } from './life-safety-text.ts';
import { RESIDENT_TEXT } from './resident-templates.ts';

/** A text as it is without anybody's own words. */
export function builtInText(kind: TemplateKind, language: Language): string {
  return isSafety(kind) ? LIFE_SAFETY_TEXT[safetyOf(kind)][language] : RESIDENT_TEXT[kind][language];
}

export function isSafety(kind: TemplateKind): kind is SafetyTemplate {
  return kind.startsWith('safety-');
}

function safetyOf(kind: SafetyTemplate): LifeSafetyKind {
  return kind.slice('safety-'.length) as LifeSafetyKind; // what the type of the kind says
}
