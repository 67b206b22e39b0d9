import type { Cover } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { isOver } from '../past.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { removalOf } from '../removals.ts';
import { RowActs } from './row-acts.tsx';
import { SourceGroup, Who } from './sources.tsx';

export function Covers({ covers }: { readonly covers: readonly Cover[] }) {
  const { t, language } = useText();
  const { calendar, now, zone, staffName, remove } = usePlan();
  const { full } = useKeyWords();
  return (
    <SourceGroup title={t('oncall.covers')} count={covers.length} none={t('oncall.noCovers')}>
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
            <tr key={cover.id} className={isOver(cover.endsAt, now) ? 'is-past' : undefined}>
              <td>
                <Who id={cover.responderId} />
              </td>
              <td>{full(cover)}</td>
              <td className="tight">{whenOf(cover.startsAt, now, zone, language)}</td>
              <td className="tight">{whenOf(cover.endsAt, now, zone, language)}</td>
              <td>
                {cover.reason}
                {cover.swapId !== null && <span className="sub">{t('oncall.ofSwap')}</span>}
                {calendar.idleCoverIds.includes(cover.id) && <span className="sub amber">{t('oncall.idleCover')}</span>}
              </td>
              <td className="dim">{staffName(cover.by)}</td>
              <RowActs
                isPast={isOver(cover.endsAt, now)}
                onRemove={() => remove(removalOf(cover, calendar.sources.covers))}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </SourceGroup>
  );
}
