import { type KeyboardEvent, useRef } from 'react';
import { dayOf, timeOf, useIsNarrow, useText } from '../../app/index.ts';
import { useNow } from '../../stores/index.ts';
import { barLabel } from './bar-label.ts';
import type { Person } from './people.ts';
import { type Bar, barsIn, type Day, type Line, placeOf } from './timeline.ts';

export type Cell = { readonly line: number; readonly day: number };

type TradeGridProps = {
  readonly lines: readonly Line[];
  readonly days: readonly Day[];
  readonly zone: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly placeName: (propertyId: string) => string;
  readonly cell: Cell;
  readonly onCell: (cell: Cell) => void;
  readonly onCover: (cell: Cell) => void;
};

/** Trades and roles down, days across: who holds what, gaps red, covers marked. Arrows walk the cells. */
export function TradeGrid(props: TradeGridProps) {
  const { lines, days, zone, cell, onCell } = props;
  const { t } = useText();
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = nextCell(event.key, cell, lines.length, days.length);
    if (next === null) return;
    event.preventDefault();
    onCell(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.line} ${next.day}"]`)?.focus();
  };
  return (
    <table className="trades" ref={table} aria-label={t('oncall.grid')}>
      <thead>
        <tr>
          <th className="trades-label">{t('oncall.tradeAndRole')}</th>
          {days.map((day) => (
            <DayHead key={day.day} day={day} zone={zone} />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <LineRow key={line.key} index={index} line={line} onMove={move} {...props} />
        ))}
      </tbody>
    </table>
  );
}

/** Where a key leads from a cell; null for every other key. */
export function nextCell(key: string, cell: Cell, lines: number, days: number): Cell | null {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowUp':
      return { ...cell, line: clamp(cell.line - 1, lines) };
    case 'ArrowDown':
      return { ...cell, line: clamp(cell.line + 1, lines) };
    case 'ArrowLeft':
      return { ...cell, day: clamp(cell.day - 1, days) };
    case 'ArrowRight':
      return { ...cell, day: clamp(cell.day + 1, days) };
    case 'Home':
      return { ...cell, day: 0 };
    case 'End':
      return { ...cell, day: days - 1 };
    default:
      return null;
  }
}

function DayHead({ day, zone }: { readonly day: Day; readonly zone: string }) {
  const { language } = useText();
  const now = useNow();
  const isToday = day.startsAt <= now && now < day.endsAt;
  return (
    <th className={`trades-day${isToday ? ' is-today' : ''}`} aria-current={isToday ? 'date' : undefined}>
      {dayOf(day.startsAt, zone, language)}
    </th>
  );
}

type LineRowProps = TradeGridProps & {
  readonly index: number;
  readonly line: Line;
  readonly onMove: (event: KeyboardEvent) => void;
};

function LineRow(props: LineRowProps) {
  const { line, days, people, placeName } = props;
  const { t } = useText();
  const isFirst = line.role === 'primary' && line.propertyId === null;
  const trade = t(`words.trade.${line.trade}`);
  return (
    <tr className={isFirst ? 'is-first' : undefined}>
      <th scope="row" className="trades-label">
        <span className="trades-names">
          {line.propertyId === null ? (
            <span className={isFirst ? 'trades-trade' : 'sr-only'}>{trade}</span>
          ) : (
            <span className="trades-place" title={`${trade} · ${placeName(line.propertyId)}`}>
              {placeName(line.propertyId)}
            </span>
          )}
          <span className="trades-role">{t(`words.role.${line.role}`)}</span>
        </span>
        <span className="trades-bars" aria-hidden="true">
          {line.bars.map((bar) => (
            <BarView key={`${bar.kind} ${bar.startsAt}`} bar={bar} days={days} people={people} />
          ))}
          <NowLine days={days} />
        </span>
      </th>
      {days.map((day, at) => (
        <td key={day.day}>
          <CellButton {...props} day={day} at={at} />
        </td>
      ))}
    </tr>
  );
}

function CellButton(props: LineRowProps & { readonly day: Day; readonly at: number }) {
  const { index, line, day, at, zone, people, placeName, cell, onCell, onCover, onMove } = props;
  const { t, language } = useText();
  const isOn = cell.line === index && cell.day === at;
  const here = { line: index, day: at };
  const hours = barsIn(line, day).map((bar) => {
    const starts = bar.startsAt > day.startsAt ? `${timeOf(bar.startsAt, zone)} ` : '';
    return `${starts}${barName(bar, people, t('oncall.nobody'), t('oncall.byGeneral'))}`;
  });
  const what = t('oncall.cell', {
    trade: t(`words.trade.${line.trade}`),
    role: t(`words.role.${line.role}`),
    day: dayOf(day.startsAt, zone, language),
  });
  return (
    <button
      type="button"
      className={`trades-cell${isOn ? ' is-on' : ''}`}
      data-cell={`${index} ${at}`}
      tabIndex={isOn ? 0 : -1}
      aria-label={`${what}${line.propertyId === null ? '' : `, ${placeName(line.propertyId)}`}: ${hours.join(', ')}`}
      title={hours.join(' · ')}
      aria-pressed={isOn}
      onKeyDown={onMove}
      onFocus={() => onCell(here)}
      onClick={() => onCell(here)}
      onDoubleClick={() => onCover(here)}
    />
  );
}

function barName(bar: Bar, people: ReadonlyMap<string, Person>, nobody: string, byGeneral: string): string {
  switch (bar.kind) {
    case 'duty':
      return people.get(bar.duty.responderId)?.name ?? bar.duty.responderId;
    case 'gap':
      return nobody;
    default:
      return byGeneral;
  }
}

type BarViewProps = {
  readonly bar: Bar;
  readonly days: readonly Day[];
  readonly people: ReadonlyMap<string, Person>;
};

function BarView({ bar, days, people }: BarViewProps) {
  const { t } = useText();
  const isNarrow = useIsNarrow();
  const { left, width } = placeOf(bar, days);
  const person = bar.kind === 'duty' ? people.get(bar.duty.responderId) : undefined;
  const isCover = bar.kind === 'duty' && bar.duty.source.kind === 'cover';
  const isMute = person !== undefined && !person.hasPhone;
  const kind = bar.kind === 'duty' ? `who-${person?.hue ?? 0}` : `bar-${bar.kind}`;
  return (
    <span
      className={`bar ${kind}${isCover ? ' is-cover' : ''}${isMute ? ' is-mute' : ''}`}
      style={{ left: `${left}%`, width: `${width}%` }}
    >
      <span className="bar-name">
        {barLabel(barName(bar, people, t('oncall.nobody'), t('oncall.byGeneral')), width, isNarrow)}
        {isCover && <span className="bar-mark"> {t('oncall.coverMark')}</span>}
        {isMute && <span className="bar-mark"> {t('oncall.noPhone')}</span>}
      </span>
    </span>
  );
}

function NowLine({ days }: { readonly days: readonly Day[] }) {
  const now = useNow();
  const isInView = days.some((day) => day.startsAt <= now && now < day.endsAt);
  if (!isInView) return null;
  return <span className="trades-now" style={{ left: `${placeOf({ startsAt: now, endsAt: now }, days).left}%` }} />;
}
