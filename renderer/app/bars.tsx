import { useEffect } from 'react';
import type { AlarmView } from '#shared/contract';
import { ActionButton } from '../parts/index.ts';
import { api, go, refreshAlarms, useAlarms, useAppInfo, useLink, useNow, useRoute } from '../stores/index.ts';
import { alarmWord, loudestOf } from './alarms.ts';
import { attempt, refusalWords, tell } from './attempt.ts';
import { timeOf } from './format.ts';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';
import { soundOf, startSound, startTick } from './sounds.ts';
import { useZone } from './surroundings.ts';

/** While nothing leaves, or the company is made up, the whole desk says so, on every screen. */
export function PracticeBanner() {
  const { t } = useText();
  const info = useAppInfo((state) => state.info);
  if (!info || !(info.isPractice || info.isDemo)) return null;
  const word = info.isPractice ? t('frame.practice') : t('frame.demoLive');
  return (
    <aside className="practice-banner" aria-label={word}>
      <b>{word}</b>
      <span>{info.isPractice ? t('frame.practiceMeaning') : t('frame.demoLiveMeaning')}</span>
    </aside>
  );
}

/** Says since when the core has not been heard, and what is and is not known. */
export function LinkBar() {
  const { t } = useText();
  const zone = useZone();
  const { isUp, downSince } = useLink();
  if (isUp || downSince === null) return null;
  const time = timeOf(downSince, zone, true);
  return (
    <div className="alarm-bar" role="alert">
      <b>{t('frame.linkDown', { time })}</b>
      <span>{t('frame.linkDownMeaning', { time })}</span>
    </div>
  );
}

function useSounding(loudest: AlarmView | null): void {
  const isOnCall = useRoute((route) => route.screen === 'report');
  const sound = loudest ? soundOf(loudest.kind) : null;
  useEffect(() => {
    if (sound === null) return;
    return isOnCall ? startTick() : startSound(sound);
  }, [sound, isOnCall]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-alarm', sound !== null);
  }, [sound]);
}

/** The red bar on top: what is alarmed, since when, and the key that says "heard". */
export function AlarmBar() {
  const { t, language } = useText();
  const zone = useZone();
  const alarms = useAlarms((state) => state.alarms);
  const now = useNow();
  const loudest = loudestOf(alarms, now);
  useSounding(loudest);
  const hear = async () => {
    const answer = await attempt(api.alarm.heard.mutate());
    if (!answer.ok) tell(refusalWords(answer, language), 'refused');
    await refreshAlarms();
  };
  useKeys({ m: () => void hear(), f2: () => void hear() }, loudest !== null);
  const shown = loudest ?? alarms[0];
  if (!shown) return null;
  const more = alarms.length - 1;
  const silenced = loudest === null ? shown.isSilencedUntil : null;
  return (
    <section
      className={`alarm-bar${silenced === null ? ' is-loud' : ''}`}
      aria-label={t(`words.alarm.${alarmWord(shown.kind)}`)}
    >
      <b>{t(`words.alarm.${alarmWord(shown.kind)}`)}</b>
      {shown.incidentId !== null && (
        <button type="button" className="alarm-place" onClick={() => go('desk', shown.incidentId)}>
          #{shown.number} {shown.place}
        </button>
      )}
      {shown.detail !== null && <span className="alarm-detail">{shown.detail[language]}</span>}
      <span>
        {t('frame.alarmSince', { time: timeOf(shown.since, zone) })}
        {more > 0 && ` · ${t('frame.alarmMore', { count: more })}`}
      </span>
      <span className="alarm-end">
        {silenced === null ? (
          <>
            <span className="alarm-note">{t('frame.heardMeaning')}</span>
            <ActionButton label={t('frame.heard')} cap="M" onPress={() => void hear()} />
          </>
        ) : (
          <span>{t('frame.heardUntil', { time: timeOf(silenced, zone) })}</span>
        )}
      </span>
    </section>
  );
}
