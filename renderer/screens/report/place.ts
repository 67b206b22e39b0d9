import type { PlaceMatch, ReportDraft } from '#shared/contract';
import { api, useCore } from '../../stores/index.ts';

/** The property, unit and residents of the draft's place; null while none is chosen or the core has not answered. */
export function usePlace(draft: ReportDraft): PlaceMatch | null {
  const { propertyId, unitId } = draft;
  const units = useCore(`units ${propertyId ?? ''}`, ['portfolio'], async () =>
    propertyId === null ? [] : api.portfolio.residentsOf.query({ id: propertyId }),
  );
  const whole = useCore(`property ${propertyId ?? ''}`, ['portfolio'], async () => {
    if (propertyId === null) return null;
    const { properties } = await api.portfolio.get.query();
    return properties.find((property) => property.id === propertyId) ?? null;
  });
  if (propertyId === null) return null;
  const unit = units?.find((one) => one.unit?.id === unitId && one.property.id === propertyId);
  if (unit) return unit;
  return unitId === null && whole?.id === propertyId ? { property: whole, unit: null, residents: [] } : null;
}

/** The places that match what is typed; null while the core has not answered for these very words. */
export function useMatches(placeText: string): readonly PlaceMatch[] | null {
  const words = placeText.trim();
  const found = useCore(`places ${words}`, ['portfolio'], async () => ({
    words,
    list: words === '' ? [] : await api.report.places.query({ text: words }),
  }));
  return found?.words === words ? found.list : null;
}

/** `Maple Court 14B`. */
export function placeName(place: PlaceMatch): string {
  return place.unit ? `${place.property.name} ${place.unit.label}` : place.property.name;
}
