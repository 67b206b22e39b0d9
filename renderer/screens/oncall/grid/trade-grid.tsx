import { type KeyboardEvent, useEffect, useRef } from 'react';
import { dayOf, useText } from '../../../app/index.ts';
import { useNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import type { Day, Line } from '../timeline.ts';
import type { TradeLines } from './folds.ts';
import { GridLine } from './grid-line.tsx';
import { type Mark, markAfter } from './selection.ts';

export type GridProps = {
  readonly folded: readonly TradeLines[];
  readonly lines: readonly Line[];
  readonly days: readonly Day[];
  readonly mark: Mark;
  readonly onMark: (mark: Mark) => void;
  /** The mouse was let go after it had drawn over more than one cell. */
  readonly onDrop: () => void;
  readonly onOpen: (mark: Mark) => void;
  readonly onFold: (trade: Line['trade']) => void;
};

/**
 * Trades and roles down, days across: who holds what, gaps red, covers marked. Arrows walk the cells; with Shift, or drawn
 * by the mouse, several days of a line are marked.
 */
export function TradeGrid(props: GridProps) {
  const { folded, lines, days, mark, onMark } = props;
  const { t } = useText();
  const { zone } = usePlan();
  const table = useRef<HTMLTableElement>(null);
  const drag = useDrag(props);
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = markAfter(event.key, event.shiftKey, mark, lines.length, days.length);
    if (next === null) return;
    event.preventDefault();
    onMark(next);
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
          <GridLine
            key={line.key}
            {...props}
            index={index}
            line={line}
            group={folded.find((each) => each.trade === line.trade)}
            isFirst={lines[index - 1]?.trade !== line.trade}
            onMove={move}
            onPress={drag.press}
            onDraw={drag.draw}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Drawing over the cells of a line with the mouse. */
function useDrag({ mark, onMark, onDrop }: GridProps) {
  const drawnOn = useRef<number | null>(null);
  const latest = useRef({ mark, onDrop });
  latest.current = { mark, onDrop };
  useEffect(() => {
    const letGo = () => {
      if (drawnOn.current === null) return;
      drawnOn.current = null;
      const { mark: drawn, onDrop: drop } = latest.current;
      if (drawn.from !== drawn.day) drop();
    };
    const cancel = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') drawnOn.current = null;
    };
    window.addEventListener('pointerup', letGo);
    window.addEventListener('keydown', cancel, true);
    return () => {
      window.removeEventListener('pointerup', letGo);
      window.removeEventListener('keydown', cancel, true);
    };
  }, []);
  return {
    press: (line: number, day: number, isExtending: boolean) => {
      drawnOn.current = line;
      onMark({ line, day, from: isExtending && line === mark.line ? mark.from : day });
    },
    draw: (day: number) => {
      const line = drawnOn.current;
      if (line !== null) onMark({ line, day, from: latest.current.mark.from });
    },
  };
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
