import type { Clock } from '#core/clockwork';
import { getRow, type Store } from '#core/store';
import { rulesAt } from '#core/triage';
import type { Language, TriageContext } from '#shared/contract';
import { formatInZone } from '#shared/oncall';

/** What the place adds to a judgement: the cards, numbers and phrases in force there, and the time it is there. */
export type JudgedAt = Required<Pick<TriageContext, 'rules' | 'wallTime'>>;

/** The company's where there is no property, or none that is known. */
export function judgedAt(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  propertyId: string | null,
): JudgedAt {
  const property = propertyId === null ? null : getRow(store.read, 'property', propertyId);
  const zone = property?.zone ?? companyOf(store)?.zone ?? 'UTC';
  return {
    rules: rulesAt(store.read, propertyId),
    wallTime: formatInZone(clock.now(), zone, 'en', 'time'),
  };
}

/** Zone and language of the company; null before the first run has written them. */
export function companyOf(store: Store): { readonly zone: string; readonly language: Language } | null {
  const row = getRow(store.read, 'setting', 'company');
  return row && (row.value as { readonly zone: string; readonly language: Language }); // written by the first run
}
