import { memo, useMemo, useState } from 'react';
import type { Answer, CalendarView, OnCallChange, PortfolioView } from '#shared/contract';
import { dayAt } from '#shared/oncall';
import { attempt, dayOf, refusalWords, tell, useKeys, useText, useZone } from '../../app/index.ts';
import { ActionButton, Empty, PillTabs, ScreenHead, UndoStrip } from '../../parts/index.ts';
import { api, go, useCore, useNow, useRoute } from '../../stores/index.ts';
import { CoverForm } from './cover-form.tsx';
import type { Dialog } from './dialogs.ts';
import { FinalSchedule } from './final-schedule.tsx';
import { GapList } from './gap-list.tsx';
import { peopleOf } from './people.ts';
import { putBack, takeAway } from './removals.ts';
import { RotationForm } from './rotation-form.tsx';
import { ShiftForm } from './shift-form.tsx';
import { type Removal, Sources } from './sources.tsx';
import { type CoverDraft, daysFrom } from './timeline.ts';
import { VIEWS, type View, windowOf } from './views.ts';
import { zoneNamesOf } from './wall-input.ts';
import './oncall.css';

const MINUTE_MS = 60_000;
const COUNTS = ['7', '14'] as const;

/** Who is on call: the final schedule, its gaps, and what it is made of. */
export function OnCall() {
  // Drawn anew each minute, not each second: only the now-line moves in between, by itself.
  return <OnCallAt now={Math.floor(useNow() / MINUTE_MS) * MINUTE_MS} />;
}

/** Taking sources out of the schedule, the last of which can be had back. */
function useRemovals() {
  const { language } = useText();
  const [removed, setRemoved] = useState<Removal | null>(null);
  const settle = (asked: Promise<Answer<OnCallChange>>, then: Removal | null) =>
    void attempt(asked).then((answer) =>
      answer.ok ? setRemoved(then) : tell(refusalWords(answer, language), 'refused'),
    );
  return {
    removed,
    remove: (removal: Removal) => settle(takeAway(removal), removal),
    undo: () => removed && settle(putBack(removed), null),
    forget: () => setRemoved(null),
  };
}

const OnCallAt = memo(function OnCallAt({ now }: { readonly now: number }) {
  const { t } = useText();
  const zone = useZone();
  const id = useRoute((route) => route.id);
  const view: View = VIEWS.find((candidate) => candidate === id) ?? 'grid';
  const [count, setCount] = useState<7 | 14>(7);
  const [shift, setShift] = useState(0);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { removed, remove, undo, forget } = useRemovals();
  const today = dayAt(zone, now);
  const shown = windowOf(view, today, count, shift);
  const days = useMemo(() => daysFrom(zone, shown.first, shown.count), [zone, shown.first, shown.count]);
  const from = days[0]?.startsAt ?? 0;
  const to = days.at(-1)?.endsAt ?? from;
  const calendar = useCore(`${from} ${to}`, ['oncall', 'portfolio'], () => api.oncall.calendar.query({ from, to }));
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());

  const cover = (draft: CoverDraft | null) => setDialog({ kind: 'cover', draft });
  useKeys(
    {
      // Not by their first letters: M says "heard", wherever one is.
      1: () => go('oncall', 'grid'),
      2: () => go('oncall', 'week'),
      3: () => go('oncall', 'month'),
      t: () => setShift(0),
      pageup: () => setShift(shift - 1),
      pagedown: () => setShift(shift + 1),
      s: () => setDialog({ kind: 'shift', shift: null }),
      r: () => setDialog({ kind: 'rotation', rotation: null }),
      p: () => window.print(),
    },
    dialog === null,
  );

  return (
    <>
      <Head
        view={view}
        onView={(next) => {
          setShift(0);
          go('oncall', next);
        }}
        onDialog={setDialog}
      />
      {calendar && portfolio && (
        <div className="screen-body oncall">
          <ScheduleBar
            view={view}
            from={from}
            to={to}
            shift={shift}
            count={count}
            onShift={setShift}
            onCount={setCount}
          />
          {removed && (
            <UndoStrip
              what={t('oncall.removed', { what: t(`oncall.${removed.kind}`) })}
              onUndo={undo}
              onClose={forget}
            />
          )}
          <Body
            view={view}
            calendar={calendar}
            portfolio={portfolio}
            days={days}
            now={now}
            onCover={cover}
            onDialog={setDialog}
            onRemove={remove}
            isKeyed={dialog === null}
          />
        </div>
      )}
      {dialog && calendar && portfolio && (
        <Forms dialog={dialog} calendar={calendar} portfolio={portfolio} onClose={() => setDialog(null)} />
      )}
    </>
  );
});

type ScheduleBarProps = {
  readonly view: View;
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly count: 7 | 14;
  readonly onShift: (shift: number) => void;
  readonly onCount: (count: 7 | 14) => void;
};

