import type { GapDecision } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { isOver } from '../past.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { RowActs } from './row-acts.tsx';
import { SourceGroup, Who } from './sources.tsx';

export function Decisions({ decisions }: { readonly decisions: readonly GapDecision[] }) {
  const { t, language } = useText();
  const { now, zone, staffName, remove } = usePlan();
  const { full } = useKeyWords();
  const isPast = ({ until }: GapDecision) => isOver(until, now);
  return (
    <SourceGroup title={t('oncall.decisions')} count={decisions.length} none={t('oncall.noDecisions')}>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('oncall.columns.duty')}</th>
            <th>{t('oncall.columns.decided')}</th>
            <th>{t('oncall.columns.to')}</th>
            <th>{t('oncall.columns.why')}</th>
            <th>{t('oncall.columns.by')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => (
            <tr key={decision.id} className={isPast(decision) ? 'is-past' : undefined}>
              <td>{full(decision)}</td>
              <td>{decision.kind === 'vendor' ? <Who id={decision.responderId} /> : t('oncall.acceptedGap')}</td>
              <td className="tight">
                {decision.until === null ? t('oncall.noEnd') : whenOf(decision.until, now, zone, language)}
              </td>
              <td>{decision.reason}</td>
              <td className="dim">{staffName(decision.by)}</td>
              <RowActs isPast={isPast(decision)} onRemove={() => remove({ kind: 'decision', decision })} />
            </tr>
          ))}
        </tbody>
      </table>
    </SourceGroup>
  );
}
