import type { OnCallFinding } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { merged } from '../ahead/weigh.ts';
import { usePlan } from '../plan-context.tsx';
import type { PlanKey } from '../plan-key.ts';
import type { Bar } from '../timeline.ts';

/** How a bar looks: by where its person comes from, or by what is missing. */
export type BarLook = 'planned' | 'cover' | 'timeOff' | 'feed' | 'vendor' | 'gap' | 'accepted' | 'lent';
/** In the order in which the legend explains them. */
export const LOOKS: readonly BarLook[] = ['planned', 'cover', 'timeOff', 'feed', 'vendor', 'lent', 'gap', 'accepted'];

export function lookOf(bar: Bar): BarLook {
  if (bar.kind !== 'duty') return bar.kind;
  const { kind } = bar.duty.source;
  return kind === 'shift' || kind === 'rotation' ? 'planned' : kind;
}

/** Who or what stands in a bar, in words. */
export function useBarName(): (bar: Bar) => string {
  const { t } = useText();
  const { nameOf, staffName } = usePlan();
  return (bar) => {
    switch (bar.kind) {
      case 'duty':
        return nameOf(bar.duty.responderId);
      case 'gap':
        return t('oncall.nobody');
      case 'accepted':
        return t('oncall.acceptedBy', { name: staffName(bar.gap.accepted?.by ?? '') });
      case 'lent':
        return bar.gap.coveredBy === 'vendor' ? t('oncall.byVendor') : t('oncall.byGeneral');
    }
  };
}

/** Kinds of finding that are no gap: the grid draws gaps as bars already. */
const BESIDE_GAPS = ['onePerson', 'noNumber', 'twoPlaces', 'emptyGroup'];

/** What is found about the people of a line, once for all places; `properties` is how many there are. */
export function findingsOf(
  findings: readonly OnCallFinding[],
  key: PlanKey,
  properties: number,
): readonly OnCallFinding[] {
  const own = findings.filter(
    (finding) =>
      BESIDE_GAPS.includes(finding.kind) &&
      finding.trade === key.trade &&
      (finding.role === null || finding.role === key.role) &&
      finding.propertyId === key.propertyId &&
      finding.group === key.group,
  );
  return merged(own, properties);
}

/** What a finding says, without when and where. */
export function useFindingWords(): (finding: OnCallFinding) => string {
  const { t, language } = useText();
  const { nameOf } = usePlan();
  const list = new Intl.ListFormat(language);
  return ({ kind, responderIds }) => t(`oncall.finding.${kind}`, { names: list.format(responderIds.map(nameOf)) });
}
