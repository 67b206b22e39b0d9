import type { Property, Unit } from '#shared/contract';
import type { FieldOf } from './headers.ts';
import { openLedger } from './ledger.ts';
import { deriveId, foldLabel } from './natural-key.ts';
import { openPlaces } from './places.ts';
import type { PlanInput } from './plan-types.ts';
import type { RowReader } from './row-reader.ts';
import { type Planned, type Sheet, walkRows } from './sheet.ts';

type Row = RowReader<FieldOf<'units'>>;

/** Plans a file of units, known by property and label. Nothing else of a unit is imported, so none is ever updated. */
export function planUnits(sheet: Sheet, input: PlanInput): Planned {
  const ledger = openLedger<Unit>();
  const places = openPlaces(input.existing);
  const onFile = new Set(input.existing.units.map((unit) => unit.id));

  const take = (row: Row): void => {
    const name = row.require('property');
    const label = row.require('unit');
    const found = name === '' ? null : places.property(name);
    if (found && !found.ok) row.refuse('property', found.reason);
    if (!found?.ok || row.errors.length > 0) return;
    const known = places.unit(found.property, label);
    const unit = known ?? newUnit(found.property, label, onFile);
    places.addUnit(unit);
    ledger.note(row.line, onFile.has(unit.id) ? unit : null, unit);
  };
  return walkRows<'units'>(sheet, take, () => {
    const { creates, unchanged } = ledger.outcome();
    return { creates: creates.map((create) => ({ entity: 'unit' as const, ...create })), updates: [], unchanged };
  });
}

/** A unit that is not on file; its id follows from property and label. */
export function newUnit(property: Property, label: string, taken: ReadonlySet<string>): Unit {
  const id = deriveId('unit', [property.id, foldLabel(label)], (each) => taken.has(each));
  return { id, propertyId: property.id, label: label.replace(/\s+/g, ' ') };
}
