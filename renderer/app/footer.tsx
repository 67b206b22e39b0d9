import type { OnCallNow, OnCallPerson } from '#shared/contract';
import { Kbd } from '../parts/index.ts';
import { api, go, openCommandBar, useCore, useOnCall, useQuarter, useStatus } from '../stores/index.ts';
import { isStale } from './calendar-age.ts';
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
        <StaleCalendars />
      </ul>
    </section>
  );
}

/** Live calendars that cannot be read: who is on by them may be out of date. Nothing while all is well. */
function StaleCalendars() {
  const { t } = useText();
  const when = useWhen();
  const now = useQuarter();
  const view = useCore('feeds', ['feeds'], () => api.feeds.get.query());
  const stale = view?.feeds.filter((each) => isStale(each, now)) ?? [];
  const oldest = stale.toSorted((a, b) => (a.checkedAt ?? 0) - (b.checkedAt ?? 0))[0];
  if (!oldest) return null;
  return (
    <li title={stale.map(({ feed }) => feed.name).join(' · ')}>
      <button type="button" onClick={() => go('oncall', 'feeds')}>
        <span className="overline">{t('frame.calendars', { count: stale.length })}</span>
        <span className="strip-names amber">
          {oldest.checkedAt === null
            ? t('frame.calendarNever')
            : t('frame.calendarAsOf', { time: when(oldest.checkedAt) })}
        </span>
      </button>
    </li>
  );
}

function TradeNow({ trade }: { readonly trade: OnCallNow }) {
  const { t } = useText();
  const { primary, backup, exceptions, elsewhere } = trade;
  const numbers = [primary, backup]
    .filter((person) => person !== null)
    .map((person) => `${person.name} ${person.phone ? phoneOf(person.phone) : '—'}`);
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
          {elsewhere > 0 ? (
            <span className="dim">{t('frame.onlyElsewhere', { count: elsewhere })}</span>
          ) : (
            <PeopleNow trade={trade} />
          )}
        </span>
      </button>
    </li>
  );
}

/** Primary and who comes after; what is missing is said where the name would stand. */
function PeopleNow({ trade }: { readonly trade: OnCallNow }) {
  const { t } = useText();
  const when = useWhen();
  const { primary, backup, gap } = trade;
  const isBackupGap = gap?.role === 'backup' && backup !== null;
  const after = gap && (gap.role === 'primary' ? primary !== null : isBackupGap) ? gap : null;
  return (
    <>
      {primary ? <PersonNow person={primary} /> : <span className="red">{t('frame.nobodyOnCall')}</span>}
      <span aria-hidden="true"> → </span>
      {after ? (
        <span className="amber">{t('frame.nobodyAfter', { time: when(after.startsAt) })}</span>
      ) : backup && backup.responderId === primary?.responderId ? (
        <span className="amber">{t('frame.onePerson')}</span>
      ) : backup ? (
        <PersonNow person={backup} />
      ) : (
        <span className="dim">{t('frame.noBackup')}</span>
      )}
    </>
  );
}

/** A name as short as it can be; whoever no text can reach is said to be so. */
function PersonNow({ person }: { readonly person: OnCallPerson }) {
  const { t } = useText();
  return (
    <>
      {shortName(person.name)}
      {person.phone === null && <span className="red"> {t('frame.noNumber')}</span>}
    </>
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
      <button type="button" onClick={() => go('readiness')}>
        <Kbd>V</Kbd> {t('frame.screens.readiness')}
      </button>
      {tonight && (
        <span
          className="footer-tonight"
          title={
            tonight.medianReportToGatewayMs === null
              ? undefined
              : t('frame.tonightMedian', { ms: Math.round(tonight.medianReportToGatewayMs) })
          }
        >
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
