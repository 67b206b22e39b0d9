import type { TriagePlace, TriagePreset } from '#shared/contract';
import { useText } from '../../../app/index.ts';

/** What a place is called where it stands alone, such as in a list to choose from. */
export function usePlaceName(): (place: TriagePlace) => string {
  const { t } = useText();
  return ({ kind, name }) =>
    kind === 'company' ? t('triage.company') : kind === 'group' ? t('triage.origin.group', { name }) : name;
}

/** Where a value comes from, beside it: the place that says it, and its preset. `here`: the place that is looked at. */
export function useOrigin(here: string): (place: string | null, preset?: TriagePreset | null) => string {
  const { t } = useText();
  const placeWord = (place: string | null): string => {
    if (place === null) return t('triage.origin.product');
    if (place === 'company') return t('triage.origin.company');
    if (place.startsWith('group:')) return t('triage.origin.group', { name: place.slice('group:'.length) });
    return t('triage.origin.property');
  };
  return (place, preset = null) => {
    if (preset !== null) {
      const name = t(`triage.preset.${preset}`);
      return place === here
        ? t('triage.presetHere', { preset: name })
        : t('triage.presetOf', { preset: name, place: placeWord(place) });
    }
    return place === here ? t('triage.origin.own') : placeWord(place);
  };
}
