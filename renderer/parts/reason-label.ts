import type { Language } from '#shared/contract';
import { REASON_LABELS } from '#shared/triage';

/** What a rule of triage is called. A code of an older version, still in an old incident, is shown as it is. */
export function reasonLabel(code: string, language: Language): string {
  const labels: Readonly<Record<string, { readonly en: string; readonly es: string }>> = REASON_LABELS;
  return labels[code]?.[language] ?? code;
}
