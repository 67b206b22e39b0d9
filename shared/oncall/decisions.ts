import type { Duty, GapDecision, Instant, ScheduleSources, Stretch } from '#shared/contract';
import { absencesOf, withoutAbsent } from './absence.ts';
import { decisionsByLine } from './entries.ts';
import { clipped, isDuty, NOTHING, topmost } from './layers.ts';
import { type LineKey, lineName, scopesFrom } from './scope.ts';

/** A decision about a gap, where it is the one that counts. */
export type InForce = Stretch & { readonly decision: GapDecision };

/**
 * Which decision of a kind counts for a key in `[from, to)`, as a line: the property's before its group's before the
 * company's, of one scope the one entered later.
 */
function decisionsInForce(
  sources: ScheduleSources,
  kind: GapDecision['kind'],
  key: LineKey,
  from: Instant,
  to: Instant,
): readonly InForce[] {
  if (sources.decisions.length === 0) return NOTHING;
  const lines = decisionsByLine(sources.decisions);
  const decided = scopesFrom(sources.groups, key)
    .toReversed()
    .flatMap((scope) => lines.of(lineName({ ...key, ...scope })))
    .filter((decision) => decision.kind === kind)
    .map((decision) => ({ startsAt: decision.createdAt, endsAt: decision.until ?? Infinity, decision }));
  return topmost(clipped(decided, from, to));
}

/** The vendor named for a key, or their substitute; whether somebody comes before is another question. */
export function vendorLine(sources: ScheduleSources, key: LineKey, from: Instant, to: Instant): readonly Duty[] {
  const named = decisionsInForce(sources, 'vendor', key, from, to).flatMap(({ startsAt, endsAt, decision }) => {
    if (decision.kind !== 'vendor') return [];
    const { id, trade, role, propertyId, group, responderId } = decision;
    return [{ trade, role, propertyId, group, responderId, startsAt, endsAt, source: { kind: 'vendor', id } } as const];
  });
  // A vendor stands for whatever comes, as a plan does: being away counts whenever it was entered.
  return withoutAbsent(named, absencesOf(sources.timeOff), -Infinity).filter(isDuty);
}

/** Where a gap of a key is accepted by name, should there be one. */
export function acceptedLine(sources: ScheduleSources, key: LineKey, from: Instant, to: Instant): readonly InForce[] {
  return decisionsInForce(sources, 'accepted', key, from, to);
}
