import type { OnCallNow } from '#shared/contract';
import { Kbd } from '../parts/index.ts';
import { go, openCommandBar, useOnCall, useStatus } from '../stores/index.ts';
import { phoneOf, shortName } from './format.ts';
import { useText } from './i18n.ts';
import { useWhen } from './surroundings.ts';

/** Who would be woken now, trade by trade; what is missing is said where the name would stand. */
export function OnCallStrip() {
  const { t } = useText();
  const trades = useOnCall((state) => state.trades);
  return (
    <section className="strip" aria-label={t('frame.onCallNow')}>
      <ul>
        {trades?.length === 0 && (
          <li>
            <button type="button" onClick={() => go('oncall')}>
              <span className="red">{t('frame.nobodyAtAll')}</span>
            </button>
          </li>
        )}
        {trades?.map((trade) => (
          <TradeNow key={trade.trade} trade={trade} />
        ))}
      </ul>
    </section>
  );
}

function TradeNow({ trade }: { readonly trade: OnCallNow }) {
  const { t } = useText();
  const when = useWhen();
  const { primary, backup, gap, exceptions } = trade;
  const numbers = [primary, backup]
    .filter((person) => person !== null)
    .map((person) => `${person.name} ${person.phone ? phoneOf(person.phone) : '—'}`);
  const isBackupGap = gap?.role === 'backup' && backup !== null;
  const after = gap && (gap.role === 'primary' ? primary !== null : isBackupGap) ? gap : null;
  return (
    <li title={numbers.join(' · ')}>
      <button type="button" onClick={() => go('oncall')}>
        <span className="overline">
          {t(`words.trade.${trade.trade}`)}
          {primary?.isByGeneral && ` · ${t('frame.byGeneral')}`}
          {primary?.isCover && ` · ${t('frame.cover')}`}
          {exceptions > 0 && (
            <span className="strip-exceptions"> · {t('frame.exceptions', { count: exceptions })}</span>
          )}
        </span>
        <span className="strip-names">
          {primary ? shortName(primary.name) : <span className="red">{t('frame.nobodyOnCall')}</span>}
          <span aria-hidden="true"> → </span>
          {after ? (
            <span className="amber">{t('frame.nobodyAfter', { time: when(after.startsAt) })}</span>
          ) : backup ? (
            shortName(backup.name)
          ) : (
            <span className="dim">{t('frame.noBackup')}</span>
          )}
        </span>
      </button>
    </li>
  );
}

/** Two keys everybody needs, and how this night has gone so far. */
export function Footer() {
  const { t } = useText();
  const status = useStatus((state) => state.status);
  const tonight = status?.tonight;
  return (
    <footer className="footer">
      <button type="button" onClick={() => openCommandBar(true)}>
        <Kbd>/</Kbd> {t('frame.command')}
      </button>
      <button type="button" onClick={() => go('report')}>
        <Kbd>N</Kbd> {t('frame.newReport')}
      </button>
      {tonight && (
        <span className="footer-tonight">
          {t('frame.tonight', {
            ms: tonight.reportToGatewayMs === null ? t('frame.notYet') : `${Math.round(tonight.reportToGatewayMs)} ms`,
            late:
              tonight.latestStepLateMs === null
                ? t('frame.notYet')
                : t('frame.late', { ms: Math.round(tonight.latestStepLateMs) }),
            contacts: tonight.contacts,
            waiting: tonight.waiting,
          })}
        </span>
      )}
    </footer>
  );
}
