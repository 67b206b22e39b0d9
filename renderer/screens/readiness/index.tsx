import { useState } from 'react';
import type { FeedsView, Readiness } from '#shared/contract';
import { useKeys, useText, useZone, whenOf } from '../../app/index.ts';
import { ActionButton, ScreenHead } from '../../parts/index.ts';
import { api, go, useCore, useNow } from '../../stores/index.ts';
import { AcceptingProvider } from './accepting.tsx';
import { UnheardCheck, WatchCheck } from './alarm-checks.tsx';
import { type AlarmTest, useAlarmTest } from './alarm-test.ts';
import { CalendarsCheck, calendarsLevel } from './calendars-check.tsx';
import { CheckCard } from './check-card.tsx';
import { AwakeCheck, CoverCheck, DiskCheck, ModeCheck, PeopleCheck, TriageCheck } from './checks.tsx';
import { countsOf } from './findings.ts';
import { FallbackCheck, GatewayCheck, TestsCheck, testable } from './gateway-checks.tsx';
import { TestPeople } from './test-people.tsx';
import './readiness.css';

const MINUTE_MS = 60_000;
const TOPICS = ['oncall', 'portfolio', 'settings', 'status', 'session', 'readiness'] as const;

/** Before the night: what is ready, what is not, and what nobody can know from here. */
export function ReadinessScreen() {
  const { t } = useText();
  const minute = Math.floor(useNow() / MINUTE_MS);
  const view = useCore(`readiness ${minute}`, TOPICS, () => api.app.readiness.query());
  const calendars = useCore(`feeds ${minute}`, ['feeds', 'oncall'], () => api.feeds.get.query());
  const alarm = useAlarmTest();
  const [isTesting, setTesting] = useState(false);
  const due = testable(view?.tests.people ?? []);
  const test = () => setTesting(due.length > 0);
  useKeys({
    enter: () => go('desk'),
    escape: () => go('desk'),
    s: alarm.isPlaying ? alarm.stop : alarm.play,
    t: test,
    ...(alarm.isPlaying ? { y: alarm.hear } : {}),
  });
  return (
    <>
      <ScreenHead title={t('readiness.title')}>
        <ActionButton label={t('readiness.toDesk')} cap="Enter" kind="main" onPress={() => go('desk')} />
      </ScreenHead>
      {view && (
        <div className="screen-body readiness">
          <Summary view={view} alarm={alarm} calendars={calendars} />
          <AcceptingProvider accepted={view.accepted}>
            <ul className="checks">
              <CoverCheck cover={view.cover} />
              <PeopleCheck people={view.people} />
              <CalendarsCheck view={calendars} />
              <GatewayCheck gateway={view.gateway} />
              <FallbackCheck fallback={view.fallback} />
              <TestsCheck tests={view.tests} onTest={test} />
              <ModeCheck mode={view.mode} />
              <AlarmCheck alarm={alarm} />
              <UnheardCheck unheard={view.unheard} />
              <AwakeCheck awake={view.awake} />
              <WatchCheck watch={view.watch} />
              <TriageCheck triage={view.triage} />
              <DiskCheck disk={view.disk} />
            </ul>
          </AcceptingProvider>
        </div>
      )}
      {isTesting && <TestPeople people={due} onClose={() => setTesting(false)} />}
    </>
  );
}

function Summary(props: { readonly view: Readiness; readonly alarm: AlarmTest; readonly calendars: FeedsView | null }) {
  const { view, alarm, calendars } = props;
  const { t } = useText();
  const { bad, warn, unknown } = countsOf(view, alarm.heardAt !== null, calendarsLevel(calendars));
  return (
    <p className="readiness-summary">
      <b className={bad > 0 ? 'red' : warn > 0 ? 'amber' : ''}>
        {bad > 0
          ? t('readiness.notReady', { count: bad })
          : warn > 0
            ? t('readiness.look', { count: warn })
            : t('readiness.ready')}
      </b>{' '}
      {unknown > 0 && <span className="dim">{t('readiness.unknown', { count: unknown })}</span>}{' '}
      {view.accepted.length > 0 && (
        <span className="dim">{t('readiness.acceptedCount', { count: view.accepted.length })}</span>
      )}
    </p>
  );
}

function AlarmCheck({ alarm }: { readonly alarm: AlarmTest }) {
  const { t, language } = useText();
  const zone = useZone();
  const now = useNow();
  const { heardAt, isPlaying } = alarm;
  const words = isPlaying
    ? t('readiness.alarmPlaying')
    : heardAt === null
      ? t('readiness.alarmUntried')
      : t('readiness.alarmHeard', { time: whenOf(heardAt, now, zone, language) });
  return (
    <CheckCard title={t('readiness.check.alarm')} level={heardAt === null ? 'unknown' : 'ok'} words={words}>
      {isPlaying && <ActionButton label={t('readiness.heard')} cap="Y" kind="main" onPress={alarm.hear} />}
      <ActionButton
        label={isPlaying ? t('readiness.stop') : t('readiness.play')}
        cap="S"
        onPress={isPlaying ? alarm.stop : alarm.play}
      />
    </CheckCard>
  );
}
