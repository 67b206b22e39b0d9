import type { Duty, ScheduleSources } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import { keyOf, type PlanKey, type Stretch } from '../plan-key.ts';

/** The first duty of each narrower line that a cover of `key` does not touch: at those places somebody else stays on. */
export function narrowerDuties(sources: ScheduleSources, key: PlanKey, stretch: Stretch): readonly Duty[] {
  if (key.propertyId !== null) return [];
  const isNarrower = ({ propertyId, group }: Duty) =>
    key.group === null
      ? propertyId !== null || group !== null
      : propertyId !== null && sources.groups[propertyId] === key.group;
  const found = finalSchedule(sources, stretch.startsAt, stretch.endsAt).filter(
    (duty) => duty.trade === key.trade && duty.role === key.role && isNarrower(duty),
  );
  return found.filter((duty, index) => found.findIndex((each) => keyOf(each) === keyOf(duty)) === index);
}
