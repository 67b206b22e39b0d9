import { useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { usePlan } from '../plan-context.tsx';
import { Findings } from './findings.tsx';
import { IdleCovers } from './idle-covers.tsx';
import { Reminders } from './reminders.tsx';
import { StaleFeeds } from './stale-feeds.tsx';
import { countsOf } from './weigh.ts';
import './ahead.css';

/** What will go wrong in the next 14 days if nobody does anything, and what can be done about each. */
export function Ahead({ isKeyed }: { readonly isKeyed: boolean }) {
  const { t } = useText();
  const { outlook, feeds, calendar, properties, now, open } = usePlan();
  if (!outlook) return null;
  const { bad, warn } = countsOf(outlook, feeds, calendar.idleCoverIds.length, properties.length, now);
  const { reminderSettings: settings } = outlook;
  return (
    <section className="ahead" id="ahead" aria-label={t('ahead.title')}>
      <div className="section-head">
        <h2>{t('ahead.title')}</h2>
        <span className="dim ahead-settings">
          {settings.isOn ? t('ahead.remindersOn', { count: settings.hoursBefore }) : t('ahead.remindersOff')}{' '}
          <ActionButton
            label={t('ahead.remindersChange')}
            kind="quiet"
            onPress={() => open({ kind: 'reminders', settings })}
          />
        </span>
      </div>
      {bad + warn === 0 && <p className="note note-ok">{t('ahead.nothing')}</p>}
      <Findings isKeyed={isKeyed} />
      <Reminders />
      <IdleCovers />
      <StaleFeeds />
    </section>
  );
}
