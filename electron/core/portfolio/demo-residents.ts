import type { Resident, Unit } from '#shared/contract';
import { type DemoPlaces, demoId, fictionalPhone } from './demo-places.ts';
import { foldText } from './natural-key.ts';

/** Who lives in the demo. Names come from lists by counting, never by chance: two demos are the same to the letter. */

// biome-ignore format: a name list reads as a list
const FIRST_NAMES = [
  'Amara', 'Ben', 'Chloe', 'Darius', 'Esther', 'Farid', 'Gloria', 'Henry', 'Imani', 'Jonas', 'Keiko', 'Leonard', 'Mina',
  'Nathan', 'Olive', 'Peter', 'Quinn', 'Rachel', 'Samir', 'Tessa', 'Ulysses', 'Vera', 'Walter', 'Yusuf', 'Zoe', 'Anil',
  'Bridget', 'Caleb', 'Dolores',
] as const;
// biome-ignore format: a name list reads as a list
const LAST_NAMES = [
  'Abbott', 'Bauer', 'Choi', 'Dawson', 'Eze', 'Fischer', 'Garner', 'Hussain', 'Ivanova', 'Jackson', 'Kaplan', 'Lindqvist',
  'Mensah', 'Nguyen', 'Okafor', 'Pham', 'Quigley', 'Rossi', 'Sandoval', 'Tran', 'Underwood', 'Vance', 'Washington',
  'Xiong', 'Young', 'Zielinski', 'Torres', 'Baptiste', 'Cohen', 'Delgado', 'Fitzgerald',
] as const;
// biome-ignore format: a name list reads as a list
const SPANISH_FIRST_NAMES = [
  'Alejandra', 'Benito', 'Carmen', 'Diego', 'Elena', 'Fernando', 'Guadalupe', 'Hugo', 'Inés', 'Joaquín', 'Lucía',
  'Mateo', 'Noemí', 'Óscar', 'Pilar', 'Ramón', 'Soledad',
] as const;
// biome-ignore format: a name list reads as a list
const SPANISH_LAST_NAMES = [
  'Aguilar', 'Benítez', 'Castillo', 'Domínguez', 'Espinoza', 'Fuentes', 'Guerrero', 'Hernández', 'Ibarra', 'Jiménez',
  'Luna', 'Muñoz', 'Núñez', 'Ortega', 'Peña', 'Quiroga', 'Reyes', 'Salazar', 'Trujillo',
] as const;

/** What residents have told the company of their own accord, by the place in the list of residents. */
const VOLUNTEERED: ReadonlyMap<number, string> = new Map([
  [7, 'Uses an oxygen concentrator; asked us to treat a power cut as urgent.'],
  [31, 'Newborn at home since last month.'],
  [58, 'Uses a wheelchair; needs the elevator to leave the building.'],
  [83, 'Deaf: please write, do not call.'],
  [117, 'Keeps insulin in the refrigerator.'],
  [149, 'Has asked for extra time to come to the door.'],
]);

const DANA = { property: 'Maple Court', label: '14B', name: 'Dana Ruiz' } as const;
/** Every seventh door stands empty, which leaves the demo a little over 170 households. */
const VACANT_EVERY = 7;
/** Residents without a number on file: the desk must cope with them too. */
const NO_PHONE_EVERY = 60;

/** The households of the demo: about three in ten are Spanish-speaking. */
export function demoResidents({ properties, units }: DemoPlaces): readonly Resident[] {
  const home = properties.find((property) => property.name === DANA.property);
  const isDanas = (unit: Unit): boolean => unit.propertyId === home?.id && unit.label === DANA.label;
  const occupied = units.filter((unit, index) => isDanas(unit) || index % VACANT_EVERY !== VACANT_EVERY - 1);
  return occupied.map((unit, index) => {
    const isDana = isDanas(unit);
    const isSpanish = isDana || [2, 5, 8].includes(index % 10);
    const name = isDana ? DANA.name : isSpanish ? spanishName(index) : otherName(index);
    const hasPhone = isDana || index % NO_PHONE_EVERY !== NO_PHONE_EVERY - 1;
    return {
      id: demoId('resident', unit.id, foldText(name)),
      unitId: unit.id,
      name,
      phone: hasPhone ? residentPhone(index) : null,
      language: isSpanish ? 'es' : 'en',
      needs: VOLUNTEERED.get(index) ?? null,
    };
  });
}

// Two lists whose lengths share no divisor, walked together, repeat only after their product: no two namesakes.
// The stride through the second keeps the alphabet of one from marching beside the other's.
const otherName = (index: number): string => pair(FIRST_NAMES, LAST_NAMES, index);
const spanishName = (index: number): string => pair(SPANISH_FIRST_NAMES, SPANISH_LAST_NAMES, index);
const pair = (first: readonly string[], last: readonly string[], index: number): string =>
  `${first[index % first.length]} ${last[(index * 5 + 11) % last.length]}`;

const residentPhone = (index: number): string =>
  index < 100 ? fictionalPhone('706', index) : fictionalPhone('931', index - 100);
