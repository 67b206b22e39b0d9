import type { WeatherStatus } from '#shared/contract';
import { openWeatherSwitch, useStatus } from '../stores/index.ts';
import { useText } from './i18n.ts';
import { useWeatherWords } from './weather-words.ts';

/** Of several the longest, with the worst hour of all. */
function worstOf(all: readonly WeatherStatus[]): WeatherStatus | null {
  const [first] = all;
  if (!first) return null;
  const same = all.filter(({ mode, why }) => mode === first.mode && why === first.why);
  const degrees = same.flatMap(({ temperatureF }) => temperatureF ?? []);
  const worst = first.mode === 'heat' ? Math.max(...degrees) : Math.min(...degrees);
  return {
    ...first,
    since: first.since === null ? null : Math.min(...same.map(({ since }) => since ?? first.since ?? 0)),
    temperatureF: degrees.length === 0 ? null : worst,
    isUnknown: all.some(({ isUnknown }) => isUnknown),
  };
}

/** The weather mode that is on, since when and for what; nothing where none is on and the weather is known. */
export function WeatherDot() {
  const { t } = useText();
  const words = useWeatherWords();
  const all = useStatus((state) => state.status?.weather);
  const worst = worstOf(all ?? []);
  if (!worst) return null;
  const said = words.mode(worst);
  return (
    <li className={`dot dot-${worst.isUnknown ? 'down' : 'warn'}`} title={said}>
      <button type="button" aria-label={`${said}. ${t('weather.switch')}`} onClick={() => openWeatherSwitch(true)}>
        {said}
      </button>
    </li>
  );
}
