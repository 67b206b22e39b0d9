import type { WeatherStatus } from '#shared/contract';
import { useText } from './i18n.ts';
import { useWhen } from './surroundings.ts';

/** How the weather is told: in the header in a few words, in the settings in a sentence. */
export function useWeatherWords(): {
  /** `freeze mode since 22:10, forecast 24 °F`. */
  readonly mode: (status: WeatherStatus) => string;
  /** What put it on, or that nobody knows; empty where there is nothing to say. */
  readonly cause: (status: WeatherStatus) => string;
} {
  const { t } = useText();
  const when = useWhen();
  const cause = ({ why, temperatureF, alert, by, untilAt, isUnknown }: WeatherStatus): string => {
    if (why === 'byHand' && by !== null && untilAt !== null)
      return t('weather.byHand', { name: by, time: when(untilAt) });
    if (isUnknown) return t('weather.unknown');
    if (why === 'alert' && alert !== null) return alert;
    return why === 'forecast' && temperatureF !== null ? t('weather.forecast', { degrees: temperatureF }) : '';
  };
  return {
    cause,
    mode(status) {
      const { mode, since } = status;
      const name = t(`weather.mode.${mode}`);
      const said = since === null ? name : t('weather.since', { mode: name, time: when(since) });
      const because = cause(status);
      return because === '' ? said : mode === 'none' && status.isUnknown ? because : `${said}, ${because}`;
    },
  };
}
