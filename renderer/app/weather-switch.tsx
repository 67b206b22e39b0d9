import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WeatherPlace, WeatherSwitchInput } from '#shared/contract';
import { Choice, FormDialog, TimeField, useSend } from '../parts/index.ts';
import { api, coreNow, useCore } from '../stores/index.ts';
import { tell } from './attempt.ts';
import { useText } from './i18n.ts';
import { nextWallTime } from './next-wall-time.ts';
import { useWhen, useZone } from './surroundings.ts';

const MODES = ['freeze', 'heat', 'off', 'asForecast'] as const;
/** By then somebody is in the office again. */
const MORNING = '08:00';

/** Freeze or heat mode by hand: where, until when, and in which words. It counts before any forecast. */
export function WeatherSwitchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const zone = useZone();
  const when = useWhen();
  const { send, refusal, isBusy } = useSend();
  const view = useCore('weather', ['weather'], () => api.weather.get.query());
  const [mode, setMode] = useState<WeatherSwitchInput['mode']>('freeze');
  const [place, setPlace] = useState<WeatherPlace>('company');
  const [until, setUntil] = useState(MORNING);
  const [words, setWords] = useState('');
  const isBack = mode === 'asForecast';
  const untilAt = nextWallTime(until === '' ? MORNING : until, zone, coreNow());
  const save = () =>
    send(
      () => api.weather.switch.mutate({ place, mode, untilAt, words: words.trim() }),
      () => {
        tell(t('weather.switched'));
        onClose();
      },
    );
  return (
    <FormDialog
      title={t('weather.switch')}
      submit={t('weather.switchDo')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={words.trim() !== '' && (isBack || until !== '')}
      onSubmit={save}
      onClose={onClose}
      size="md"
    >
      <div className="wide">
        <Choice
          label={t('weather.which')}
          options={MODES.map((value) => ({ value, label: t(`weather.choice.${value}`) }))}
          value={mode}
          onChange={setMode}
          hasFocus
        />
      </div>
      <NativeSelect
        label={t('weather.where')}
        value={place}
        data={(view?.places ?? []).map((each) => ({ value: each.place, label: each.name || t('weather.everywhere') }))}
        onChange={(event) => setPlace(event.currentTarget.value as WeatherPlace)} // one of the places above
      />
      {!isBack && (
        <TimeField
          label={until === '' ? t('weather.until') : t('weather.untilWhen', { time: when(untilAt) })}
          value={until}
          onChange={setUntil}
        />
      )}
      <div className="wide">
        <TextInput
          label={t('weather.words')}
          value={words}
          maxLength={300}
          placeholder={t('weather.wordsExample')}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <p className="wide dim">{t('weather.switchMeans')}</p>
    </FormDialog>
  );
}
