import type { Rotation } from '#shared/contract';
import { instantOfWallTime, dayOf as numberOfDay } from '#shared/oncall';
import { useText, whenOf } from '../../../app/index.ts';
import { useHoursWords } from '../forms/hours-words.ts';
import { isOver } from '../past.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { WEEKDAYS } from '../views.ts';
import { RowActs } from './row-acts.tsx';
import { SourceGroup, Who } from './sources.tsx';

/** When a rotation says nothing any more; null for never. */
export function endOf({ untilDate, validUntil, zone, handOffTime }: Rotation): number | null {
  const untilAt = untilDate === null ? null : instantOfWallTime(zone, numberOfDay(untilDate), handOffTime);
  if (untilAt === null || validUntil === null) return untilAt ?? validUntil;
  return Math.min(untilAt, validUntil);
}

export function Rotations({ rotations }: { readonly rotations: readonly Rotation[] }) {
  const { t } = useText();
  const { now } = usePlan();
  const isPast = (rotation: Rotation) => isOver(endOf(rotation), now);
  // Those that are over are kept for what was; they come last.
  const inOrder = [...rotations.filter((each) => !isPast(each)), ...rotations.filter(isPast)];
  return (
    <SourceGroup title={t('oncall.rotations')} count={rotations.length} none={t('oncall.noRotations')}>
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
          {inOrder.map((rotation) => (
            <RotationRow key={rotation.id} rotation={rotation} isPast={isPast(rotation)} />
          ))}
        </tbody>
      </table>
    </SourceGroup>
  );
}

function RotationRow({ rotation, isPast }: { readonly rotation: Rotation; readonly isPast: boolean }) {
  const { t, language } = useText();
  const { now, open, remove } = usePlan();
  const { duty, where } = useKeyWords();
  const hours = useHoursWords();
  const { turn, handOffTime, zone, validFrom, validUntil } = rotation;
  const weekday = t(`oncall.weekday.${WEEKDAYS[rotation.handOffWeekday - 1] ?? 'mon'}`);
  const when = (at: number) => whenOf(at, now, zone, language);
  const place = where(rotation);
  return (
    <tr className={isPast ? 'is-past' : undefined}>
      <td className="tight">
        {duty(rotation)}
        {place !== null && <span className="sub">{place}</span>}
        {rotation.layer > 1 && <span className="sub">{t('oncall.layerOf', { layer: rotation.layer })}</span>}
      </td>
      <td>
        <ol className="turns">
          {rotation.members.map((id, index) => (
            // A person may come twice, so the place in the order belongs to the key.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${id} ${index}`}>
              <Who id={id} />
            </li>
          ))}
        </ol>
        {rotation.hours.length > 0 && <span className="sub">{hours(rotation.hours)}</span>}
      </td>
      <td>
        {turn.unit === 'week' ? `${weekday} ${handOffTime}` : handOffTime} · {zone}
        <span className="sub">
          {t(turn.unit === 'week' ? 'oncall.turnsOf' : 'oncall.turnsOfDays', { count: turn.count })},{' '}
          {rotation.untilDate === null
            ? t('oncall.sinceDate', { from: rotation.fromDate })
            : t('oncall.untilDate', { from: rotation.fromDate, until: rotation.untilDate })}
        </span>
        {validFrom !== null && <span className="sub">{t('oncall.validFrom', { time: when(validFrom) })}</span>}
        {validUntil !== null && <span className="sub">{t('oncall.validUntil', { time: when(validUntil) })}</span>}
      </td>
      <RowActs
        isPast={isPast}
        onEdit={() => open({ kind: 'rotation', rotation, key: null })}
        onRemove={() => remove({ kind: 'rotation', rotation })}
      />
    </tr>
  );
}
