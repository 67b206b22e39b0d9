import type { Shift } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { isOver } from '../past.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { RowActs } from './row-acts.tsx';
import { SourceGroup, Who } from './sources.tsx';

export function Shifts({ shifts }: { readonly shifts: readonly Shift[] }) {
  const { t, language } = useText();
  const { now, zone, open, remove } = usePlan();
  const { full } = useKeyWords();
  return (
    <SourceGroup title={t('oncall.shifts')} count={shifts.length} none={t('oncall.noShifts')}>
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
            <tr key={shift.id} className={isOver(shift.endsAt, now) ? 'is-past' : undefined}>
              <td>
                <Who id={shift.responderId} />
              </td>
              <td>{full(shift)}</td>
              <td className="tight">{whenOf(shift.startsAt, now, zone, language)}</td>
              <td className="tight">{whenOf(shift.endsAt, now, zone, language)}</td>
              <RowActs
                isPast={isOver(shift.endsAt, now)}
                onEdit={() => open({ kind: 'shift', shift, draft: null })}
                onRemove={() => remove({ kind: 'shift', shift })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </SourceGroup>
  );
}
