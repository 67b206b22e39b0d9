import {
  type Duty,
  type Property,
  type Scope,
  type ShiftRole,
  type Stretch,
  TRADES,
  type Trade,
} from '#shared/contract';
import { plannedKeys } from './entries.ts';
import { merged, together } from './layers.ts';
import type { Lines } from './lines.ts';
import { scopeName } from './scope.ts';
import { activeIn, type CoverFacts, type NightsOf, withinNights } from './shortfalls.ts';

/** One person is on call at places that do not contain each other. */
export type TwoPlaces = Stretch & {
  readonly responderId: string;
  readonly trade: Trade;
  /** Null where the duties are of both roles. */
  readonly role: ShiftRole | null;
  readonly scopes: readonly Scope[];
  readonly properties: readonly Property[];
};

type Held = Stretch & { readonly duties: readonly Duty[] };

/**
 * Who is on at two places at once, each by duties of their own: a property and its group are one place, and the company is
 * everywhere. A vendor is no person and can be at two. Looked at by night, as shortfalls are.
 */
export function twoPlacesOf(facts: CoverFacts, lines: Lines, nightsOf: NightsOf): readonly TwoPlaces[] {
  const { sources, properties, responders } = facts;
  const membersOf = membersIn(facts);
  const people = new Map<string, Duty[][]>();
  for (const key of plannedKeys(sources)) {
    if (membersOf(key).length === 0) continue;
    for (const [responderId, duties] of Map.groupBy(lines.own(key), (duty) => duty.responderId)) {
      people.set(responderId, [...(people.get(responderId) ?? []), duties]);
    }
  }
  return [...people].flatMap(([responderId, duties]) => {
    const person = activeIn(responders).get(responderId);
    if (person === undefined || person.role === 'vendor' || duties.length < 2) return [];
    return apartAtOnce(duties, sources.groups).flatMap(({ apart, ...held }) => {
      const names = new Set(apart.flatMap(membersOf).map(({ id }) => id));
      const places = properties.filter(({ id }) => names.has(id));
      const nights = merged([...new Set(places.map(nightsOf))].flat());
      const stretch = withinNights(held, nights);
      return stretch === null
        ? []
        : [{ ...stretch, responderId, ...sharedBy(held.duties), scopes: apart, properties: places }];
    });
  });
}

/** The properties of a scope; of the company none, for it is no place beside others. */
function membersIn({ properties, sources }: CoverFacts): (scope: Scope) => readonly Property[] {
  const members = new Map<string, Property[]>();
  const put = (scope: Scope, property: Property): void => {
    const name = scopeName(scope);
    members.set(name, [...(members.get(name) ?? []), property]);
  };
  for (const property of properties) {
    put({ propertyId: property.id, group: null }, property);
    const group = sources.groups[property.id];
    if (group !== undefined) put({ propertyId: null, group }, property);
  }
  return (scope) => members.get(scopeName(scope)) ?? [];
}

/** When one person holds duties that lie apart, as a line; `lines` are what they hold of each key. */
function apartAtOnce(
  lines: readonly (readonly Duty[])[],
  groups: Readonly<Record<string, string>>,
): readonly (Held & { readonly apart: readonly Scope[] })[] {
  const atOnce = lines
    .reduce<readonly Held[]>(heldToo, [])
    .map((held) => ({ ...held, apart: apartOf(held.duties, groups) }))
    .filter(({ apart }) => apart.length > 1);
  return together(
    atOnce,
    [],
    (held): (typeof atOnce)[number] | null => held,
    (a, b) => placesOf(a.apart) === placesOf(b.apart),
  );
}

/** What was held before with a line more. */
function heldToo(held: readonly Held[], line: readonly Duty[]): readonly Held[] {
  return together<Held, Duty, Held>(
    held,
    line,
    (before, duty) => {
      const duties = before?.duties ?? [];
      return { startsAt: 0, endsAt: 0, duties: duty === null ? duties : [...duties, duty] };
    },
    (a, b) => a.duties === b.duties,
  );
}

const placesOf = (scopes: readonly Scope[]): string => scopes.map(scopeName).sort().join();

/** The scopes held, each once, without properties whose group is held too. */
function apartOf(duties: readonly Duty[], groups: Readonly<Record<string, string>>): readonly Scope[] {
  const scopes = new Map(
    duties.map(({ propertyId, group }) => [scopeName({ propertyId, group }), { propertyId, group }]),
  );
  return [...scopes.values()].filter(({ propertyId }) => {
    const group = propertyId === null ? undefined : groups[propertyId];
    return group === undefined || !scopes.has(scopeName({ propertyId: null, group }));
  });
}

function sharedBy(duties: readonly Duty[]): Pick<TwoPlaces, 'trade' | 'role'> {
  const [first, ...others] = duties.toSorted((a, b) => TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade));
  if (first === undefined) throw new Error('nothing is held');
  const { trade, role } = first;
  return { trade, role: others.every((other) => other.role === role) ? role : null };
}
