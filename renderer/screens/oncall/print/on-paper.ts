import type { CalendarView, Responder } from '#shared/contract';
import type { Stretch } from '../plan-key.ts';
import { gapKind } from '../timeline.ts';

const touches = (each: Stretch, stretch: Stretch) => each.startsAt < stretch.endsAt && each.endsAt > stretch.startsAt;

/** Whoever is on in a stretch, by name. */
export function numbersOf(calendar: CalendarView, stretch: Stretch): readonly Responder[] {
  const ids = new Set(calendar.duties.filter((duty) => touches(duty, stretch)).map((duty) => duty.responderId));
  return calendar.responders.filter(({ id }) => ids.has(id)).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The stretches in which really nobody is on, cut to the stretch; what is accepted or lent is none. */
export function openGaps(calendar: CalendarView, stretch: Stretch): CalendarView['gaps'] {
  return calendar.gaps
    .filter((gap) => gapKind(gap) === 'gap' && touches(gap, stretch))
    .map((gap) => ({
      ...gap,
      startsAt: Math.max(gap.startsAt, stretch.startsAt),
      endsAt: Math.min(gap.endsAt, stretch.endsAt),
    }))
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
