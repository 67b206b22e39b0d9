import { dayOf, useIsNarrow, useText, useZone } from '../../app/index.ts';
import { ActionButton, PillTabs } from '../../parts/index.ts';
import { countsOf } from './ahead/weigh.ts';
import { usePlan } from './plan-context.tsx';
import type { View } from './views.ts';
import { zoneNamesOf } from './wall-input.ts';

const MINUTE_MS = 60_000;
const COUNTS = ['7', '14'] as const;

type ScheduleBarProps = {
  readonly view: View;
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly count: 7 | 14;
  readonly onShift: (shift: number) => void;
  readonly onCount: (count: 7 | 14) => void;
  readonly onAhead: () => void;
};

/** Which days are in view, in which zone, how to see others, and whether something ahead wants a person. */
export function ScheduleBar({ view, from, to, shift, count, onShift, onCount, onAhead }: ScheduleBarProps) {
  const { t, language } = useText();
  const zone = useZone();
  return (
    <div className="schedule-bar">
      <ActionButton label={t('oncall.earlier')} cap="PgUp" onPress={() => onShift(shift - 1)} />
      <ActionButton label={t('oncall.today')} cap="T" onPress={() => onShift(0)} isDisabled={shift === 0} />
      <ActionButton label={t('oncall.later')} cap="PgDn" onPress={() => onShift(shift + 1)} />
      <b className="schedule-span">
        {dayOf(from, zone, language)} – {dayOf(to - MINUTE_MS, zone, language)}
      </b>
      <Zone from={from} to={to} />
      <span className="at-end schedule-end">
        <AheadButton onPress={onAhead} />
        {view === 'grid' && (
          <PillTabs
            label={t('oncall.view')}
            tabs={COUNTS.map((each) => ({ id: each, label: t('oncall.days', { count: Number(each) }) }))}
            current={count === 7 ? '7' : '14'}
            onPick={(each) => onCount(each === '7' ? 7 : 14)}
            controls="final-schedule"
          />
        )}
      </span>
    </div>
  );
}

/** In which zone the times are; where there is little room, by its abbreviation. */
function Zone({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useText();
  const zone = useZone();
  const isNarrow = useIsNarrow();
  const abbreviation = zoneNamesOf(from, to, zone);
  const words = t('oncall.zone', { abbreviation, zone });
  return (
    <span className="dim" title={words}>
      {isNarrow ? abbreviation : words}
    </span>
  );
}

/** How many things of the next 14 days want a person; leads to them. */
function AheadButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useText();
  const { outlook, feeds, calendar, properties, now } = usePlan();
  if (!outlook) return null;
  const { bad, warn } = countsOf(outlook, feeds, calendar.idleCoverIds.length, properties.length, now);
  const tone = bad > 0 ? 'red' : warn > 0 ? 'amber' : 'dim';
  const words = t('ahead.summary', { count: bad + warn });
  return <ActionButton label={<span className={tone}>{words}</span>} cap="D" onPress={onPress} />;
}
