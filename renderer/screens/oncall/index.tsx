import { useMemo, useState } from 'react';
import type { CalendarView, PortfolioView } from '#shared/contract';
import { dayAt } from '#shared/oncall';
import { attempt, dayOf, refusalWords, tell, useKeys, useText, useZone } from '../../app/index.ts';
import { ActionButton, Empty, PillTabs, ScreenHead, UndoStrip } from '../../parts/index.ts';
import { api, coreNow, go, useCore, useNow, useRoute } from '../../stores/index.ts';
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

/** Who is on call: the final schedule, its gaps, and what it is made of. */
export function OnCall() {
  const { t, language } = useText();
  const zone = useZone();
  const id = useRoute((route) => route.id);
  const view: View = VIEWS.find((candidate) => candidate === id) ?? 'grid';
  const [count, setCount] = useState<7 | 14>(7);
  const [shift, setShift] = useState(0);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [removed, setRemoved] = useState<Removal | null>(null);
  const now = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS || coreNow();
  const today = dayAt(zone, now);
  const shown = windowOf(view, today, count, shift);
  const days = useMemo(() => daysFrom(zone, shown.first, shown.count), [zone, shown.first, shown.count]);
  const from = days[0]?.startsAt ?? 0;
  const to = days.at(-1)?.endsAt ?? from;
  const calendar = useCore(`${from} ${to}`, ['oncall', 'portfolio'], () => api.oncall.calendar.query({ from, to }));
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());

  const cover = (draft: CoverDraft | null) => setDialog({ kind: 'cover', draft });
  const remove = (removal: Removal) =>
    void attempt(takeAway(removal)).then((answer) =>
      answer.ok ? setRemoved(removal) : tell(refusalWords(answer, language), 'refused'),
    );
  const undo = () =>
    removed &&
    void attempt(putBack(removed)).then((answer) =>
      answer.ok ? setRemoved(null) : tell(refusalWords(answer, language), 'refused'),
    );
  useKeys(
    {
      g: () => go('oncall', 'grid'),
      w: () => go('oncall', 'week'),
      m: () => go('oncall', 'month'),
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
          <div className="schedule-bar">
            <ActionButton label={t('oncall.earlier')} cap="PgUp" onPress={() => setShift(shift - 1)} />
            <ActionButton label={t('oncall.today')} cap="T" onPress={() => setShift(0)} isDisabled={shift === 0} />
            <ActionButton label={t('oncall.later')} cap="PgDn" onPress={() => setShift(shift + 1)} />
            <b className="schedule-span">
              {dayOf(from, zone, language)} – {dayOf(to - MINUTE_MS, zone, language)}
            </b>
            <span className="dim">{t('oncall.zone', { abbreviation: zoneNamesOf(from, to, zone), zone })}</span>
            {view === 'grid' && (
              <div className="at-end">
                <PillTabs
                  label={t('oncall.view')}
                  tabs={([7, 14] as const).map((each) => ({
                    id: String(each) as '7' | '14',
                    label: t('oncall.days', { count: each }),
                  }))}
                  current={String(count) as '7' | '14'}
                  onPick={(each) => setCount(each === '7' ? 7 : 14)}
                  controls="final-schedule"
                />
              </div>
            )}
          </div>
          {removed && (
            <UndoStrip
              what={t('oncall.removed', { what: t(`oncall.${removed.kind}`) })}
              onUndo={undo}
              onClose={() => setRemoved(null)}
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
          tabs={VIEWS.map((each) => ({ id: each, label: t(`oncall.${each}`) }))}
          current={view}
          onPick={onView}
          controls="final-schedule"
        />
      }
    >
      <ActionButton label={t('oncall.cover')} cap="C" onPress={() => onDialog({ kind: 'cover', draft: null })} />
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
      <Empty title={t('oncall.empty')}>
        {calendar.responders.length === 0 ? t('oncall.noResponders') : t('oncall.emptyWords')}
      </Empty>
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
  const { zone } = calendar;
  switch (dialog.kind) {
    case 'shift':
      return <ShiftForm shift={dialog.shift} choices={choices} zone={zone} onClose={onClose} />;
    case 'rotation':
      return <RotationForm rotation={dialog.rotation} choices={choices} zone={zone} onClose={onClose} />;
    case 'cover':
      return <CoverForm draft={dialog.draft} choices={choices} zone={zone} nameOf={nameOf} onClose={onClose} />;
  }
}
