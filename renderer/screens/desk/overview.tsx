import { TIERS } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { TierMark } from '../../parts/index.ts';
import { useStatus } from '../../stores/index.ts';

const WORD = { P1: 'p1', P2: 'p2', P3: 'p3' } as const;

/** What stands where an incident would: how many are open, and the keys to get going. */
export function Overview() {
  const { t } = useText();
  const open = useStatus((state) => state.status?.openCount);
  return (
    <section className="overview" aria-label={t('desk.incident.none')}>
      <ul className="overview-tiles">
        {TIERS.map((tier) => (
          <li key={tier}>
            <TierMark tier={tier} size="large" />
            <span className="overview-number">{open?.[tier] ?? '–'}</span>
            <span className="dim">
              {t(`desk.incident.${WORD[tier]}`)}, {t('desk.incident.open')}
            </span>
          </li>
        ))}
      </ul>
      <p className="dim">{t('desk.incident.noneWords')}</p>
    </section>
  );
}
