import {
  type Gap,
  type Instant,
  type Property,
  type Responder,
  type ScheduleSources,
  type Scope,
  SHIFT_ROLES,
  type ShiftRole,
  type Stretch,
  TRADES,
  type Trade,
} from '#shared/contract';
import { coverageIn } from './coverage.ts';
import { plannedKeys } from './entries.ts';
import { together } from './layers.ts';
import { type Lines, linesOf } from './lines.ts';
import { COMPANY, scopeName, scopesFrom } from './scope.ts';

/** What cover is looked at for. */
export type CoverFacts = {
  readonly sources: ScheduleSources;
  readonly properties: readonly Property[];
  readonly responders: readonly Responder[];
};

/** The nights of a property, in order; the same list for properties with the same nights. */
export type NightsOf = (property: Property) => readonly Stretch[];

/** A stretch in which a trade is not covered as it should be. */
type Lack = Stretch & {
  /** `nobody` counts people who have left as nobody; `noNumber` is somebody on call whom no text can reach. */
  readonly kind: 'nobody' | 'noPrimary' | 'noBackup' | 'onePerson' | 'noNumber';
  readonly trade: Trade;
  /** Null where both are concerned. */
  readonly role: ShiftRole | null;
  readonly responderId: string | null;
  readonly accepted: Gap['accepted'];
};

type Seen = Lack & { readonly scopes: Map<string, Scope>; readonly properties: Property[] };

/** The same, with the properties that it concerns and the smallest scope that holds them all. */
export type Shortfall = Lack & { readonly scope: Scope; readonly properties: readonly Property[] };

/**
 * Where the nights of the properties are not covered as they should be, in order of trade.
 *
 * What lasts from one night into another is one shortfall, from the first of these nights to the last: that nobody is
 * asked for by day is no reason to say it fourteen times. What no night touches is left out. `lines` are of the
 * responders who can be called.
 */
export function shortfallsOf(
  facts: CoverFacts,
  lines: Lines,
  nightsOf: NightsOf,
  from: Instant,
  to: Instant,
): readonly Shortfall[] {
  const found = new Map<string, Seen>();
  const planned = plannedNames(facts.sources);
  for (const trade of TRADES) {
    for (const { scope, byNights } of sightsOf(facts, planned, trade, nightsOf)) {
      for (const lack of lacksOf(facts.responders, lines, trade, scope, from, to)) {
        for (const [nights, properties] of byNights) {
          const stretch = withinNights(lack, nights);
          if (stretch === null) continue;
          const { kind, role, responderId, accepted } = lack;
          const name = JSON.stringify([kind, trade, role, responderId, accepted?.id, stretch.startsAt, stretch.endsAt]);
          const same: Seen = found.get(name) ?? { ...lack, ...stretch, scopes: new Map(), properties: [] };
          same.scopes.set(scopeName(scope), scope);
          same.properties.push(...properties);
          found.set(name, same);
        }
      }
    }
  }
  return [...found.values()].map(({ scopes, ...rest }) => ({
    ...rest,
    scope: scopeHolding(facts, [...scopes.values()], rest.properties),
  }));
}

/** The lines in which whoever is not active on the list, or not on it at all, counts as nobody. */
export function callableLines({ sources, responders }: CoverFacts, from: Instant, to: Instant): Lines {
  const active = activeIn(responders);
  return linesOf(sources, from, to, (id) => active.has(id));
}

/** `trade scope` of everything that is planned or decided. */
function plannedNames(sources: ScheduleSources): ReadonlySet<string> {
  return new Set([...plannedKeys(sources), ...sources.decisions].map((key) => `${key.trade} ${scopeName(key)}`));
}

/** Properties that see the same duties of a trade: one look at the schedule serves them all. */
type Sight = { readonly scope: Scope; readonly byNights: Map<readonly Stretch[], Property[]> };

