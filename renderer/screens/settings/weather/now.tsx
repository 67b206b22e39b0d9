import { useText, useWeatherWords, useWhen } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { openWeatherSwitch } from '../../../stores/index.ts';
import type { WeatherData } from './index.tsx';

/** The modes that are on and why, and what people have switched. */
export function WeatherNow({ view }: { readonly view: WeatherData }) {
  const { t } = useText();
  const words = useWeatherWords();
  const when = useWhen();
  const isAsked = view.settings.isOn || view.switches.length > 0;
  return (
    <section className="card rows" aria-label={t('weather.title')}>
      <h2>{t('weather.title')}</h2>
      {isAsked ? (
        <ul className="weather-list">
          {view.now.map((status) => (
            <li key={JSON.stringify(status)} className={`weather-${status.mode}`}>
              <b>{words.mode(status)}</b>
              <span className="dim">
                {t('weather.properties', { count: status.properties })}
                {' · '}
                {status.readAt === null ? t('weather.never') : t('weather.readAt', { time: when(status.readAt) })}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('weather.nowhere')}</p>
      )}
      {view.switches.length > 0 && <Switches view={view} />}
      <div>
        <ActionButton label={t('weather.switch')} onPress={() => openWeatherSwitch(true)} />
      </div>
      <p className="dim">{t('weather.means')}</p>
    </section>
  );
}

function Switches({ view }: { readonly view: WeatherData }) {
  const { t } = useText();
  const when = useWhen();
  const nameOf = (place: string) => view.places.find((each) => each.place === place)?.name || t('weather.everywhere');
  return (
    <>
      <h3 className="overline">{t('weather.hand')}</h3>
      <ul className="weather-list">
        {view.switches.map(({ place, mode, untilAt, by, words }) => (
          <li key={place}>
            <b>
              {t('weather.handLine', { mode: t(`weather.choice.${mode}`), place: nameOf(place), time: when(untilAt) })}
            </b>
            <span className="dim">{t('weather.handBy', { name: by, words })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
