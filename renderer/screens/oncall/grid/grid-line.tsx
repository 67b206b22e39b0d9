import type { KeyboardEvent } from 'react';
import { dayOf, timeOf, useText } from '../../../app/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { barsIn, type Day, type Line } from '../timeline.ts';
import { BarView, FindingMark, NowLine } from './bar-view.tsx';
import { findingsOf, useBarName, useFindingWords } from './bar-words.ts';
import type { TradeLines } from './folds.ts';
import { isMarked, narrowed } from './selection.ts';
import type { GridProps } from './trade-grid.tsx';

export type GridLineProps = GridProps & {
  readonly index: number;
  readonly line: Line;
  readonly group: TradeLines | undefined;
  /** The first of its trade. */
  readonly isFirst: boolean;
  readonly onMove: (event: KeyboardEvent) => void;
  readonly onPress: (line: number, day: number, isExtending: boolean) => void;
  readonly onDraw: (day: number) => void;
};

export function GridLine(props: GridLineProps) {
  const { line, days, isFirst } = props;
  const { outlook, properties } = usePlan();
  const findings = findingsOf(outlook?.findings ?? [], line, properties.length);
  return (
    <tr className={isFirst ? 'is-first' : undefined}>
      <th scope="row" className="trades-label">
        <LineName {...props} />
        <span className="trades-bars" aria-hidden="true">
          {line.bars.map((bar) => (
            <BarView key={`${bar.kind} ${bar.startsAt}`} bar={bar} days={days} />
          ))}
          {findings.map((finding) => (
            <FindingMark key={`${finding.kind} ${finding.startsAt}`} finding={finding} days={days} />
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

function LineName({ line, group, isFirst, onFold }: GridLineProps) {
  const { t } = useText();
  const { where } = useKeyWords();
  const trade = t(`words.trade.${line.trade}`);
  const place = where(line);
  const below = group?.below.length ?? 0;
  // In the last line of the company's own, whose left is free.
  const canFold = below > 0 && group?.own.at(-1)?.key === line.key;
  return (
    <span className="trades-names">
      {place === null ? (
        <span className={isFirst ? 'trades-trade' : 'sr-only'}>{trade}</span>
      ) : (
        <span className="trades-place" title={`${trade} · ${place}`}>
          {isFirst && <b>{trade} </b>}
          {place}
        </span>
      )}
      {canFold && (
        <button
          type="button"
          className="trades-fold"
          aria-expanded={group?.isOpen}
          title={t('oncall.foldHint', { count: below })}
          onClick={() => onFold(line.trade)}
        >
          {group?.isOpen ? '▾' : '▸'} {below}
          <span className="sr-only"> {t('oncall.foldHint', { count: below })}</span>
        </button>
      )}
      <span className="trades-role">{t(`words.role.${line.role}`)}</span>
    </span>
  );
}

function CellButton(props: GridLineProps & { readonly day: Day; readonly at: number }) {
  const { index, line, day, at, mark, onMark, onOpen, onMove, onPress, onDraw } = props;
  const { t, language } = useText();
  const { zone, outlook, now, properties } = usePlan();
  const { where } = useKeyWords();
  const name = useBarName();
  const finding = useFindingWords();
  const isHere = mark.line === index && mark.day === at;
  const isOn = isMarked(mark, index, at);
  const hours = barsIn(line, day).map((bar) => {
    const starts = bar.startsAt > day.startsAt ? `${timeOf(bar.startsAt, zone)} ` : '';
    return `${starts}${name(bar)}`;
  });
  const found = findingsOf(outlook?.findings ?? [], line, properties.length)
    .filter((each) => each.startsAt < day.endsAt && each.endsAt > day.startsAt)
    .map(finding);
  const what = t('oncall.cell', {
    trade: t(`words.trade.${line.trade}`),
    role: t(`words.role.${line.role}`),
    day: dayOf(day.startsAt, zone, language),
  });
  const said = [...hours, ...new Set(found)];
  const place = where(line);
  return (
    <button
      type="button"
      className={`trades-cell${isOn ? ' is-on' : ''}${isHere ? ' is-here' : ''}${day.endsAt <= now ? ' is-past' : ''}`}
      data-cell={`${index} ${at}`}
      tabIndex={isHere ? 0 : -1}
      aria-label={`${what}${place === null ? '' : `, ${place}`}: ${said.join(', ')}`}
      title={said.join(' · ')}
      aria-pressed={isOn}
      onKeyDown={onMove}
      onClick={() => {
        if (!isOn) onMark({ line: index, day: at, from: at });
      }}
      onPointerDown={(event) => {
        if (event.button === 0) onPress(index, at, event.shiftKey);
      }}
      onPointerEnter={() => onDraw(at)}
      onDoubleClick={() => onOpen(narrowed({ line: index, day: at, from: at }))}
    />
  );
}
