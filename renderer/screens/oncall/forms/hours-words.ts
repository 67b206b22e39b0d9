import type { DutyHours } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { WEEKDAYS } from '../views.ts';
import { runsOf } from './duty-hours.ts';

/** Writes hours of duty: `Mon–Fri 17:00 to 08:00 · Sat–Sun all day`. */
export function useHoursWords(): (hours: readonly DutyHours[]) => string {
  const { t } = useText();
  const day = (number: number) => t(`oncall.shortDay.${WEEKDAYS[number - 1] ?? 'mon'}`);
  const days = (weekdays: readonly number[]) =>
    runsOf(weekdays)
      .map(([first, last]) => (first === last ? day(first) : `${day(first)}–${day(last)}`))
      .join(', ');
  return (hours) =>
    hours.length === 0
      ? t('planning.allHours')
      : hours
          .map(({ weekdays, from, to }) =>
            from === to
              ? t('planning.hoursWhole', { days: days(weekdays), from })
              : t('planning.hoursSpan', { days: days(weekdays), from, to }),
          )
          .join(' · ');
}
