import type { FeedsView, ReadinessLevel } from '#shared/contract';
import { isStale, useText, useZone, whenOf } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { coreNow, go } from '../../stores/index.ts';
import { CheckCard } from './check-card.tsx';

/** How the live calendars stand: one that cannot be read, or a title in one that means nobody, may leave a hole. */
export function calendarsLevel(view: FeedsView | null): ReadinessLevel {
  if (view === null) return 'ok';
  const now = coreNow();
  return view.unmapped.length > 0 || view.feeds.some((feed) => isStale(feed, now)) ? 'warn' : 'ok';
}

/** Nothing where there are none: most desks have none. */
export function CalendarsCheck({ view }: { readonly view: FeedsView | null }) {
  const { t, language, pick } = useText();
  const zone = useZone();
  if (view === null || view.feeds.length === 0) return null;
  const level = calendarsLevel(view);
  const now = coreNow();
  const stale = view.feeds.filter((feed) => isStale(feed, now));
  const lines = stale.map(({ feed, checkedAt, trouble }) =>
    [
      checkedAt === null
        ? t('readiness.calendarNever', { name: feed.name })
        : t('readiness.calendarOld', { name: feed.name, time: whenOf(checkedAt, now, zone, language) }),
      ...(trouble ? [pick(trouble)] : []),
    ].join(' '),
  );
  const unmapped = view.unmapped.length;
  return (
    <CheckCard
      title={t('readiness.check.calendars')}
      level={level}
      words={t(stale.length === 0 ? 'readiness.calendarsOk' : 'readiness.calendarsSome', { count: view.feeds.length })}
      lines={unmapped > 0 ? [...lines, t('feeds.unmapped', { count: unmapped })] : lines}
    >
      {level !== 'ok' && (
        <ActionButton
          label={t('readiness.open', { screen: t('oncall.feeds') })}
          onPress={() => go('oncall', 'feeds')}
        />
      )}
    </CheckCard>
  );
}
