import type { Property, Resident, Unit } from '#shared/contract';
import { parseLanguage, parsePhone } from './fields.ts';
import type { FieldOf } from './headers.ts';
import { openLedger } from './ledger.ts';
import { deriveId, foldText } from './natural-key.ts';
import { readPersonName } from './person-name.ts';
import { openPlaces, type Places } from './places.ts';
import type { PlanInput } from './plan-types.ts';
import { newUnit } from './plan-units.ts';
import { reasons } from './reasons.ts';
import type { RowReader } from './row-reader.ts';
import { type Planned, type Sheet, walkRows } from './sheet.ts';

type Row = RowReader<FieldOf<'residents'>>;

/**
 * Plans a file of residents, known by unit and name. Residents the file does not name stay: a partial list must not
 * move anybody out. Where the input allows it, units of a known property that are not on file are planned as well.
 */
export function planResidents(sheet: Sheet, input: PlanInput): Planned {
  const ledger = openLedger<Resident>();
  const newUnits = new Map<string, { readonly line: number; readonly row: Unit }>();
  const places = openPlaces(input.existing);
  const known = new Map<string, Resident>();
  const keyOf = (unitId: string, name: string): string => `${unitId}\n${foldText(name)}`;
  for (const resident of input.existing.residents) {
    const key = keyOf(resident.unitId, resident.name);
    if (!known.has(key)) known.set(key, resident);
  }
  const takenUnits = new Set(input.existing.units.map((unit) => unit.id));
  const taken = new Set(input.existing.residents.map((resident) => resident.id));

  const take = (row: Row): void => {
    const place = readPlace(row, places, input.canCreateUnits === true);
    const name = readName(row);
    if (!place) return;
    const unit = place.unit ?? newUnit(place.property, place.label, takenUnits);
    const existing = known.get(keyOf(unit.id, name)) ?? null;
    const id = existing?.id ?? deriveId('resident', [unit.id, foldText(name)], (each) => taken.has(each));
    const base = ledger.saidOf(id)?.after ?? existing;
    const after = readResident(row, base ?? blankResident(id, unit.id, name), input.defaults.country);
    if (row.errors.length > 0) return;
    const isVacant = /^(?:vacant|vacante|desocupad[oa]|vacant unit|empty)$/.test(foldText(name));
    const earlierLine = isVacant ? null : ledger.note(row.line, existing, after);
    if (isVacant) row.warn('name', reasons.vacantUnit);
    if (earlierLine !== null) row.refuse('name', reasons.duplicate(earlierLine));
    else if (!place.unit) {
      places.addUnit(unit);
      newUnits.set(unit.id, { line: row.line, row: unit });
    }
  };
  return walkRows<'residents'>(sheet, take, () => {
    const { creates, updates, unchanged } = ledger.outcome();
    return {
      creates: [
        ...[...newUnits.values()].map((create) => ({ entity: 'unit' as const, ...create })),
        ...creates.map((create) => ({ entity: 'resident' as const, ...create })),
      ],
      updates: updates.map((update) => ({ entity: 'resident' as const, ...update })),
      unchanged,
    };
  });
}

type Place = { readonly property: Property; readonly label: string; readonly unit: Unit | null };

/** Where the row belongs; `unit` is null when it may be created. Null when the row has been refused. */
function readPlace(row: Row, places: Places, canCreateUnits: boolean): Place | null {
  const propertyName = row.require('property');
  const label = row.require('unit');
  if (propertyName === '') return null;
  const found = places.property(propertyName);
  if (!found.ok) {
    row.refuse('property', found.reason);
    return null;
  }
  if (label === '') return null;
  const unit = places.unit(found.property, label);
  if (!unit && !canCreateUnits) {
    row.refuse('unit', places.unknownUnit(found.property, label));
    return null;
  }
  return { property: found.property, label, unit };
}

function readName(row: Row): string {
  const name = readPersonName(row);
  if (name === '') row.refuse(row.has('name') ? 'name' : 'lastName', reasons.requiredCell('name'));
  return name;
}

function blankResident(id: string, unitId: string, name: string): Resident {
  return { id, unitId, name, phone: null, language: 'en', needs: null };
}

function readResident(row: Row, base: Resident, country: string): Resident {
  return {
    ...base,
    phone: row.read('phone', (cell) => parsePhone(cell, country), base.phone),
    language: row.read('language', parseLanguage, base.language),
    needs: row.text('needs') || base.needs,
  };
}
