import type { Duty, Instant, ScheduleSources } from '#shared/contract';
import type { DutyKey } from './scope.ts';
import { effectiveSchedule } from './who-is-on.ts';

/**
 * The duties in `[from, to)` by which `responderId` holds the other role of `key`: primary and backup would then be one
 * person, and nobody stands behind. Cut to the window, in order of time.
 */
export function doubledDuties(
  sources: ScheduleSources,
  key: DutyKey,
  responderId: string,
  from: Instant,
  to: Instant,
): readonly Duty[] {
  const other = { ...key, role: key.role === 'primary' ? ('backup' as const) : ('primary' as const) };
  return effectiveSchedule(sources, other, from, to).filter((duty) => duty.responderId === responderId);
}
