import type { ResponderHazard } from '#shared/messages';
import { keepsEverybodyOut } from '#shared/triage';
import type { IncidentState } from './state.ts';

/** Somebody's life is in danger in the unit itself or in one of its house. */
export function endangersLife({ verdict, parts }: IncidentState): boolean {
  return verdict.lifeSafety !== null || parts.some((each) => each.lifeSafety !== null);
}

/** What endangers whoever goes there, in whichever unit it is; nobody going in at all is the graver of the two. */
export function hazardOf({ verdict, parts }: IncidentState): ResponderHazard | null {
  const kinds = [verdict.lifeSafety, ...parts.map((each) => each.lifeSafety)];
  if (kinds.some(keepsEverybodyOut)) return 'doNotEnter';
  return kinds.includes('electric') ? 'electric' : null;
}

/** A danger of which whoever was texted before has not read. */
export function freshHazard(before: ResponderHazard | null, state: IncidentState): ResponderHazard | null {
  const now = hazardOf(state);
  return now === before || before === 'doNotEnter' ? null : now;
}
