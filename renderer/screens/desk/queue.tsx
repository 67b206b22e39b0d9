import { createColumnHelper, FlexRender, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { QueueGroup } from '#shared/contract';
import { useText, useWhen } from '../../app/index.ts';
import { ActionButton, Empty, Kbd, PillTabs } from '../../parts/index.ts';
import {
  go,
  openInbox,
  openIncident,
  prefer,
  showTab,
  useOnCall,
  usePreferences,
  useQueue,
  useWindow,
  wantRows,
} from '../../stores/index.ts';
import { Inbox } from './inbox.tsx';
import { Label, Left, Mark, RowContext, useRow, WhenContext, Where } from './queue-cells.tsx';
import { itemsOf, type QueueItem } from './queue-items.ts';

const features = tableFeatures({});
const column = createColumnHelper<typeof features, QueueItem>();
const columns = column.columns([
  column.display({ id: 'tier', cell: () => <Mark /> }),
  column.display({ id: 'number', cell: () => <Label /> }),
  column.display({ id: 'where', cell: () => <Where /> }),
  column.display({ id: 'left', cell: () => <Left /> }),
]);

const NOTHING = { ids: [], groups: null } as const;
const ROW_REM = 3.6;
const GROUP_REM = 2;

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
        {!isInbox && <GroupSwitch />}
      </div>
      <div className="queue-panel" id="queue-list" role="tabpanel" aria-label={t('desk.queue.label')}>
        {isInbox ? <Inbox /> : <QueueList selectedId={selectedId} />}
      </div>
    </section>
  );
}

/** By need alone, or by property; kept in this window. */
function GroupSwitch() {
  const { t } = useText();
  const isByProperty = usePreferences((state) => state.isByProperty);
  return (
    <button
      type="button"
      className={`pill group-switch${isByProperty ? ' is-on' : ''}`}
      aria-pressed={isByProperty}
      aria-keyshortcuts="B"
      onClick={() => prefer({ isByProperty: !isByProperty })}
    >
      <Kbd>B</Kbd>
      {t('desk.queue.byProperty')}
    </button>
  );
}

function QueueList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useText();
  const when = useWhen();
  const tab = useQueue((state) => state.tab);
  const list = useQueue((state) => state.list);
  const isNobodyOnCall = useOnCall((state) => state.trades?.length === 0);
  const { ids, groups } = list ?? NOTHING;
  const data = useMemo(() => itemsOf({ ids, groups }), [ids, groups]);
  const table = useTable({ features, columns, data });
  const rows = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const pixels = useMemo(() => pixelsOf(getComputedStyle(document.documentElement).fontSize), []);
  const virtual = useVirtualizer({
    count: data.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => pixels * (data[index]?.kind === 'group' ? GROUP_REM : ROW_REM),
    overscan: 8,
  });
  // Heads are lower than rows, so another order is another layout.
  const measure = useRef(virtual.measure);
  measure.current = virtual.measure;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what was measured
  useEffect(() => measure.current(), [groups]);
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? -1;
  useEffect(
    () => wantRows(data.slice(first, last + 1).flatMap((item) => (item.kind === 'row' ? [item.id] : []))),
    [data, first, last],
  );

  const selectedIndex = useMemo(
    () => data.findIndex((item) => item.kind === 'row' && item.id === selectedId),
    [data, selectedId],
  );
  // Only a new selection scrolls; a queue that re-orders itself under the reader does not.
  const scrollTo = useRef(virtual.scrollToIndex);
  scrollTo.current = virtual.scrollToIndex;
  const indexNow = useRef(selectedIndex);
  indexNow.current = selectedIndex;
  useEffect(() => {
    if (selectedId !== null && indexNow.current >= 0) scrollTo.current(indexNow.current, { align: 'auto' });
  }, [selectedId]);

  if (list !== null && ids.length === 0) {
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
        aria-rowcount={data.length}
        aria-activedescendant={selectedIndex >= first && selectedIndex <= last ? `row-${selectedId}` : undefined}
      >
        <tbody style={{ height: virtual.getTotalSize() }}>
          <WhenContext value={when}>
            {shown.map(({ index, start, size }) => {
              const row = rows[index];
              if (!row) return null;
              const item = row.original;
              return item.kind === 'group' ? (
                <GroupHead key={`group ${item.group.propertyId}`} group={item.group} start={start} height={size} />
              ) : (
                <QueueLine
                  key={item.id}
                  id={item.id}
                  row={row}
                  index={index}
                  start={start}
                  height={size}
                  isSelected={item.id === selectedId}
                />
              );
            })}
          </WhenContext>
        </tbody>
      </table>
    </div>
  );
}

type Placed = {
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly height: number;
};

function GroupHead({ group, start, height }: Placed & { readonly group: QueueGroup }) {
  const { t } = useText();
  return (
    <tr className="queue-group" style={{ transform: `translateY(${start}px)`, height }}>
      <th scope="rowgroup">
        {group.name === '' ? t('desk.queue.noProperty') : group.name} <span className="dim">{group.count}</span>
      </th>
    </tr>
  );
}

type QueueLineProps = Placed & {
  readonly id: string;
  readonly row: Row<typeof features, QueueItem>;
  readonly index: number;
  readonly isSelected: boolean;
};

const QueueLine = memo(function QueueLine({ id, row, index, start, height, isSelected }: QueueLineProps) {
  const shown = useRow(id);
  return (
    <RowContext value={shown}>
      <tr
        id={`row-${id}`}
        aria-rowindex={index + 1}
        aria-selected={isSelected}
        className={`queue-row${isSelected ? ' is-selected' : ''}`}
        style={{ transform: `translateY(${start}px)`, height }}
        onClick={() => openIncident(id)}
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
