import type { Duty, ScheduleSources, TimeOff } from '#shared/contract';
import { effectiveSchedule, finalSchedule } from '#shared/oncall';
import { planKeyOf, type Stretch } from '../plan-key.ts';

/** What somebody is on for in a stretch, by the final schedule: what their going away leaves open. */
export function leftOpen(sources: ScheduleSources, responderId: string, stretch: Stretch): readonly Duty[] {
  return finalSchedule(sources, stretch.startsAt, stretch.endsAt).filter(
    // A cover holds against time off: whoever took it on while it was known has said that they are there.
    (duty) => duty.responderId === responderId && duty.source.kind !== 'vendor',
  );
}

/** Who is called in a part of what is left open; a null duty is nobody. */
export type Instead = Stretch & { readonly duty: Duty | null };

/** Who would be called for a duty once its holder is away: the substitute, a wider line, general, a vendor, or nobody. */
export function calledInstead(
  sources: ScheduleSources,
  away: Pick<TimeOff, 'responderId' | 'substituteId'> & Stretch,
  duty: Duty,
): readonly Instead[] {
  const wanted = { id: '', ...away, reason: '', by: '', createdAt: Number.MAX_SAFE_INTEGER };
  const then = { ...sources, timeOff: [...sources.timeOff, wanted] };
  const parts: Instead[] = [];
  const put = (startsAt: number, endsAt: number, by: Duty | null) => {
    const last = parts.at(-1);
    if (startsAt >= endsAt) return;
    if (last && last.duty?.responderId === by?.responderId && last.duty?.trade === by?.trade)
      parts[parts.length - 1] = { ...last, endsAt };
    else parts.push({ startsAt, endsAt, duty: by });
  };
  let reached = duty.startsAt;
  for (const by of effectiveSchedule(then, planKeyOf(duty), duty.startsAt, duty.endsAt)) {
    put(reached, by.startsAt, null);
    put(by.startsAt, by.endsAt, by);
    reached = by.endsAt;
  }
  put(reached, duty.endsAt, null);
  return parts;
}
