import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WeatherSettings } from '#shared/contract';
import { ALERT_EVENTS } from '#shared/weather';
import { tell, useText, useWhen } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import type { WeatherData } from './index.tsx';

/** Below the field, as everywhere in the settings. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Whether and where the weather is asked for, and what counts as frost and heat. */
export function WeatherForm({ view }: { readonly view: WeatherData }) {
  const { t } = useText();
  const when = useWhen();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState<WeatherSettings>(view.settings);
  const change = (fields: Partial<WeatherSettings>) => setDraft({ ...draft, ...fields });
  const save = () =>
    send(
      () => api.weather.save.mutate(draft),
      () => tell(t('weather.saved')),
    );
  const signed = view.limitSigned;
  return (
    <form
      className="card rows"
      aria-label={t('weather.settings')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t('weather.settings')}</h2>
      <div className="form-grid">
        <Checkbox
          className="wide"
          label={t('weather.isOn')}
          description={t('weather.isOnHint')}
          checked={draft.isOn}
          onChange={(event) => change({ isOn: event.currentTarget.checked })}
        />
        <Located view={view} />
        <TextInput
          inputWrapperOrder={ORDER}
          label={t('weather.contact')}
          description={t('weather.contactHint')}
          value={draft.contact}
          onChange={(event) => change({ contact: event.currentTarget.value })}
        />
        <TextInput
          label={t('weather.baseUrl')}
          value={draft.baseUrl}
          onChange={(event) => change({ baseUrl: event.currentTarget.value })}
        />
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('weather.freezeF')}
          description={t('weather.within')}
          value={draft.freezeF}
          {...{ min: -40, max: 60, allowDecimal: false }}
          onChange={(value) => typeof value === 'number' && change({ freezeF: value })}
        />
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('weather.heatF')}
          description={t('weather.within')}
          value={draft.heatF}
          {...{ min: 70, max: 140, allowDecimal: false }}
          onChange={(value) => typeof value === 'number' && change({ heatF: value })}
        />
        <NumberInput
          className="wide"
          inputWrapperOrder={ORDER}
          label={t('weather.limit')}
          description={
            signed ? t('weather.limitSigned', { name: signed.by, time: when(signed.at) }) : t('weather.limitHint')
          }
          value={draft.spendingLimitUsd ?? ''}
          {...{ min: 1, max: 100_000, allowDecimal: false }}
          onChange={(value) => change({ spendingLimitUsd: typeof value === 'number' ? value : null })}
        />
        <Alerts />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="dialog-buttons">
        <ActionButton label={t('weather.save')} kind="main" isSubmit isDisabled={isBusy} onPress={save} />
      </div>
    </form>
  );
}

const NAMES_SHOWN = 5;

function Located({ view }: { readonly view: WeatherData }) {
  const { t } = useText();
  const { located, unlocated } = view;
  const names = unlocated.slice(0, NAMES_SHOWN).join(', ') + (unlocated.length > NAMES_SHOWN ? ', …' : '');
  return (
    <p className={`wide note ${unlocated.length === 0 ? 'note-ok' : 'note-warn'}`}>
      {t('weather.located', { count: located, of: located + unlocated.length })}{' '}
      {unlocated.length > 0 && t('weather.unlocated', { names })}
    </p>
  );
}

/** The service's own names, which stand in its messages and in the log. */
function Alerts() {
  const { t } = useText();
  return (
    <div className="wide">
      <p className="field-label">{t('weather.alerts')}</p>
      {(['freeze', 'heat'] as const).map((mode) => (
        <p key={mode} className="dim">
          {t(`weather.mode.${mode}`)}: {ALERT_EVENTS[mode].join(', ')}
        </p>
      ))}
    </div>
  );
}
