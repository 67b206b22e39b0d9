import type { Property } from '#shared/contract';
import { parsePhone, parsePlace, parseWallTime, parseWeatherZone, parseZone } from './fields.ts';
import type { FieldOf } from './headers.ts';
import { openLedger } from './ledger.ts';
import { deriveId, foldText } from './natural-key.ts';
import type { PlanInput } from './plan-types.ts';
import { reasons } from './reasons.ts';
import type { RowReader } from './row-reader.ts';
import { type Planned, type Sheet, walkRows } from './sheet.ts';

type Row = RowReader<FieldOf<'properties'>>;

/** Plans a file of properties, known by name. An empty cell never erases what is on file. */
export function planProperties(sheet: Sheet, input: PlanInput): Planned {
  const ledger = openLedger<Property>();
  const known = new Map<string, Property>();
  for (const property of input.existing.properties) {
    if (!known.has(foldText(property.name))) known.set(foldText(property.name), property);
  }
  const taken = new Set(input.existing.properties.map((property) => property.id));

  const take = (row: Row): void => {
    const name = row.require('name');
    const existing = known.get(foldText(name)) ?? null;
    const id = existing?.id ?? deriveId('property', [foldText(name)], (each) => taken.has(each));
    const base = ledger.saidOf(id)?.after ?? existing ?? blankProperty(id, name, input.defaults.zone);
    const after = readProperty(row, base, input.defaults.country);
    if (row.errors.length > 0) return;
    const earlierLine = ledger.note(row.line, existing, after);
    if (earlierLine !== null) row.refuse('name', reasons.duplicate(earlierLine));
  };
  return walkRows<'properties'>(sheet, take, () => {
    const { creates, updates, unchanged } = ledger.outcome();
    return {
      creates: creates.map((create) => ({ entity: 'property' as const, ...create })),
      updates: updates.map((update) => ({ entity: 'property' as const, ...update })),
      unchanged,
    };
  });
}

function blankProperty(id: string, name: string, zone: string): Property {
  return {
    id,
    name: name.replace(/\s+/g, ' '),
    address: '',
    zone,
    nightStart: '17:00',
    nightEnd: '08:00',
    greetingEn: '',
    greetingEs: '',
    calledNumber: null,
    shutOff: '',
    accessNotes: '',
    emergencyCentre: null,
  };
}

function readProperty(row: Row, base: Property, country: string): Property {
  const phone = (cell: string) => parsePhone(cell, country);
  return {
    ...base,
    address: readAddress(row) || base.address,
    zone: row.read('zone', parseZone, base.zone),
    nightStart: row.read('nightStart', parseWallTime, base.nightStart),
    nightEnd: row.read('nightEnd', parseWallTime, base.nightEnd),
    greetingEn: row.text('greetingEn') || base.greetingEn,
    greetingEs: row.text('greetingEs') || base.greetingEs,
    calledNumber: row.read('calledNumber', phone, base.calledNumber),
    shutOff: row.text('shutOff') || base.shutOff,
    accessNotes: row.text('accessNotes') || base.accessNotes,
    emergencyCentre: row.read('emergencyCentre', phone, base.emergencyCentre),
    ...readGroup(row),
    ...readWeatherPlace(row),
  };
}

const MOST_GROUP_CHARS = 80;

function readGroup(row: Row): Pick<Property, 'group'> {
  const group = row.text('group').replace(/\s+/g, ' ');
  if (group === '') return {};
  if (group.length > MOST_GROUP_CHARS) row.refuse('group', reasons.groupTooLong);
  return { group };
}

/** From one column, or from one each for latitude and longitude; empty cells leave what is on file. */
function readWeatherPlace(row: Row): Pick<Property, 'coordinates' | 'weatherZone'> {
  const [latitude, longitude] = [row.text('latitude'), row.text('longitude')];
  const zone = row.read('weatherZone', parseWeatherZone, null);
  const whole = row.read('coordinates', parsePlace, null);
  const isInTwo = whole === null && (latitude !== '' || longitude !== '');
  const both = isInTwo ? parsePlace(`${latitude}, ${longitude}`) : null;
  if (both?.ok === false) row.refuse(latitude === '' ? 'longitude' : 'latitude', both.reason);
  const coordinates = both?.ok ? both.value : whole;
  return { ...(coordinates && { coordinates }), ...(zone !== null && { weatherZone: zone }) };
}

/** One line from the columns there are; a city that already stands in the address is not added again. */
function readAddress(row: Row): string {
  const stateAndCode = [row.text('state'), row.text('postalCode')].filter((part) => part !== '').join(' ');
  const parts = [row.text('address'), row.text('addressLine2'), row.text('city'), stateAndCode];
  const [first = '', ...others] = parts.filter((part) => part !== '');
  const whole = ` ${foldText(first).replace(/,/g, ' ')} `;
  const missing = others.filter((part) => !whole.includes(` ${foldText(part)} `));
  return [first, ...missing].join(', ').replace(/\s*\n\s*/g, ', ');
}
