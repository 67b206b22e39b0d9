import type { BothLanguages, Property, Unit } from '#shared/contract';
import { foldLabel, foldText, nearestName } from './natural-key.ts';
import type { PortfolioSnapshot } from './plan-types.ts';
import { reasons } from './reasons.ts';

/** Finds the property and unit a row means, and says what was probably meant when there is none. */

export type Places = {
  property(
    name: string,
  ): { readonly ok: true; readonly property: Property } | { readonly ok: false; readonly reason: BothLanguages };
  unit(property: Property, label: string): Unit | null;
  unknownUnit(property: Property, label: string): BothLanguages;
  /** Makes a unit planned by this import known to its later rows. */
  addUnit(unit: Unit): void;
};

/** Guessing compares a value with every name; a file that is wrong throughout is not worth more of it than this. */
const MAX_GUESSES = 200;

export function openPlaces(existing: PortfolioSnapshot): Places {
  const properties = new Map<string, Property>();
  for (const property of existing.properties) {
    const key = foldText(property.name);
    if (!properties.has(key)) properties.set(key, property);
  }
  const unitKey = (propertyId: string, label: string): string => `${propertyId}\n${foldLabel(label)}`;
  const units = new Map<string, Unit>();
  const labels = new Map<string, string[]>();
  const addUnit = (unit: Unit): void => {
    const key = unitKey(unit.propertyId, unit.label);
    if (units.has(key)) return;
    units.set(key, unit);
    const known = labels.get(unit.propertyId);
    if (known) known.push(unit.label);
    else labels.set(unit.propertyId, [unit.label]);
  };
  existing.units.forEach(addUnit);

  const guesses = new Map<string, string | null>();
  const guess = (value: string, scope: string, names: () => readonly string[]): string | null => {
    const key = `${scope}\n${value}`;
    if (!guesses.has(key) && guesses.size < MAX_GUESSES) guesses.set(key, nearestName(value, names()));
    return guesses.get(key) ?? null;
  };

  return {
    property: (name) => {
      const property = properties.get(foldText(name)) ?? bySegment(name, properties);
      if (property) return { ok: true, property };
      const nearest = guess(name, '', () => existing.properties.map((each) => each.name));
      return { ok: false, reason: reasons.unknownProperty(name, nearest) };
    },
    unit: (property, label) => units.get(unitKey(property.id, label)) ?? null,
    unknownUnit: (property, label) =>
      reasons.unknownUnit(
        label,
        property.name,
        guess(label, property.id, () => labels.get(property.id) ?? []),
      ),
    addUnit,
  };
}

/** `S0001 - Maple Court - 12 Maple St`, as AppFolio prints a property; taken when exactly one part names one. */
function bySegment(name: string, properties: ReadonlyMap<string, Property>): Property | null {
  const named = new Set(name.split(' - ').flatMap((part) => properties.get(foldText(part)) ?? []));
  const [only] = named;
  return named.size === 1 && only ? only : null;
}
