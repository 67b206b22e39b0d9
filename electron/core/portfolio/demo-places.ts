import type { Phone, Property, Unit } from '#shared/contract';
import { deriveId, foldLabel, foldText } from './natural-key.ts';

/**
 * The demo's nine properties and 200 units: one company on both sides of the Eastern and Central time line, close
 * enough that the same technicians serve them all. Every number is of the range 555-0100 to 555-0199, which is
 * reserved for fiction and rings nobody.
 */

export const EASTERN = 'America/New_York';
export const CENTRAL = 'America/Chicago';

/** The n-th fictional number of an area code, n from 0 to 99. */
export function fictionalPhone(areaCode: string, n: number): Phone {
  return `+1${areaCode}5550${100 + n}`;
}

/** The demo's ids follow from natural keys exactly as an import's do, so that a file naming the same rows finds them. */
export function demoId(prefix: string, ...key: readonly string[]): string {
  return deriveId(prefix, key, () => false);
}

type PropertySketch = {
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly shutOff: string;
  readonly accessNotes: string;
  readonly emergencyCentre: Phone;
  readonly labels: readonly string[];
};

const numbered = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, i) => String(from + i));
const floors = (count: number, doors: readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, floor) => doors.map((door) => `${floor + 1}${door}`)).flat();

/** One 911 centre per county, as it is in life. */
const CENTRES = {
  hamilton: fictionalPhone('423', 90),
  marion: fictionalPhone('423', 91),
  jackson: fictionalPhone('256', 90),
};

const SKETCHES: readonly PropertySketch[] = [
  {
    name: 'Maple Court',
    address: '1410 Maple Street, Chattanooga, TN 37402',
    zone: EASTERN,
    shutOff:
      'Water: red wheel in the basement meter room, left of the boiler. Each stack has its own valve behind the hall panel.',
    accessNotes: 'Front door opens with the desk fob. Fourteen floors, two elevators; the left one takes stretchers.',
    emergencyCentre: CENTRES.hamilton,
    labels: floors(14, ['A', 'B']),
  },
  {
    name: 'Elm House',
    address: '3 Elm Avenue, Chattanooga, TN 37403',
    zone: EASTERN,
    shutOff: 'Water: below the lobby stairs, door marked METER. Gas: outside, north wall, wrench hangs beside it.',
    accessNotes: 'Central boiler heats all thirty units. Parking behind the building, gate stays open at night.',
    emergencyCentre: CENTRES.hamilton,
    labels: numbered(30),
  },
  {
    name: 'Oak Row',
    address: '700 Oak Street, Chattanooga, TN 37403',
    zone: EASTERN,
    shutOff:
      'Each house has its own valve: utility closet beside the kitchen, blue handle. Street valve under the round cover.',
    accessNotes: 'Twelve row houses. Furnaces are in the attics; bring a ladder.',
    emergencyCentre: CENTRES.hamilton,
    labels: numbered(12),
  },
  {
    name: 'Riverbend Lofts',
    address: '85 Wharf Street, Chattanooga, TN 37405',
    zone: EASTERN,
    shutOff:
      'Water: mechanical room on each floor, third door from the elevator. Sprinkler riser is separate, do not close it.',
    accessNotes:
      'Key safe at the loading dock. The dock floods when the river is high: use the Wharf Street door then.',
    emergencyCentre: CENTRES.hamilton,
    labels: [...numbered(12, 101), ...numbered(12, 201), ...numbered(12, 301)],
  },
  {
    name: 'Tannery Yard',
    address: '2240 Tannery Lane, Chattanooga, TN 37408',
    zone: EASTERN,
    shutOff:
      'Water: pit in the courtyard under the steel plate, needs two people. Unit valves under the kitchen sinks.',
    accessNotes: 'Courtyard gate is locked after 22:00. All heating is electric.',
    emergencyCentre: CENTRES.hamilton,
    labels: floors(6, ['A', 'B', 'C', 'D']),
  },
  {
    name: 'Signal View',
    address: '19 Ridge Road, Chattanooga, TN 37415',
    zone: EASTERN,
    shutOff:
      'Water: pump house at the top of the drive. Closing it stops the fire hydrant too: tell the fire department.',
    accessNotes: 'Steep drive, ices over early. Well water: no power means no water.',
    emergencyCentre: CENTRES.hamilton,
    labels: numbered(20),
  },
  {
    name: 'Juniper Flats',
    address: '510 Betsy Pack Lane, Jasper, TN 37347',
    zone: CENTRAL,
    shutOff: 'Water: hatch in the laundry room floor. Gas: meters at the rear, one per stairwell.',
    accessNotes: 'Three stairwells, no elevator. Central time: one hour behind the office.',
    emergencyCentre: CENTRES.marion,
    labels: floors(3, ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']),
  },
  {
    name: 'Cumberland Commons',
    address: '212 Cedar Avenue, South Pittsburg, TN 37380',
    zone: CENTRAL,
    shutOff: 'Water: curb box beside the mailbox cluster. Unit valves in the hall closets.',
    accessNotes: 'Two buildings of eight. Building B has a dog in the yard: call the resident first.',
    emergencyCentre: CENTRES.marion,
    labels: floors(4, ['A', 'B', 'C', 'D']),
  },
  {
    name: 'Battery Hill Cottages',
    address: '31 Battery Hill Road, Bridgeport, AL 35740',
    zone: CENTRAL,
    shutOff: 'Each cottage: valve in the crawl space, hatch on the east side. Propane tank valve beside the porch.',
    accessNotes: 'Gravel lane. Propane, no gas main: for a smell of gas the supplier is named on the tank.',
    emergencyCentre: CENTRES.jackson,
    labels: numbered(10),
  },
];

function toProperty(sketch: PropertySketch, index: number): Property {
  const { labels: _, ...place } = sketch;
  return {
    ...place,
    id: demoId('property', foldText(sketch.name)),
    nightStart: '17:00',
    nightEnd: '08:00',
    greetingEn: `Thank you for calling ${sketch.name}, maintenance desk. If there is fire or a smell of gas, hang up, get everyone outside and call 911 from there. How can I help?`,
    greetingEs: `Gracias por llamar a ${sketch.name}, servicio de mantenimiento. Si hay fuego u olor a gas, cuelgue, salgan todos del edificio y llame al 911 desde afuera. ¿En qué puedo ayudarle?`,
    calledNumber: fictionalPhone('423', 70 + index),
  };
}

export type DemoPlaces = { readonly properties: readonly Property[]; readonly units: readonly Unit[] };

export function demoPlaces(): DemoPlaces {
  const properties = SKETCHES.map(toProperty);
  const units = SKETCHES.flatMap((sketch, index) => {
    const propertyId = properties[index]?.id ?? '';
    return sketch.labels.map((label) => ({ id: demoId('unit', propertyId, foldLabel(label)), propertyId, label }));
  });
  return { properties, units };
}
