import { useEffect } from 'react';
import type { AlarmView } from '#shared/contract';
import { ActionButton } from '../parts/index.ts';
import { api, openIncident, refreshAlarms, useAlarms, useNow, useRoute } from '../stores/index.ts';
import { alarmWord, gravestFirst, loudestOf } from './alarms.ts';
import { attempt, refusalWords, tell } from './attempt.ts';
import { shortName } from './format.ts';
import { useText } from './i18n.ts';
import { useHeardKeys } from './keyboard.ts';
import { startSound, startTick } from './sounds.ts';
import { useWhen } from './surroundings.ts';

function useSounding(loudest: AlarmView | null): void {
  const isOnCall = useRoute((route) => route.screen === 'report');
  const sound = loudest?.sound ?? null;
  const isLooping = loudest?.isLooping ?? false;
  // A sound that goes on is not begun anew by the next alarm that has the same one.
  const once = loudest === null || isLooping ? '' : `${loudest.kind} ${loudest.incidentId} ${loudest.since}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `once` begins it again for another alarm
  useEffect(() => {
    if (sound === null) return;
    return isOnCall ? startTick(isLooping) : startSound(sound, isLooping);
  }, [sound, isLooping, once, isOnCall]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-alarm', sound !== null);
  }, [sound]);
}

/**
 * What is alarmed, since when, and the key that says "heard". At the desk it stands in the header, where its coming and
 * going moves nothing.
 */
export function AlarmBar() {
  const { t, language } = useText();
  const when = useWhen();
  const alarms = useAlarms((state) => state.alarms);
  const now = useNow();
  const loudest = loudestOf(alarms, now);
  useSounding(loudest);
  const hear = async () => {
    const answer = await attempt(api.alarm.heard.mutate());
    if (!answer.ok) tell(refusalWords(answer, language), 'refused');
    await refreshAlarms();
  };
  useHeardKeys(() => void hear(), loudest !== null);
  const shown = loudest ?? gravestFirst(alarms)[0];
  if (!shown) return null;
  const { incidentId } = shown;
  const more = alarms.length - 1;
  const lastCall = shown.chain.at(-1);
  const called = lastCall && { who: lastCall.who.map(shortName).join(', ') || '—', time: when(lastCall.calledAt) };
  const silenced = loudest === null ? shown.isSilencedUntil : null;
  return (
    <section
      className={`alarm-bar${silenced === null ? ' is-loud' : ''}`}
      aria-label={t(`words.alarm.${alarmWord(shown.kind)}`)}
    >
      <div className="alarm-words">
        <b>{t(`words.alarm.${alarmWord(shown.kind)}`)}</b>
        {incidentId !== null && (
          <button type="button" className="alarm-place" onClick={() => openIncident(incidentId)}>
            #{shown.number} {shown.place}
          </button>
        )}
        <span className="alarm-since">
          {shown.detail !== null && `${shown.detail[language]} · `}
          {t('frame.alarmSince', { time: when(shown.since) })}
          {called && ` · ${t('frame.alarmCalled', called)}`}
          {more > 0 && ` · ${t('frame.alarmMore', { count: more })}`}
        </span>
      </div>
      <span className="alarm-end" title={t('frame.heardMeaning')}>
        {silenced === null ? (
          <ActionButton label={t('frame.heard')} cap="M" onPress={() => void hear()} />
        ) : (
          <span>{t('frame.heardUntil', { time: when(silenced) })}</span>
        )}
      </span>
    </section>
  );
}
