import { useMemo, useState } from 'react';
import type { Trade } from '#shared/contract';
import { tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { usePlan } from '../plan-context.tsx';
import { planKeyOf } from '../plan-key.ts';
import { type Day, linesOf, markedStretch } from '../timeline.ts';
import { CellDetail } from './cell-detail.tsx';
import { foldedLines, inSight } from './folds.ts';
import { Legend } from './legend.tsx';
import { daysOf, type Mark, narrowed } from './selection.ts';
import { TradeGrid } from './trade-grid.tsx';
import './grid.css';

const ARROWS = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'];

function focusCell({ line, day }: Mark): void {
  document.querySelector<HTMLElement>(`[data-cell="${line} ${day}"]`)?.focus();
}

/** The grid, what is marked in it, and what can be done about that. */
export function GridView({ days, isKeyed }: { readonly days: readonly Day[]; readonly isKeyed: boolean }) {
  const { t } = useText();
  const { calendar, zone, now, open } = usePlan();
  const [raw, setMark] = useState<Mark>({ line: 0, day: 0, from: 0 });
  const [turned, setTurned] = useState<ReadonlySet<Trade>>(new Set());
  const from = days[0]?.startsAt ?? 0;
  const to = days.at(-1)?.endsAt ?? from;
  const all = useMemo(() => linesOf(calendar, from, to), [calendar, from, to]);
  const folded = useMemo(() => foldedLines(all, turned), [all, turned]);
  const lines = inSight(folded);
  const mark = within(raw, lines.length, days.length);
  const { first, last } = daysOf(mark);
  const [line, firstDay, lastDay] = [lines[mark.line], days[first], days[last]];
  const stretch = line && firstDay && lastDay ? markedStretch(line, firstDay, lastDay, zone, now) : null;

  const fold = (trade: Trade) => {
    const next = new Set(turned);
    if (!next.delete(trade)) next.add(trade);
    setTurned(next);
  };
  const withStretch = (kind: 'cover' | 'swap' | 'gap', draft = stretch) => {
    if (draft === null) return tell(t('oncall.isOver'), 'hint');
    open({ kind, draft });
  };
  const coverAt = (at: Mark) => {
    const [ofLine, onDay] = [lines[at.line], days[at.day]];
    if (ofLine && onDay) withStretch('cover', markedStretch(ofLine, onDay, onDay, zone, now));
  };
  const takeOver = () => open({ kind: 'takeOver', key: line ? planKeyOf(line) : null });
  useKeys(
    {
      c: () => withStretch('cover'),
      w: () => withStretch('swap'),
      g: () => withStretch('gap'),
      o: takeOver,
      x: () => line && fold(line.trade),
      // From wherever nothing is in hand, into the grid: the next arrow moves.
      ...Object.fromEntries(ARROWS.map((arrow) => [arrow, () => focusCell(mark)])),
      ...(mark.from === mark.day ? {} : { escape: () => setMark(narrowed(mark)) }),
    },
    isKeyed,
  );
  const hasGap = line?.bars.some(
    (bar) => bar.kind !== 'duty' && stretch !== null && bar.startsAt < stretch.endsAt && bar.endsAt > stretch.startsAt,
  );
  return (
    <>
      <TradeGrid
        {...{ folded, lines, days, mark }}
        onMark={setMark}
        onDrop={() => withStretch('cover')}
        onOpen={coverAt}
        onFold={fold}
      />
      <div className="cell-detail">
        {line && firstDay && lastDay && <CellDetail line={line} first={firstDay} last={lastDay} stretch={stretch} />}
        <div className="cell-acts">
          <ActionButton label={t('oncall.coverThis')} cap="C" kind="main" onPress={() => withStretch('cover')} />
          <ActionButton label={t('oncall.takeOver')} cap="O" onPress={takeOver} />
          <ActionButton label={t('oncall.swap')} cap="W" onPress={() => withStretch('swap')} />
          {hasGap && <ActionButton label={t('oncall.gap')} cap="G" onPress={() => withStretch('gap')} />}
        </div>
      </div>
      <div className="grid-foot">
        <Legend />
        <p className="faint cell-hint">{t('oncall.cellHint')}</p>
      </div>
    </>
  );
}

function within(mark: Mark, lines: number, days: number): Mark {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { line: clamp(mark.line, lines), day: clamp(mark.day, days), from: clamp(mark.from, days) };
}
