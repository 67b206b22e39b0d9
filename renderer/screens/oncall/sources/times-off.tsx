import type { TimeOff } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { isOver } from '../past.ts';
import { usePlan } from '../plan-context.tsx';
import { RowActs } from './row-acts.tsx';
import { SourceGroup, Who } from './sources.tsx';

export function TimesOff({ timesOff }: { readonly timesOff: readonly TimeOff[] }) {
  const { t, language } = useText();
  const { now, zone, staffName, nameOf, remove } = usePlan();
  return (
    <SourceGroup title={t('oncall.timesOff')} count={timesOff.length} none={t('oncall.noTimesOff')}>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('oncall.columns.away')}</th>
            <th>{t('oncall.columns.instead')}</th>
            <th>{t('oncall.columns.from')}</th>
            <th>{t('oncall.columns.to')}</th>
            <th>{t('oncall.columns.why')}</th>
            <th>{t('oncall.columns.by')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {timesOff.map((timeOff) => (
            <tr key={timeOff.id} className={isOver(timeOff.endsAt, now) ? 'is-past' : undefined}>
              <td>
                <Who id={timeOff.responderId} />
              </td>
              <td>
                {timeOff.substituteId === null ? (
                  <span className="dim">{t('oncall.noSubstitute')}</span>
                ) : (
                  nameOf(timeOff.substituteId)
                )}
              </td>
              <td className="tight">{whenOf(timeOff.startsAt, now, zone, language)}</td>
              <td className="tight">{whenOf(timeOff.endsAt, now, zone, language)}</td>
              <td>{timeOff.reason}</td>
              <td className="dim">{staffName(timeOff.by)}</td>
              <RowActs isPast={isOver(timeOff.endsAt, now)} onRemove={() => remove({ kind: 'timeOff', timeOff })} />
            </tr>
          ))}
        </tbody>
      </table>
    </SourceGroup>
  );
}
