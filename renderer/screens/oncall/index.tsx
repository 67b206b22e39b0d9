import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { dayAt } from '#shared/oncall';
import { useKeys, useText, useZone } from '../../app/index.ts';
import { Empty, UndoStrip } from '../../parts/index.ts';
import { api, go, takeOnCallForm, useCore, useNow, useRoute, useWindow } from '../../stores/index.ts';
import { Ahead } from './ahead/ahead.tsx';
import { CalendarPane } from './calendar/calendar-pane.tsx';
import { DialogView } from './dialog-view.tsx';
import { blankDialog, type Dialog, type Marked } from './dialogs.ts';
import { FeedsPane } from './feeds/feeds-view.tsx';
import { GridView } from './grid/grid-view.tsx';
import { Head } from './head.tsx';
import { LoadPane } from './load/load-view.tsx';
import { NotesStrip } from './notes-strip.tsx';
import { PlanProvider, usePlan } from './plan-context.tsx';
import { PrintSheet } from './print/print-sheet.tsx';
import { ScheduleBar } from './schedule-bar.tsx';
import { Sources } from './sources/sources.tsx';
import { type Day, daysFrom } from './timeline.ts';
import { kindOf, useChanges } from './use-changes.ts';
import { VIEWS, type View, windowOf } from './views.ts';
import './oncall.css';

const MINUTE_MS = 60_000;

/** Who is on call: the final schedule, what is wrong with it, and what it is made of. */
export function OnCall() {
  // Drawn anew each minute, not each second: only the now-line moves in between, by itself.
  return <OnCallAt now={Math.floor(useNow() / MINUTE_MS) * MINUTE_MS} />;
}

/** What the screen asks the core for; null until it is all here. */
function useParts(from: number, to: number) {
  const calendar = useCore(`${from} ${to}`, ['oncall', 'feeds', 'portfolio'], () =>
    api.oncall.calendar.query({ from, to }),
  );
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  const outlook = useCore('outlook', ['oncall', 'feeds', 'portfolio'], () => api.oncall.outlook.query());
  const feeds = useCore('feeds', ['oncall', 'feeds', 'portfolio'], () => api.feeds.get.query());
  return { calendar, portfolio, outlook, feeds };
}

const OnCallAt = memo(function OnCallAt({ now }: { readonly now: number }) {
  const { t } = useText();
  const zone = useZone();
  const id = useRoute((route) => route.id);
  const view: View = VIEWS.find((candidate) => candidate === id) ?? 'grid';
  const [count, setCount] = useState<7 | 14>(7);
  const [shift, setShift] = useState(0);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const changes = useChanges();
  const marked = useRef<Marked | null>(null);
  const today = dayAt(zone, now);
  const shown = windowOf(view, today, count, shift);
  const days = useMemo(() => daysFrom(zone, shown.first, shown.count), [zone, shown.first, shown.count]);
  const from = days[0]?.startsAt ?? 0;
  const to = days.at(-1)?.endsAt ?? from;
  const { calendar, portfolio, outlook, feeds } = useParts(from, to);
  const open = useCallback((next: Dialog) => setDialog(next), []);
  const isKeyed = dialog === null;
  const hasDays = view === 'grid' || view === 'week' || view === 'month';
  const show = (next: View) => {
    setShift(0);
    go('oncall', next);
  };
  useAskedForm(calendar !== null && portfolio !== null, open);
  useKeys(
    {
      // Not by their first letters: M says "heard", wherever one is.
      ...Object.fromEntries(VIEWS.map((each, index) => [String(index + 1), () => show(each)])),
      ...(hasDays
        ? { t: () => setShift(0), pageup: () => setShift(shift - 1), pagedown: () => setShift(shift + 1), d: toAhead }
        : {}),
      s: () => open(blankDialog('shift', marked.current)),
      r: () => open(blankDialog('rotation', marked.current)),
      f: () => open(blankDialog('timeOff', marked.current)),
      e: () => open({ kind: 'export' }),
      p: () => window.print(),
    },
    isKeyed,
  );
  const head = (
    <Head
      view={view}
      unmapped={feeds?.unmapped.length ?? 0}
      marked={() => marked.current}
      onView={show}
      onDialog={open}
    />
  );
  if (!calendar || !portfolio) return head;
  return (
    <PlanProvider {...{ calendar, portfolio, outlook, feeds, now, open }} remove={changes.remove}>
      {head}
      <div className="screen-body oncall">
        {hasDays && (
          <ScheduleBar {...{ view, from, to, shift, count }} onShift={setShift} onCount={setCount} onAhead={toAhead} />
        )}
        {changes.notes.length > 0 && <NotesStrip notes={changes.notes} isKeyed={isKeyed} onRead={changes.read} />}
        {changes.last && (
          <UndoStrip
            what={t(`oncall.${changes.last.did}`, { what: t(`oncall.taken.${kindOf(changes.last)}`) })}
            onUndo={changes.undo}
            onClose={changes.forget}
          />
        )}
        <Body view={view} days={days} isKeyed={isKeyed} marked={marked} />
        <PrintSheet days={days} />
      </div>
      {dialog && <DialogView dialog={dialog} onChange={changes.noted} onClose={() => setDialog(null)} />}
    </PlanProvider>
  );
});

/** Opens the form that the command bar asked for, once there is something to fill it with. */
function useAskedForm(isLoaded: boolean, open: (dialog: Dialog) => void): void {
  const asked = useWindow((state) => state.onCallForm);
  useEffect(() => {
    if (!isLoaded || asked === null) return;
    takeOnCallForm();
    if (asked === 'timeOff') open({ kind: 'timeOff', draft: null });
    else if (asked === 'takeOver') open({ kind: 'takeOver', key: null });
    else open({ kind: asked, draft: null });
  }, [isLoaded, asked, open]);
}

/** To what is found ahead: in sight, and the first of it in hand. */
function toAhead(): void {
  const section = document.getElementById('ahead');
  section?.scrollIntoView({ block: 'start' });
  const first = section?.querySelector<HTMLElement>('.finding') ?? section?.querySelector<HTMLElement>('.btn');
  first?.focus({ preventScroll: true });
}

type BodyProps = {
  readonly view: View;
  readonly days: readonly Day[];
  readonly isKeyed: boolean;
  readonly marked: RefObject<Marked | null>;
};

function Body({ view, days, isKeyed, marked }: BodyProps) {
  const { t } = useText();
  const { calendar } = usePlan();
  const { sources } = calendar;
  if (view === 'feeds') return <FeedsPane isKeyed={isKeyed} />;
  if (view === 'load') return <LoadPane />;
  const held = [sources.covers, sources.shifts, sources.rotations, sources.feedShifts];
  if (held.every((each) => each.length === 0)) {
    return (
      <div id="final-schedule" role="tabpanel" aria-label={t('oncall.final')}>
        <Empty title={t('oncall.empty')}>
          {calendar.responders.length === 0 ? t('oncall.noResponders') : t('oncall.emptyWords')}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <section id="final-schedule" role="tabpanel" aria-label={t('oncall.final')} className="final-schedule">
        {view === 'grid' ? (
          <GridView days={days} isKeyed={isKeyed} marked={marked} />
        ) : (
          <CalendarPane key={view} span={view} days={days} isKeyed={isKeyed} />
        )}
      </section>
      <Ahead isKeyed={isKeyed} />
      <Sources from={days[0]?.startsAt ?? 0} to={days.at(-1)?.endsAt ?? 0} />
    </>
  );
}
