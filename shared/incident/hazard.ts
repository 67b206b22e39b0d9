import type { LifeSafetyKind } from '#shared/contract';
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

/** How a danger to life weighs for whoever goes there: nobody enters, live power, neither. */
function weightOf(kind: LifeSafetyKind | null): number {
  if (keepsEverybodyOut(kind)) return 2;
  return kind === 'electric' ? 1 : 0;
}

/** The danger to go by once a later one is known: the later, unless the earlier is graver for whoever goes there. */
export function graverOf(earlier: LifeSafetyKind | null, later: LifeSafetyKind | null): LifeSafetyKind | null {
  return later === null || weightOf(earlier) > weightOf(later) ? earlier : later;
}

/** A danger of which whoever was texted before has not read. */
export function freshHazard(before: ResponderHazard | null, state: IncidentState): ResponderHazard | null {
  const now = hazardOf(state);
  return now === before || before === 'doNotEnter' ? null : now;
}
