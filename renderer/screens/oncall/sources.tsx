import type { ReactNode } from 'react';
import type { CalendarView, Cover, Instant, Rotation, Shift } from '#shared/contract';
import type { DutyKey } from '#shared/oncall';
import { useText, whenOf } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import type { Person } from './people.ts';
import { WEEKDAYS } from './views.ts';

export type Removal =
  | { readonly kind: 'cover'; readonly cover: Cover }
  | { readonly kind: 'shift'; readonly shift: Shift }
  | { readonly kind: 'rotation'; readonly rotation: Rotation };

type SourcesProps = {
  readonly sources: CalendarView['sources'];
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly zone: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly placeName: (propertyId: string) => string;
  readonly staffName: (staffId: string) => string;
  readonly onEdit: (source: Exclude<Removal, { kind: 'cover' }>) => void;
  readonly onRemove: (source: Removal) => void;
};

/** What the final schedule is made of, strongest first. Covers and shifts of the days in view; rotations all. */
export function Sources(props: SourcesProps) {
  const { t } = useText();
  const { sources, from, to } = props;
  const inView = (stretch: { readonly startsAt: Instant; readonly endsAt: Instant }) =>
    stretch.startsAt < to && stretch.endsAt > from;
  return (
    <section className="sources" aria-label={t('oncall.sources')}>
      <div className="section-head">
        <h2>{t('oncall.sources')}</h2>
        <span className="dim">{t('oncall.sourcesHint')}</span>
      </div>
      <Covers {...props} covers={sources.covers.filter(inView)} />
      <Shifts {...props} shifts={sources.shifts.filter(inView)} />
      <Rotations {...props} rotations={sources.rotations} />
    </section>
  );
}

function Group(props: {
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

function Who({ id, people }: { readonly id: string; readonly people: ReadonlyMap<string, Person> }) {
  const { t } = useText();
  const person = people.get(id);
  return (
    <>
      <span className={`who-dot who-${person?.hue ?? 0}`} aria-hidden="true" />
      {person?.name ?? id}
      {person && !person.hasPhone && <span className="red"> · {t('oncall.noPhone')}</span>}
    </>
  );
}

function useDutyName(placeName: (propertyId: string) => string): (key: DutyKey) => string {
  const { t } = useText();
  return ({ trade, role, propertyId }) =>
    `${t(`words.trade.${trade}`)} ${t(`words.role.${role}`)}${propertyId === null ? '' : ` · ${placeName(propertyId)}`}`;
}

function Covers(props: SourcesProps & { readonly covers: readonly Cover[] }) {
  const { covers, now, zone, people, placeName, staffName, onRemove } = props;
  const { t, language } = useText();
  const dutyName = useDutyName(placeName);
  return (
    <Group title={t('oncall.covers')} count={covers.length} none={t('oncall.noCovers')}>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('oncall.columns.who')}</th>
            <th>{t('oncall.columns.duty')}</th>
            <th>{t('oncall.columns.from')}</th>
            <th>{t('oncall.columns.to')}</th>
            <th>{t('oncall.columns.why')}</th>
            <th>{t('oncall.columns.by')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {covers.map((cover) => (
            <tr key={cover.id}>
              <td>
                <Who id={cover.responderId} people={people} />
              </td>
              <td>{dutyName(cover)}</td>
              <td className="tight">{whenOf(cover.startsAt, now, zone, language)}</td>
              <td className="tight">{whenOf(cover.endsAt, now, zone, language)}</td>
              <td>{cover.reason}</td>
              <td className="dim">{staffName(cover.by)}</td>
              <td className="row-actions">
                <ActionButton
                  label={t('oncall.remove')}
                  kind="quiet"
                  onPress={() => onRemove({ kind: 'cover', cover })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  );
}

function Shifts(props: SourcesProps & { readonly shifts: readonly Shift[] }) {
  const { shifts, now, zone, people, placeName, onEdit, onRemove } = props;
  const { t, language } = useText();
  const dutyName = useDutyName(placeName);
  return (
    <Group title={t('oncall.shifts')} count={shifts.length} none={t('oncall.noShifts')}>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('oncall.columns.who')}</th>
            <th>{t('oncall.columns.duty')}</th>
            <th>{t('oncall.columns.from')}</th>
            <th>{t('oncall.columns.to')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.id}>
              <td>
                <Who id={shift.responderId} people={people} />
              </td>
              <td>{dutyName(shift)}</td>
              <td className="tight">{whenOf(shift.startsAt, now, zone, language)}</td>
              <td className="tight">{whenOf(shift.endsAt, now, zone, language)}</td>
              <td className="row-actions">
                <ActionButton label={t('oncall.edit')} kind="quiet" onPress={() => onEdit({ kind: 'shift', shift })} />
                <ActionButton
                  label={t('oncall.remove')}
                  kind="quiet"
                  onPress={() => onRemove({ kind: 'shift', shift })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  );
}

function Rotations(props: SourcesProps & { readonly rotations: readonly Rotation[] }) {
  const { rotations, people, placeName, onEdit, onRemove } = props;
  const { t } = useText();
  const dutyName = useDutyName(placeName);
  const handOff = (rotation: Rotation) => {
    const weekday = WEEKDAYS[rotation.handOffWeekday - 1] ?? 'mon';
    return `${t(`oncall.weekday.${weekday}`)} ${rotation.handOffTime} · ${rotation.zone}`;
  };
  return (
    <Group title={t('oncall.rotations')} count={rotations.length} none={t('oncall.noRotations')}>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('oncall.columns.duty')}</th>
            <th>{t('oncall.columns.turns')}</th>
            <th>{t('oncall.columns.handOff')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rotations.map((rotation) => (
            <tr key={rotation.id}>
              <td className="tight">{dutyName(rotation)}</td>
              <td>
                <ol className="turns">
                  {rotation.members.map((id, index) => (
                    // A person may come twice, so the place in the order belongs to the key.
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    <li key={`${id} ${index}`}>
                      <Who id={id} people={people} />
                    </li>
                  ))}
                </ol>
              </td>
              <td>
                {handOff(rotation)}
                <span className="sub">
                  {t('oncall.turnsOf', { count: rotation.turn.count })},{' '}
                  {rotation.untilDate === null
                    ? t('oncall.sinceDate', { from: rotation.fromDate })
                    : t('oncall.untilDate', { from: rotation.fromDate, until: rotation.untilDate })}
                </span>
              </td>
              <td className="row-actions">
                <ActionButton
                  label={t('oncall.edit')}
                  kind="quiet"
                  onPress={() => onEdit({ kind: 'rotation', rotation })}
                />
                <ActionButton
                  label={t('oncall.remove')}
                  kind="quiet"
                  onPress={() => onRemove({ kind: 'rotation', rotation })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  );
}
