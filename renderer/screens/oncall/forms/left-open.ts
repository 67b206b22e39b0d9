import type { Duty, ScheduleSources } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import type { Stretch } from '../plan-key.ts';

/** What somebody is on for in a stretch, by the final schedule: what their going away leaves open. */
export function leftOpen(sources: ScheduleSources, responderId: string, stretch: Stretch): readonly Duty[] {
  return finalSchedule(sources, stretch.startsAt, stretch.endsAt).filter(
    // A cover holds against time off: whoever took it on while it was known has said that they are there.
    (duty) => duty.responderId === responderId && duty.source.kind !== 'vendor',
  );
}
