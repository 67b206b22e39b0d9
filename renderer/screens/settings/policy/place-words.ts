import type { PolicyOrigin, PolicyPlace, PolicyPlaceView } from '#shared/contract';
import { useText } from '../../../app/index.ts';

/** What a place is called in a list to choose from. */
export function usePolicyPlaceName(): (place: Pick<PolicyPlaceView, 'kind' | 'name'>) => string {
  const { t } = useText();
  return ({ kind, name }) =>
    kind === 'company' ? t('policy.company') : kind === 'group' ? t('policy.group', { name }) : name;
}

/** Where a ladder comes from, beside it: `own`, or `inherited from the company, version 4`. */
export function useOriginWords(here: PolicyPlace): (origin: PolicyOrigin) => string {
  const { t } = useText();
  return ({ place, name, version }) => {
    if (place === here) return place === 'company' ? t('policy.companyOwn') : t('policy.own');
    const from = place === 'company' ? t('policy.theCompany') : t('policy.theGroup', { name });
    return t('policy.inherited', { from, version });
  };
}
