import type { Instant, ScheduleSources } from '#shared/contract';
import { dayAt, effectiveSchedule, instantOfWallTime } from '#shared/oncall';
import type { PlanKey } from '../plan-key.ts';

const MOST_DAYS = 7;

/** Until when it is accepted at first that nobody is called: the end of the gap, at most a morning a week away. */
export function openUntil(sources: ScheduleSources, key: PlanKey, startsAt: Instant, zone: string): Instant {
  const latest = instantOfWallTime(zone, dayAt(zone, startsAt) + MOST_DAYS, '08:00');
  const next = effectiveSchedule(sources, key, startsAt, latest).find((duty) => duty.startsAt > startsAt);
  return next?.startsAt ?? latest;
}
