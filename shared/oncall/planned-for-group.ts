import type { Instant, ScheduleSources } from '#shared/contract';
import { spanOf } from './rotation.ts';

/** How many entries of the plan are for a group and not over. */
export function plannedForGroup(sources: ScheduleSources, group: string, now: Instant): number {
  const { shifts, covers, feedShifts, rotations, decisions } = sources;
  const dated = [...shifts, ...covers, ...feedShifts].filter((each) => each.group === group && each.endsAt > now);
  const turning = rotations.filter((each) => each.group === group && spanOf(each).endsAt > now);
  const decided = decisions.filter((each) => each.group === group && (each.until ?? Infinity) > now);
  return dated.length + turning.length + decided.length;
}
