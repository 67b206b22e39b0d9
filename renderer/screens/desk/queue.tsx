import { createColumnHelper, FlexRender, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useText } from '../../app/index.ts';
import { ActionButton, Empty, PillTabs } from '../../parts/index.ts';
import { go, openInbox, showPanel, showTab, useOnCall, useQueue, useWindow, wantRows } from '../../stores/index.ts';
import { Inbox } from './inbox.tsx';
import { Label, Left, Mark, RowContext, useRow, Where } from './queue-cells.tsx';

type Listed = { readonly id: string };

const features = tableFeatures({});
const column = createColumnHelper<typeof features, Listed>();
const columns = column.columns([
  column.display({ id: 'tier', cell: () => <Mark /> }),
  column.display({ id: 'number', cell: () => <Label /> }),
  column.display({ id: 'where', cell: () => <Where /> }),
  column.display({ id: 'left', cell: () => <Left /> }),
]);

const NONE: readonly string[] = [];
const ROW_REM = 3.6;

/** What waits, in the order in which it needs a person; the order is the core's. */
export function Queue({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useText();
  const tab = useQueue((state) => state.tab);
  const counts = useQueue((state) => state.list?.counts);
  const isInbox = useWindow((state) => state.isInboxOpen);
  const tabs = [
    { id: 'all', label: t('desk.queue.all'), count: counts?.all },
    { id: 'P1', label: 'P1', count: counts?.P1 },
    { id: 'P2', label: 'P2', count: counts?.P2 },
    { id: 'morning', label: t('desk.queue.morning'), count: counts?.morning },
    { id: 'closed', label: t('desk.queue.closed'), count: counts?.closed },
    { id: 'inbox', label: t('desk.queue.inbox'), count: counts?.inbox, isHot: (counts?.inbox ?? 0) > 0, cap: 'G' },
  ] as const;
  return (
    <section className="queue" aria-label={t('desk.queue.label')}>
      <div className="panel-head">
        <PillTabs
          label={t('desk.queue.tabs')}
          controls="queue-list"
          tabs={tabs}
          current={isInbox ? 'inbox' : tab}
          onPick={(id) => {
            openInbox(id === 'inbox');
            if (id !== 'inbox') showTab(id);
          }}
        />
      </div>
      <div className="queue-panel" id="queue-list" role="tabpanel" aria-label={t('desk.queue.label')}>
        {isInbox ? <Inbox /> : <QueueList selectedId={selectedId} />}
      </div>
    </section>
  );
}

function QueueList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useText();
  const tab = useQueue((state) => state.tab);
  const isLoaded = useQueue((state) => state.list !== null);
  const isNobodyOnCall = useOnCall((state) => state.trades?.length === 0);
  const ids = useQueue((state) => state.list?.ids ?? NONE);
  const data = useMemo(() => ids.map((id) => ({ id })), [ids]);
  const table = useTable({ features, columns, data });
  const rows = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useMemo(() => ROW_REM * pixelsOf(getComputedStyle(document.documentElement).fontSize), []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => wantRows(ids.slice(first, last + 1)), [ids, first, last]);

  const selectedIndex = selectedId === null ? -1 : ids.indexOf(selectedId);
  // Only a new selection scrolls; a queue that re-orders itself under the reader does not.
  const scrollTo = useRef(virtual.scrollToIndex);
  scrollTo.current = virtual.scrollToIndex;
  const indexNow = useRef(selectedIndex);
  indexNow.current = selectedIndex;
  useEffect(() => {
    if (selectedId !== null && indexNow.current >= 0) scrollTo.current(indexNow.current, { align: 'auto' });
  }, [selectedId]);

  if (isLoaded && ids.length === 0) {
    return tab === 'closed' ? (
      <Empty title={t('desk.queue.emptyClosed')} />
    ) : (
      <Empty title={t('desk.queue.empty')}>
        <p>{t('desk.queue.emptyWords')}</p>
        {isNobodyOnCall && <p className="amber">{t('desk.queue.beginWith')}</p>}
        <p className="empty-do">
          <ActionButton label={t('frame.newReport')} cap="N" kind="main" onPress={() => go('report')} />
        </p>
      </Empty>
    );
  }
  return (
    <div ref={scroller} className="queue-scroll">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen with the keys of a grid
        role="grid"
        className="queue-table"
        tabIndex={0}
        aria-label={t('desk.queue.label')}
        aria-rowcount={ids.length}
        aria-activedescendant={selectedIndex >= first && selectedIndex <= last ? `row-${selectedId}` : undefined}
      >
        <tbody style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <QueueLine
                key={row.original.id}
                row={row}
                index={item.index}
                start={item.start}
                height={rowHeight}
                isSelected={row.original.id === selectedId}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type QueueLineProps = {
  readonly row: Row<typeof features, Listed>;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly height: number;
  readonly isSelected: boolean;
};

const QueueLine = memo(function QueueLine({ row, index, start, height, isSelected }: QueueLineProps) {
  const { id } = row.original;
  const shown = useRow(id);
  return (
    <RowContext value={shown}>
      <tr
        id={`row-${id}`}
        aria-rowindex={index + 1}
        aria-selected={isSelected}
        className={`queue-row${isSelected ? ' is-selected' : ''}`}
        style={{ transform: `translateY(${start}px)`, height }}
        onClick={() => {
          go('desk', id);
          showPanel('incident');
        }}
      >
        {row.getAllCells().map((cell) => (
          <FlexRender key={cell.id} cell={cell} />
        ))}
      </tr>
    </RowContext>
  );
});

function pixelsOf(pixels: string): number {
  return Number.parseFloat(pixels) || 16;
}