function sightsOf(
  { sources, properties }: CoverFacts,
  planned: ReadonlySet<string>,
  trade: Trade,
  nightsOf: NightsOf,
): Iterable<Sight> {
  const isSpokenFor = (scope: Scope): boolean =>
    planned.has(`${trade} ${scopeName(scope)}`) || planned.has(`general ${scopeName(scope)}`);
  const sights = new Map<string, Sight>();
  for (const property of properties) {
    const scopes = scopesFrom(sources.groups, { propertyId: property.id, group: null });
    const scope = scopes.find(isSpokenFor) ?? COMPANY;
    const sight = sights.get(scopeName(scope)) ?? { scope, byNights: new Map() };
    const nights = nightsOf(property);
    const together = sight.byNights.get(nights);
    if (together === undefined) sight.byNights.set(nights, [property]);
    else together.push(property);
    sights.set(scopeName(scope), sight);
  }
  return sights.values();
}

/** What a trade lacks in a scope, by day as well as by night. */
function lacksOf(
  responders: readonly Responder[],
  lines: Lines,
  trade: Trade,
  scope: Scope,
  from: Instant,
  to: Instant,
): readonly Lack[] {
  const active = activeIn(responders);
  const coverage = coverageIn(lines, { trade, ...scope }, from, to);
  const lack = { trade, role: null, responderId: null, accepted: null };
  return [
    ...coverage.nobody.map((each) => ({ ...lack, ...each, kind: 'nobody' as const })),
    ...coverage.noPrimary.map((each) => ({ ...lack, ...each, kind: 'noPrimary' as const, role: 'primary' as const })),
    ...coverage.noBackup.map((each) => ({ ...lack, ...each, kind: 'noBackup' as const, role: 'backup' as const })),
    ...coverage.onePerson.map((each) => ({ ...lack, ...each, kind: 'onePerson' as const })),
    ...SHIFT_ROLES.flatMap((role) =>
      mutesOf(active, lines, trade, role, scope).map((each) => ({ ...lack, ...each, kind: 'noNumber' as const, role })),
    ),
  ];
}

/** Whom no text can reach while they hold a role. Who stands in from general is named under general. */
function mutesOf(
  active: ReadonlyMap<string, Responder>,
  lines: Lines,
  trade: Trade,
  role: ShiftRole,
  scope: Scope,
): readonly (Stretch & { readonly responderId: string })[] {
  const mute = lines
    .effective({ trade, role, ...scope })
    .filter((duty) => duty.trade === trade && active.get(duty.responderId)?.phone === null)
    .map(({ responderId, startsAt, endsAt }) => ({ responderId, startsAt, endsAt }));
  return together(
    mute,
    [],
    (each) => each,
    (a, b) => a.responderId === b.responderId,
  );
}

const kept = new WeakMap<readonly Responder[], ReadonlyMap<string, Responder>>();

/** Who can be called, by id; sorted once per list, which is never written to. */
export function activeIn(responders: readonly Responder[]): ReadonlyMap<string, Responder> {
  const known = kept.get(responders);
  if (known !== undefined) return known;
  const active = new Map(responders.filter((each) => each.active).map((each) => [each.id, each]));
  kept.set(responders, active);
  return active;
}

/** From the first night a stretch touches to the last, cut to it; null where it touches none. */
export function withinNights({ startsAt, endsAt }: Stretch, nights: readonly Stretch[]): Stretch | null {
  const first = nights.find((night) => night.endsAt > startsAt);
  const last = nights.findLast((night) => night.startsAt < endsAt);
  if (first === undefined || last === undefined || first.startsAt >= endsAt) return null;
  return { startsAt: Math.max(startsAt, first.startsAt), endsAt: Math.min(endsAt, last.endsAt) };
}

/** The one scope it was seen in, or else the smallest that holds all these properties. */
function scopeHolding(facts: CoverFacts, seen: readonly Scope[], properties: readonly Property[]): Scope {
  const [only, ...others] = seen;
  if (only !== undefined && others.length === 0) return only;
  const groups = new Set(properties.map(({ id }) => facts.sources.groups[id] ?? null));
  const [group = null] = groups;
  return groups.size === 1 ? { propertyId: null, group } : COMPANY;
}
