import {
  FINDING_KINDS,
  type Instant,
  type OnCallFinding,
  type Property,
  type Scope,
  type Stretch,
} from '#shared/contract';
import { plannedKeys } from './entries.ts';
import { costOfFinding } from './gap-cost.ts';
import type { Lines } from './lines.ts';
import { nightsBetween } from './night.ts';
import { COMPANY } from './scope.ts';
import { activeIn, type CoverFacts, callableLines, type NightsOf, type Shortfall, shortfallsOf } from './shortfalls.ts';
import { type TwoPlaces, twoPlacesOf } from './two-places.ts';

/**
 * What will go wrong in the nights of `[from, to)` if nobody does anything, in order of time.
 *
 * A trade is looked at where a property may need it: in the property's nights. Who has left, or is on no list, counts as
 * nobody. What concerns several properties at the same time is one finding; its scope is the one a decision about it
 * would be for.
 */
export function findings(facts: CoverFacts, from: Instant, to: Instant): readonly OnCallFinding[] {
  if (from >= to) return [];
  const lines = callableLines(facts, from, to);
  const nightsOf = nightsIn(from, to);
  return [
    ...shortfallsOf(facts, lines, nightsOf, from, to).map((each) => findingOf(facts, each)),
    ...twoPlacesOf(facts, lines, nightsOf).map((each) => findingOfTwo(facts, each)),
    ...emptyGroupsOf(facts, lines),
  ].sort((a, b) => a.startsAt - b.startsAt || FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind));
}

/** Nights are worked out once for all properties that have the same. */
function nightsIn(from: Instant, to: Instant): NightsOf {
  const known = new Map<string, readonly Stretch[]>();
  return ({ zone, nightStart, nightEnd }) => {
    const name = `${nightStart} ${nightEnd} ${zone}`;
    const nights =
      known.get(name) ?? nightsBetween(zone, nightStart, nightEnd, from, to).map((each) => cut(each, from, to));
    known.set(name, nights);
    return nights;
  };
}

const cut = ({ startsAt, endsAt }: Stretch, from: Instant, to: Instant): Stretch => ({
  startsAt: Math.max(startsAt, from),
  endsAt: Math.min(endsAt, to),
});

function findingOf(facts: CoverFacts, shortfall: Shortfall): OnCallFinding {
  const { kind, trade, role, startsAt, endsAt, responderId, accepted, scope, properties } = shortfall;
  return {
    ...scope,
    kind,
    trade,
    role,
    startsAt,
    endsAt,
    responderIds: responderId === null ? [] : [responderId],
    places: placesOf(facts, properties),
    accepted,
    cost: costOfFinding({ kind, accepted }, responderId === null ? '' : personName(facts, responderId), []),
  };
}

function findingOfTwo(facts: CoverFacts, two: TwoPlaces): OnCallFinding {
  const { responderId, trade, role, startsAt, endsAt, scopes, properties } = two;
  const names = scopes.map((scope) => placeName(facts, scope)).sort();
  return {
    ...COMPANY,
    kind: 'twoPlaces',
    trade,
    role,
    startsAt,
    endsAt,
    responderIds: [responderId],
    places: placesOf(facts, properties),
    accepted: null,
    cost: costOfFinding({ kind: 'twoPlaces', accepted: null }, personName(facts, responderId), names),
  };
}

/** Who is planned for a group that has lost its last property, or has got another name: one finding for each trade. */
function emptyGroupsOf({ sources, properties }: CoverFacts, lines: Lines): readonly OnCallFinding[] {
  if (properties.length === 0) return [];
  const filled = new Set(Object.values(sources.groups));
  const empty = plannedKeys(sources).filter(({ group }) => group !== null && !filled.has(group));
  return [...Map.groupBy(empty, ({ trade, group }) => `${trade} ${group}`).values()].flatMap((keys) => {
    const [first] = keys;
    const duties = keys.flatMap(lines.own).toSorted((a, b) => a.startsAt - b.startsAt);
    const [next] = duties;
    if (first === undefined || next === undefined) return [];
    const { trade, group } = first;
    const [kind, accepted] = ['emptyGroup' as const, null];
    return {
      ...COMPANY,
      group,
      kind,
      trade,
      role: null,
      startsAt: next.startsAt,
      endsAt: Math.max(...duties.map(({ endsAt }) => endsAt)),
      responderIds: [...new Set(duties.map(({ responderId }) => responderId))],
      places: [],
      accepted,
      cost: costOfFinding({ kind, accepted }, '', [group ?? '']),
    };
  });
}

/** By name; null where every property is concerned. */
export function placesOf(
  facts: Pick<CoverFacts, 'properties'>,
  concerned: readonly Property[],
): readonly string[] | null {
  return concerned.length === facts.properties.length ? null : concerned.map(({ name }) => name).sort();
}

function placeName({ properties }: CoverFacts, { propertyId, group }: Scope): string {
  return group ?? properties.find(({ id }) => id === propertyId)?.name ?? '';
}

function personName({ responders }: CoverFacts, id: string): string {
  return activeIn(responders).get(id)?.name ?? '';
}
