import { useMemo } from 'react';
import type { ReportDraft, TriageRules, Verdict, WallTime } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import { classify, PRODUCT_RULES } from '#shared/triage';
import { useZone } from '../../app/index.ts';
import { api, useCore, useNow } from '../../stores/index.ts';

/** What judges here: the cards, numbers and phrases of the place, and what time it is there. */
export type JudgedBy = { readonly rules: TriageRules; readonly wallTime: WallTime };

/** The rules of the chosen property, or the company's; the product's while the core has not answered. */
export function useJudgedBy({ propertyId }: ReportDraft, zone: string | undefined): JudgedBy {
  const rules = useCore(`rules ${propertyId ?? ''}`, ['settings', 'portfolio'], () =>
    api.triage.rules.query({ propertyId }),
  );
  const own = useZone();
  return { rules: rules ?? PRODUCT_RULES, wallTime: formatInZone(useNow(), zone ?? own, 'en', 'time') };
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
