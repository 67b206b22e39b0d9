import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Trade } from '#shared/contract';
import { tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import type { Marked } from '../dialogs.ts';
import { usePlan } from '../plan-context.tsx';
import { planKeyOf } from '../plan-key.ts';
import { barsIn, type Day, type Line, linesOf, markedStretch, plannedFor, type StretchDraft } from '../timeline.ts';
import { CellDetail } from './cell-detail.tsx';
import { foldedLines, inSight } from './folds.ts';
import { Legend } from './legend.tsx';
import { daysOf, type KeptMark, type Mark, narrowed, placed } from './selection.ts';
import { TradeGrid } from './trade-grid.tsx';
import './grid.css';

const ARROWS = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'];

function focusCell({ line, day }: Mark): void {
  document.querySelector<HTMLElement>(`[data-cell="${line} ${day}"]`)?.focus();
}

type GridViewProps = {
  readonly days: readonly Day[];
  readonly isKeyed: boolean;
  readonly marked: RefObject<Marked | null>;
};

/** The grid, what is marked in it, and what can be done about that. */
export function GridView({ days, isKeyed, marked }: GridViewProps) {
  const { t } = useText();
  const { calendar, zone, now, open } = usePlan();
  const [kept, setKept] = useState<KeptMark>({ key: null, mark: { line: 0, day: 0, from: 0 } });
  const [turned, setTurned] = useState<ReadonlySet<Trade>>(new Set());
  const from = days[0]?.startsAt ?? 0;
  const to = days.at(-1)?.endsAt ?? from;
  const all = useMemo(() => linesOf(calendar, from, to), [calendar, from, to]);
  const folded = useMemo(() => foldedLines(all, turned), [all, turned]);
  const lines = inSight(folded);
  const keys = lines.map((each) => each.key);
  const mark = placed(kept, keys, days.length);
  const setMark = (next: Mark) => setKept({ key: keys[next.line] ?? null, mark: next });
  const { first, last } = daysOf(mark);
  const [line, firstDay, lastDay] = [lines[mark.line], days[first], days[last]];
  const stretch = line && firstDay && lastDay ? markedStretch(line, firstDay, lastDay, zone, now) : null;
  useMarked(marked, line, stretch);

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
  const hasGap = line !== undefined && stretch !== null && barsIn(line, stretch).some((bar) => bar.kind !== 'duty');
  const decide = () => (hasGap ? withStretch('gap') : tell(t('oncall.noGapHere'), 'hint'));
  // It acts now, and beside a day to come it would seem to act then.
  const isOfNow = firstDay !== undefined && firstDay.startsAt <= now;
  useKeys(
    {
      c: () => withStretch('cover'),
      w: () => withStretch('swap'),
      g: decide,
      o: takeOver,
      x: () => line && fold(line.trade),
      // From wherever nothing is in hand, into the grid: the next arrow moves.
      ...Object.fromEntries(ARROWS.map((arrow) => [arrow, () => focusCell(mark)])),
      ...(mark.from === mark.day ? {} : { escape: () => setMark(narrowed(mark)) }),
    },
    isKeyed,
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
          {isOfNow && <ActionButton label={t('oncall.takeOver')} cap="O" onPress={takeOver} />}
          <ActionButton label={t('oncall.swap')} cap="W" onPress={() => withStretch('swap')} />
          {hasGap && <ActionButton label={t('oncall.gap')} cap="G" onPress={decide} />}
        </div>
      </div>
      <div className="grid-foot">
        <Legend />
        <p className="faint cell-hint">{t('oncall.cellHint')}</p>
      </div>
    </>
  );
}

/** Keeps what is marked where the forms that begin with it find it, as long as the grid is in view. */
function useMarked(marked: RefObject<Marked | null>, line: Line | undefined, draft: StretchDraft | null): void {
  const { calendar } = usePlan();
  useEffect(() => {
    const key = line ? planKeyOf(line) : null;
    const holder = key && draft ? plannedFor(calendar.sources, key, draft.startsAt) : null;
    marked.current = key && { key, draft, holder };
    return () => {
      marked.current = null;
    };
  });
}
