import { useMemo } from 'react';
import type { ReportDraft, TriageRules, Verdict, WallTime } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import { classify, PRODUCT_RULES } from '#shared/triage';
import { useZone } from '../../app/index.ts';
import { api, useCore, useNow } from '../../stores/index.ts';

/** What judges here: the cards, numbers and phrases of the place, and what time it is there. */
export type JudgedBy = { readonly rules: TriageRules; readonly wallTime: WallTime };

/**
 * The rules of the chosen property. Where none is chosen, and until the core has answered about this one, the company's; the
 * product's while it has answered nothing. Never those of a property that was chosen before.
 */
export function useJudgedBy({ propertyId }: ReportDraft, zone: string | undefined): JudgedBy {
  const company = useCore('rules', ['settings', 'portfolio'], () => api.triage.rules.query({ propertyId: null }));
  const chosen = useCore(`rules ${propertyId ?? ''}`, ['settings', 'portfolio'], async () =>
    propertyId === null ? null : { propertyId, rules: await api.triage.rules.query({ propertyId }) },
  );
  const own = useZone();
  const rules = rulesFor(propertyId, chosen, company);
  return { rules, wallTime: formatInZone(useNow(), zone ?? own, 'en', 'time') };
}

/** `chosen`: the last answer about a property, which may be about another one than is chosen now. */
export function rulesFor(
  propertyId: string | null,
  chosen: { readonly propertyId: string; readonly rules: TriageRules } | null,
  company: TriageRules | null,
): TriageRules {
  return chosen !== null && chosen.propertyId === propertyId ? chosen.rules : (company ?? PRODUCT_RULES);
}

/** What the words and the answers say, at each keystroke; null while there are no words. */
export function useVerdict(draft: ReportDraft, by: JudgedBy, hasVolunteeredNeed: boolean): Verdict | null {
  const { text, language, answers } = draft;
  const { rules, wallTime } = by;
  return useMemo(() => {
    if (text.trim() === '') return null;
    return classify(text, {
      rules,
      wallTime,
      answers,
      ...(language === null ? {} : { language }),
      ...(hasVolunteeredNeed ? { hasVolunteeredNeed } : {}),
    });
  }, [text, language, answers, hasVolunteeredNeed, rules, wallTime]);
}
