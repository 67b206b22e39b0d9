import './desk.css';
import { useEffect, useRef } from 'react';
import { LINE_KEYS, refusalOfLine, tell, useIsNarrow, useKeys, useText } from '../../app/index.ts';
import { PillTabs } from '../../parts/index.ts';
import {
  go,
  LINES,
  type Line,
  openInbox,
  openLine,
  prefer,
  showIncident,
  showPanel,
  useIncident,
  usePreferences,
  useQueue,
  useRoute,
  useTimers,
  useWindow,
} from '../../stores/index.ts';
import { Incident } from './incident.tsx';
import { Queue } from './queue.tsx';
import { Timers } from './timers.tsx';

/** The desk: what waits, the incident in hand, the clocks. */
export function Desk() {
  const selectedId = useRoute((route) => route.id);
  const panel = useWindow((state) => state.panel);
  const isNarrow = useIsNarrow();
  useLineKeys();
  useDeskKeys(selectedId);
  useFirstChoice(selectedId, isNarrow);
  useEffect(() => showIncident(selectedId), [selectedId]);
  if (isNarrow) {
    return (
      <>
        <DeskTitle />
        <PanelTabs />
        <div className="desk-one" id="desk-panel" role="tabpanel">
          {panel === 'queue' && <Queue selectedId={selectedId} />}
          {panel === 'incident' && <Incident />}
          {panel === 'timers' && <Timers selectedId={selectedId} />}
        </div>
      </>
    );
  }
  return (
    <div className="desk">
      <DeskTitle />
      <Queue selectedId={selectedId} />
      <Incident />
      <Timers selectedId={selectedId} />
    </div>
  );
}

/** The title of the screen, for those who hear it. */
function DeskTitle() {
  const { t } = useText();
  return <h1 className="sr-only">{t('frame.screens.desk')}</h1>;
}

function PanelTabs() {
  const { t } = useText();
  const panel = useWindow((state) => state.panel);
  const waiting = useQueue((state) => state.list?.counts.all);
  const timers = useTimers((state) => state.timers.length);
  return (
    <div className="panel-head">
      <PillTabs
        label={t('desk.panels.label')}
        controls="desk-panel"
        current={panel}
        onPick={showPanel}
        tabs={[
          { id: 'queue', label: t('desk.panels.queue'), count: waiting },
          { id: 'incident', label: t('desk.panels.incident') },
          { id: 'timers', label: t('desk.panels.timers'), count: timers },
        ]}
      />
    </div>
  );
}

/** What can be done to the chosen incident, by key, whichever panel is in view; a key that cannot act says why. */
function useLineKeys(): void {
  const { t, pick } = useText();
  const press = (line: Line) => {
    const { id, view } = useIncident.getState();
    if (id === null || view?.row.id !== id) return tell(t('desk.lines.chooseFirst'), 'hint');
    const refusal = refusalOfLine(line, view);
    if (refusal) return tell(`${LINE_KEYS[line]}: ${pick(refusal)}`, 'hint');
    openLine(line, id);
  };
  useKeys(Object.fromEntries(LINES.map((line) => [LINE_KEYS[line].toLowerCase(), () => press(line)])));
}

function useDeskKeys(selectedId: string | null): void {
  const isInbox = useWindow((state) => state.isInboxOpen);
  const move = (step: 1 | -1) => {
    const ids = useQueue.getState().list?.ids ?? [];
    const at = selectedId === null ? -1 : ids.indexOf(selectedId);
    const next = ids[at === -1 ? 0 : Math.min(Math.max(at + step, 0), ids.length - 1)];
    if (next !== undefined) go('desk', next);
  };
  const open = () => {
    showPanel('incident');
    requestAnimationFrame(() => document.getElementById('incident')?.focus());
  };
  const letGo = () => {
    go('desk', null);
    showPanel('queue');
  };
  useKeys(
    { j: () => move(1), arrowdown: () => move(1), k: () => move(-1), arrowup: () => move(-1), enter: open },
    !isInbox,
  );
  useKeys({
    escape: isInbox ? () => openInbox(false) : letGo,
    g: () => openInbox(!isInbox),
    b: () => prefer({ isByProperty: !usePreferences.getState().isByProperty }),
  });
}

/** On arrival the incident that needs a person most is opened; after that only the person chooses. */
function useFirstChoice(selectedId: string | null, isNarrow: boolean): void {
  const first = useQueue((state) => state.list?.ids[0]);
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || first === undefined) return;
    isDone.current = true;
    if (selectedId === null && !isNarrow) go('desk', first);
  }, [first, selectedId, isNarrow]);
}
