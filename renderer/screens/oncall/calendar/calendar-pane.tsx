import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { SHIFT_ROLES, TRADES } from '#shared/contract';
import { dayOf } from '#shared/oncall';
import { shortName, tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { type Day, daysFrom, markedStretch } from '../timeline.ts';
import { dateOfInstant, fieldOf } from '../wall-input.ts';
import { ScheduleCalendar } from './calendar.tsx';
import { blocksOf, type CalendarFilter } from './calendar-events.ts';
import './calendar.css';

/** The final schedule as a week or a month; days drawn over with the mouse are covered. */
export function CalendarPane(props: {
  readonly span: 'week' | 'month';
  readonly days: readonly Day[];
  readonly isKeyed: boolean;
}) {
  const { span, days, isKeyed } = props;
  const { t, pick } = useText();
  const { calendar, people, zone, now, open, staffName } = usePlan();
  const { where } = useKeyWords();
  const [filter, setFilter] = useState<CalendarFilter>({ trade: 'all', role: span === 'month' ? 'primary' : 'all' });
  useKeys(
    {
      c: () => open({ kind: 'cover', draft: null }),
      o: () => open({ kind: 'takeOver', key: null }),
      w: () => open({ kind: 'swap', draft: null }),
      g: () => open({ kind: 'gap', draft: null }),
    },
    isKeyed,
  );
  const blocks = blocksOf(calendar, days[0]?.startsAt ?? 0, filter, {
    trade: (trade) => t(`words.trade.${trade}`),
    role: (role) => t(`words.role.${role}`),
    person: (id) => {
      const person = people.get(id);
      return { name: shortName(person?.name ?? id), hue: person?.hue ?? 0 };
    },
    nobody: t('oncall.nobody'),
    byGeneral: t('oncall.byGeneral'),
    byVendor: t('oncall.byVendor'),
    accepted: (id) => t('oncall.acceptedBy', { name: staffName(id) }),
    mark: { cover: t('oncall.mark.cover'), timeOff: t('oncall.mark.timeOff'), vendor: t('oncall.mark.vendor') },
    place: where,
    cost: (gap) => pick(gap.cost),
  });
  const draw = (first: string, after: string) => {
    const count = dayOf(after) - dayOf(first);
    const drawn = daysFrom(zone, dayOf(first), count);
    const [from, to] = [drawn[0], drawn.at(-1)];
    const key = {
      trade: filter.trade === 'all' ? ('plumbing' as const) : filter.trade,
      role: filter.role === 'all' ? ('primary' as const) : filter.role,
      propertyId: null,
      group: null,
    };
    const draft = from && to ? markedStretch({ ...key, key: '', bars: [] }, from, to, zone, now) : null;
    if (draft === null) return tell(t('oncall.isOver'), 'hint');
    open({ kind: 'cover', draft });
  };
  // A week into the window is always inside the month it shows.
  const anchor = days[span === 'month' ? 7 : 0]?.startsAt ?? now;
  return (
    <>
      <div className="schedule-filter">
        <Filters filter={filter} onFilter={setFilter} />
        <span className="faint schedule-hint">{t('oncall.drawHint')}</span>
        <ActionButton label={t('oncall.cover')} cap="C" onPress={() => open({ kind: 'cover', draft: null })} />
        <ActionButton label={t('oncall.takeOver')} cap="O" onPress={() => open({ kind: 'takeOver', key: null })} />
        <ActionButton label={t('oncall.swap')} cap="W" onPress={() => open({ kind: 'swap', draft: null })} />
      </div>
      <ScheduleCalendar
        span={span}
        date={dateOfInstant(anchor, zone)}
        nowField={fieldOf(now, zone)}
        blocks={blocks}
        onDraw={draw}
      />
    </>
  );
}

function Filters(props: { readonly filter: CalendarFilter; readonly onFilter: (filter: CalendarFilter) => void }) {
  const { filter, onFilter } = props;
  const { t } = useText();
  return (
    <>
      <NativeSelect
        aria-label={t('oncall.field.trade')}
        value={filter.trade}
        data={[
          { value: 'all', label: t('oncall.allTrades') },
          ...TRADES.map((trade) => ({ value: trade, label: t(`words.trade.${trade}`) })),
        ]}
        // The options are the trades and `all`.
        onChange={(event) => onFilter({ ...filter, trade: event.currentTarget.value as CalendarFilter['trade'] })}
      />
      <NativeSelect
        aria-label={t('oncall.field.role')}
        value={filter.role}
        data={[
          { value: 'all', label: t('oncall.bothRoles') },
          ...SHIFT_ROLES.map((role) => ({ value: role, label: t(`words.role.${role}`) })),
        ]}
        // The options are the roles and `all`.
        onChange={(event) => onFilter({ ...filter, role: event.currentTarget.value as CalendarFilter['role'] })}
      />
    </>
  );
}
