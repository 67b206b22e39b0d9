import type { Readiness } from '#shared/contract';
import { useText, useZone, whenOf } from '../../app/index.ts';
import { coreNow } from '../../stores/index.ts';
import { CheckCard } from './check-card.tsx';
import { OpenScreen } from './open-screen.tsx';

/** Who is called when nobody at the desk hears an alarm. */
export function UnheardCheck({ unheard }: Pick<Readiness, 'unheard'>) {
  const { t, language } = useText();
  const { level, coordinator, managers } = unheard;
  const names = new Intl.ListFormat(language).format([...managers]);
  const words =
    managers.length === 0
      ? t('readiness.unheardNobody')
      : coordinator?.hasMobile === true
        ? t('readiness.unheardBoth', { coordinator: coordinator.name, managers: names })
        : t('readiness.unheardManagers', { managers: names });
  const lines = coordinator?.hasMobile === false ? [t('readiness.noMobile', { name: coordinator.name })] : [];
  return (
    <CheckCard check="unheard" title={t('readiness.check.unheard')} level={level} words={words} lines={lines}>
      {level !== 'ok' && <OpenScreen screen="portfolio" tab="responders" />}
    </CheckCard>
  );
}

/** Whether a second computer would say so if this one died. */
export function WatchCheck({ watch }: Pick<Readiness, 'watch'>) {
  const { t, language } = useText();
  const zone = useZone();
  const { level, isOn, askedAt } = watch;
  const time = askedAt === null ? null : whenOf(askedAt, coreNow(), zone, language);
  const words = !isOn
    ? t('readiness.watchOff')
    : time === null
      ? t('readiness.watchNever')
      : t(level === 'ok' ? 'readiness.watchOk' : 'readiness.watchSilent', { time });
  return (
    <CheckCard check="watch" title={t('readiness.check.watch')} level={level} words={words}>
      {level !== 'ok' && <OpenScreen screen="settings" tab="watch" />}
    </CheckCard>
  );
}
