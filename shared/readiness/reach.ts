import type { Instant, ReachFinding, Readiness, Responder, ScheduleSources, TargetSpec, Tier } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';

export type ReachFacts = {
  readonly sources: ScheduleSources;
  readonly responders: readonly Responder[];
  /** The steps of the ladders in use that are aimed at a role, a vendor or a person, and whom each names now. */
  readonly steps: readonly {
    readonly tier: Tier;
    readonly target: TargetSpec;
    readonly people: readonly { readonly name: string; readonly hasNumber: boolean }[];
  }[];
};

/** Whom a text cannot reach tonight: on call without a number, or a step that names nobody. */
export function reachTonight(facts: ReachFacts, from: Instant, to: Instant): Readiness['people'] {
  const { sources, responders, steps } = facts;
  const findings: ReachFinding[] = [];
  const seen = new Set<string>();
  const add = (finding: ReachFinding): void => {
    const key = JSON.stringify(finding);
    if (!seen.has(key)) findings.push(finding);
    seen.add(key);
  };
  for (const { responderId, trade, role } of finalSchedule(sources, from, to)) {
    const person = responders.find((each) => each.id === responderId);
    if (person?.active && person.phone === null) add({ kind: 'onCallWithoutNumber', name: person.name, trade, role });
  }
  for (const { tier, target, people } of steps) {
    if (people.length === 0) add({ kind: 'stepWithoutPerson', tier, target });
    for (const { name, hasNumber } of people) if (!hasNumber) add({ kind: 'stepWithoutNumber', name, tier, target });
  }
  const isBad = findings.some((finding) => finding.kind === 'onCallWithoutNumber');
  return { level: isBad ? 'bad' : findings.length > 0 ? 'warn' : 'ok', findings };
}
