import type { CoverFinding, Instant, Property, Readiness, Stretch } from '#shared/contract';
import {
  activeIn,
  callableLines,
  type CoverFacts as FactsOfCover,
  nightOf,
  placesOf,
  type Shortfall,
  shortfallsOf,
} from '#shared/oncall';

const DAY_MS = 24 * 60 * 60_000;

export type CoverFacts = FactsOfCover & { readonly now: Instant };

const KINDS = ['nobody', 'noPrimary', 'noBackup', 'onePerson'] as const satisfies readonly CoverFinding['kind'][];

/** Whether every trade at every property has a primary and a backup tonight, each a person of their own. */
export function coverTonight(facts: CoverFacts): Readiness['cover'] {
  const { now, properties } = facts;
  const nightsOf = tonightFrom(now);
  const nights = properties.flatMap(nightsOf);
  const from = Math.min(...nights.map((night) => night.startsAt), nights.length === 0 ? now : Infinity);
  const to = Math.max(...nights.map((night) => night.endsAt), nights.length === 0 ? now : 0);
  const found = from < to ? shortfallsOf(facts, callableLines(facts, from, to), nightsOf, from, to) : [];
  const findings = found
    .flatMap((each) => findingOf(facts, each))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.startsAt - b.startsAt);
  return { level: levelOf(properties.length, findings), properties: properties.length, from, to, findings };
}

/** Tonight of a property: from now or its night's begin until the night's end, a day at most. */
function tonightFrom(now: Instant): (property: Property) => readonly Stretch[] {
  const known = new Map<string, readonly Stretch[]>();
  return ({ zone, nightStart, nightEnd }) => {
    const name = `${nightStart} ${nightEnd} ${zone}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const night = nightOf(zone, nightStart, nightEnd, now);
    const startsAt = Math.max(now, night.startsAt);
    const tonight = [{ startsAt, endsAt: Math.min(night.endsAt, startsAt + DAY_MS) }];
    known.set(name, tonight);
    return tonight;
  };
}

function findingOf(facts: CoverFacts, shortfall: Shortfall): readonly CoverFinding[] {
  const { kind, trade, startsAt, endsAt, responderId, accepted, properties } = shortfall;
  // Who has no number is told by another check, with the steps of the ladders.
  if (kind === 'noNumber') return [];
  const name = responderId === null ? '' : (activeIn(facts.responders).get(responderId)?.name ?? '');
  return [{ kind, trade, startsAt, endsAt, name, places: placesOf(facts, properties), accepted }];
}

/** What somebody has accepted by name is told, but is no reason to look again. */
function levelOf(properties: number, findings: readonly CoverFinding[]): Readiness['cover']['level'] {
  if (properties === 0) return 'unknown';
  const open = findings.filter((finding) => finding.accepted === null);
  if (open.some((finding) => finding.kind === 'nobody')) return 'bad';
  return open.length > 0 ? 'warn' : 'ok';
}
