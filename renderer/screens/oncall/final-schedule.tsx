import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type CalendarView, SHIFT_ROLES, TRADES } from '#shared/contract';
import { shortName, useKeys, useText } from '../../app/index.ts';
import { ScheduleCalendar } from './calendar.tsx';
import { blocksOf, type CalendarFilter } from './calendar-events.ts';
import { CellDetail } from './cell-detail.tsx';
import type { Person } from './people.ts';
import { type CoverDraft, coverDraftOf, type Day, linesOf } from './timeline.ts';
import { type Cell, TradeGrid } from './trade-grid.tsx';
import type { View } from './views.ts';
import { dateOfInstant, fieldOf } from './wall-input.ts';

type FinalScheduleProps = {
  readonly view: View;
  readonly calendar: CalendarView;
  readonly days: readonly Day[];
  readonly now: number;
  readonly people: ReadonlyMap<string, Person>;
  readonly placeName: (propertyId: string) => string;
  readonly onCover: (draft: CoverDraft | null) => void;
  /** Off while a form is open. */
  readonly isKeyed: boolean;
};

/** Who is on in the end, as trades by day, week or month. */
export function FinalSchedule(props: FinalScheduleProps) {
  const { t } = useText();
  return (
    <section id="final-schedule" role="tabpanel" aria-label={t('oncall.final')} className="final-schedule">
      {props.view === 'grid' ? <GridView {...props} /> : <CalendarPane {...props} span={props.view} />}
    </section>
  );
}

function GridView(props: FinalScheduleProps) {
  const { calendar, days, now, people, placeName, onCover, isKeyed } = props;
  const [cell, setCell] = useState<Cell>({ line: 0, day: 0 });
  const { zone } = calendar;
  const lines = linesOf(calendar, days[0]?.startsAt ?? 0, days.at(-1)?.endsAt ?? 0);
  const line = lines[Math.min(cell.line, lines.length - 1)];
  const day = days[Math.min(cell.day, days.length - 1)];
  const coverOf = (at: Cell) => {
    const ofLine = lines[at.line];
    const onDay = days[at.day];
    if (ofLine && onDay) onCover(coverDraftOf(ofLine, onDay, zone, now));
  };
  useKeys({ c: () => coverOf(cell) }, isKeyed);
  return (
    <>
      <TradeGrid
        lines={lines}
        days={days}
        zone={zone}
        people={people}
        placeName={placeName}
        cell={cell}
        onCell={setCell}
        onCover={coverOf}
      />
      <CellDetail
        line={line}
        day={day}
        zone={zone}
        people={people}
        placeName={placeName}
        onCover={() => coverOf(cell)}
      />
    </>
  );
}

function CalendarPane(props: FinalScheduleProps & { readonly span: 'week' | 'month' }) {
  const { span, calendar, days, now, people, placeName, onCover, isKeyed } = props;
  const { t, pick } = useText();
  const [filter, setFilter] = useState<CalendarFilter>({ trade: 'all', role: span === 'month' ? 'primary' : 'all' });
  useKeys({ c: () => onCover(null) }, isKeyed);
  const blocks = blocksOf(calendar, days[0]?.startsAt ?? 0, filter, {
    trade: (trade) => t(`words.trade.${trade}`),
    role: (role) => t(`words.role.${role}`),
    person: (id) => {
      const person = people.get(id);
      return { name: shortName(person?.name ?? id), hue: person?.hue ?? 0 };
    },
    nobody: t('oncall.nobody'),
    byGeneral: t('oncall.byGeneral'),
    cover: t('oncall.coverMark'),
    place: placeName,
    cost: (gap) => pick(gap.cost),
  });
  // A week into the window is always inside the month it shows.
  const anchor = days[span === 'month' ? 7 : 0]?.startsAt ?? now;
  return (
    <>
      <div className="schedule-filter">
        <NativeSelect
          aria-label={t('oncall.field.trade')}
          value={filter.trade}
          data={[
            { value: 'all', label: t('oncall.allTrades') },
            ...TRADES.map((trade) => ({ value: trade, label: t(`words.trade.${trade}`) })),
          ]}
          // The options are the trades and `all`.
          onChange={(event) => setFilter({ ...filter, trade: event.currentTarget.value as CalendarFilter['trade'] })}
        />
        <NativeSelect
          aria-label={t('oncall.field.role')}
          value={filter.role}
          data={[
            { value: 'all', label: t('oncall.bothRoles') },
            ...SHIFT_ROLES.map((role) => ({ value: role, label: t(`words.role.${role}`) })),
          ]}
          // The options are the roles and `all`.
          onChange={(event) => setFilter({ ...filter, role: event.currentTarget.value as CalendarFilter['role'] })}
        />
      </div>
      <ScheduleCalendar
        span={span}
        date={dateOfInstant(anchor, calendar.zone)}
        nowField={fieldOf(now, calendar.zone)}
        blocks={blocks}
      />
    </>
  );
}
