import type { ReactNode } from 'react';
import { useText } from '../../../app/index.ts';
import { isStub } from '../past.ts';
import { usePlan } from '../plan-context.tsx';
import type { Stretch } from '../plan-key.ts';
import { Covers } from './covers.tsx';
import { Decisions } from './decisions.tsx';
import { LiveSources } from './live-sources.tsx';
import { Rotations } from './rotations.tsx';
import { Shifts } from './shifts.tsx';
import { TimesOff } from './times-off.tsx';
import './sources.css';

/** What the final schedule is made of, strongest first. What is dated, of the days in view; the others all. */
export function Sources({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useText();
  const { calendar, now } = usePlan();
  const { sources } = calendar;
  const isNone = (stretch: Stretch) => isStub(stretch, now);
  const inView = (stretch: Stretch) => stretch.startsAt < to && stretch.endsAt > from && !isNone(stretch);
  const lasted = (startsAt: number | null, endsAt: number | null) =>
    startsAt === null || endsAt === null || !isNone({ startsAt, endsAt });
  return (
    <section className="sources" aria-label={t('oncall.sources')}>
      <div className="section-head">
        <h2>{t('oncall.sources')}</h2>
        <span className="dim">{t('oncall.sourcesHint')}</span>
      </div>
      <Covers covers={sources.covers.filter(inView)} />
      <TimesOff timesOff={sources.timeOff.filter((each) => each.endsAt > from && !isNone(each))} />
      <Shifts shifts={sources.shifts.filter(inView)} />
      <LiveSources />
      <Rotations rotations={sources.rotations.filter((each) => lasted(each.validFrom, each.validUntil))} />
      <Decisions decisions={sources.decisions.filter((each) => lasted(each.createdAt, each.until))} />
    </section>
  );
}

/** One kind of source: how many there are, and what to do where there are none. */
export function SourceGroup(props: {
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly children: ReactNode;
}) {
  const { title, count, none, children } = props;
  return (
    <div className="source-group">
      <h3 className="overline">
        {title} · {count}
      </h3>
      {count === 0 ? <p className="dim">{none}</p> : <div className="sheet-frame">{children}</div>}
    </div>
  );
}

export function Who({ id }: { readonly id: string }) {
  const { t } = useText();
  const { people } = usePlan();
  const person = people.get(id);
  return (
    <>
      <span className={`who-dot who-${person?.hue ?? 0}`} aria-hidden="true" />
      {person?.name ?? id}
      {person && !person.hasPhone && <span className="red"> · {t('oncall.noPhone')}</span>}
    </>
  );
}