/** Which days are in view, in which zone, and how to see others. */
function ScheduleBar({ view, from, to, shift, count, onShift, onCount }: ScheduleBarProps) {
  const { t, language } = useText();
  const zone = useZone();
  return (
    <div className="schedule-bar">
      <ActionButton label={t('oncall.earlier')} cap="PgUp" onPress={() => onShift(shift - 1)} />
      <ActionButton label={t('oncall.today')} cap="T" onPress={() => onShift(0)} isDisabled={shift === 0} />
      <ActionButton label={t('oncall.later')} cap="PgDn" onPress={() => onShift(shift + 1)} />
      <b className="schedule-span">
        {dayOf(from, zone, language)} – {dayOf(to - MINUTE_MS, zone, language)}
      </b>
      <span className="dim">{t('oncall.zone', { abbreviation: zoneNamesOf(from, to, zone), zone })}</span>
      {view === 'grid' && (
        <div className="at-end">
          <PillTabs
            label={t('oncall.view')}
            tabs={COUNTS.map((each) => ({ id: each, label: t('oncall.days', { count: Number(each) }) }))}
            current={count === 7 ? '7' : '14'}
            onPick={(each) => onCount(each === '7' ? 7 : 14)}
            controls="final-schedule"
          />
        </div>
      )}
    </div>
  );
}

function Head(props: {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onDialog: (dialog: Dialog) => void;
}) {
  const { view, onView, onDialog } = props;
  const { t } = useText();
  return (
    <ScreenHead
      title={t('oncall.title')}
      tabs={
        <PillTabs
          label={t('oncall.view')}
          tabs={VIEWS.map((each, index) => ({ id: each, label: t(`oncall.${each}`), cap: String(index + 1) }))}
          current={view}
          onPick={onView}
          controls="final-schedule"
        />
      }
    >
      <ActionButton
        label={t('oncall.cover')}
        // In the grid C covers the marked cell, and stands in the button that says so.
        {...(view === 'grid' ? {} : { cap: 'C' })}
        onPress={() => onDialog({ kind: 'cover', draft: null })}
      />
      <ActionButton label={t('oncall.shift')} cap="S" onPress={() => onDialog({ kind: 'shift', shift: null })} />
      <ActionButton
        label={t('oncall.rotation')}
        cap="R"
        onPress={() => onDialog({ kind: 'rotation', rotation: null })}
      />
      <ActionButton label={t('oncall.print')} cap="P" onPress={() => window.print()} />
    </ScreenHead>
  );
}

type BodyProps = {
  readonly view: View;
  readonly calendar: CalendarView;
  readonly portfolio: PortfolioView;
  readonly days: ReturnType<typeof daysFrom>;
  readonly now: number;
  readonly onCover: (draft: CoverDraft | null) => void;
  readonly onDialog: (dialog: Dialog) => void;
  readonly onRemove: (removal: Removal) => void;
  readonly isKeyed: boolean;
};

function Body(props: BodyProps) {
  const { calendar, portfolio, days, now, onCover, onDialog, onRemove } = props;
  const { t } = useText();
  const people = useMemo(() => peopleOf(calendar.responders), [calendar.responders]);
  const placeName = (propertyId: string) =>
    portfolio.properties.find((place) => place.id === propertyId)?.name ?? propertyId;
  const staffName = (staffId: string) => portfolio.staff.find((staff) => staff.id === staffId)?.name ?? staffId;
  const { sources } = calendar;
  const isEmpty = sources.covers.length + sources.shifts.length + sources.rotations.length === 0;
  if (isEmpty) {
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
      <FinalSchedule {...props} people={people} placeName={placeName} />
      <section className="gaps-section" aria-label={t('oncall.gaps')}>
        <div className="section-head">
          <h2>{t('oncall.gaps')}</h2>
        </div>
        <GapList gaps={calendar.gaps} zone={calendar.zone} now={now} placeName={placeName} onCover={onCover} />
      </section>
      <Sources
        sources={sources}
        from={days[0]?.startsAt ?? 0}
        to={days.at(-1)?.endsAt ?? 0}
        now={now}
        zone={calendar.zone}
        people={people}
        placeName={placeName}
        staffName={staffName}
        onEdit={onDialog}
        onRemove={onRemove}
      />
    </>
  );
}

function Forms(props: {
  readonly dialog: Dialog;
  readonly calendar: CalendarView;
  readonly portfolio: PortfolioView;
  readonly onClose: () => void;
}) {
  const { dialog, calendar, portfolio, onClose } = props;
  const choices = { responders: calendar.responders, properties: portfolio.properties };
  const nameOf = (id: string) => calendar.responders.find((responder) => responder.id === id)?.name ?? id;
  const { zone, sources } = calendar;
  const common = { choices, sources, zone, nameOf, onClose };
  switch (dialog.kind) {
    case 'shift':
      return <ShiftForm shift={dialog.shift} {...common} />;
    case 'rotation':
      return <RotationForm rotation={dialog.rotation} choices={choices} zone={zone} onClose={onClose} />;
    case 'cover':
      return <CoverForm draft={dialog.draft} {...common} />;
  }
}
