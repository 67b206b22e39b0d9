import {
  type CoverFinding,
  type Instant,
  type Property,
  type Readiness,
  type Responder,
  type ScheduleSources,
  TRADES,
} from '#shared/contract';
import { type Coverage, coverageOf, nightOf } from '#shared/oncall';

const DAY_MS = 24 * 60 * 60_000;

export type CoverFacts = {
  readonly now: Instant;
  readonly sources: ScheduleSources;
  readonly properties: readonly Property[];
  readonly responders: readonly Responder[];
};

/** Properties whose tonight is the same: one look at the schedule serves them all. */
type Group = {
  readonly propertyId: string | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly names: string[];
};

const KINDS = ['nobody', 'noPrimary', 'noBackup', 'onePerson'] as const satisfies readonly (keyof Coverage)[];

/** Whether every trade at every property has a primary and a backup tonight, each a person of their own. */
export function coverTonight(facts: CoverFacts): Readiness['cover'] {
  const { now, sources, properties, responders } = facts;
  const names = new Map(responders.filter((each) => each.active).map((each) => [each.id, each.name]));
  const groups = groupsOf(facts);
  const found = new Map<string, CoverFinding & { readonly at: string[] }>();
  for (const { propertyId, from, to, names: places } of groups) {
    for (const trade of TRADES) {
      const coverage = coverageOf(sources, { trade, propertyId }, from, to, (id) => names.has(id));
      for (const kind of KINDS) {
        for (const stretch of coverage[kind]) {
          const { startsAt, endsAt } = stretch;
          const name = 'responderId' in stretch ? (names.get(stretch.responderId) ?? '') : '';
          const key = `${kind} ${trade} ${startsAt} ${endsAt} ${name}`;
          const finding = found.get(key) ?? { kind, trade, startsAt, endsAt, name, places: null, at: [] };
          finding.at.push(...places);
          found.set(key, finding);
        }
      }
    }
  }
  const findings = [...found.values()]
    .map(({ at, ...finding }) => ({ ...finding, places: at.length === properties.length ? null : at.toSorted() }))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.startsAt - b.startsAt);
  return {
    level: levelOf(properties.length, findings),
    properties: properties.length,
    from: Math.min(...groups.map((group) => group.from), groups.length === 0 ? now : Number.POSITIVE_INFINITY),
    to: Math.max(...groups.map((group) => group.to), groups.length === 0 ? now : 0),
    findings,
  };
}

/** Tonight of each property: from now or its night's begin until the night's end, a day at most. */
function groupsOf({ now, sources, properties }: CoverFacts): readonly Group[] {
  const own = new Set([...sources.shifts, ...sources.rotations, ...sources.covers].map((source) => source.propertyId));
  const groups = new Map<string, Group>();
  for (const { id, name, zone, nightStart, nightEnd } of properties) {
    const night = nightOf(zone, nightStart, nightEnd, now);
    const from = Math.max(now, night.startsAt);
    const to = Math.min(night.endsAt, from + DAY_MS);
    // Without duties of its own a property has the company's.
    const propertyId = own.has(id) ? id : null;
    const key = `${propertyId} ${from} ${to}`;
    const group = groups.get(key) ?? { propertyId, from, to, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function levelOf(properties: number, findings: readonly CoverFinding[]): Readiness['cover']['level'] {
  if (properties === 0) return 'unknown';
  if (findings.some((finding) => finding.kind === 'nobody')) return 'bad';
  return findings.length > 0 ? 'warn' : 'ok';
}
