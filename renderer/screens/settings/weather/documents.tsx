import { tell, useText, useWhen } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import type { WeatherData } from './index.tsx';

/** Each document in hand as the log names it, and how the last try to have a newer one ended. */
export function WeatherDocuments({ view }: { readonly view: WeatherData }) {
  const { t, pick } = useText();
  const when = useWhen();
  const { send, refusal, isBusy } = useSend();
  const askNow = () =>
    send(
      () => api.weather.refresh.mutate(),
      () => tell(t('weather.asked')),
    );
  return (
    <section className="card rows" aria-label={t('weather.documents')}>
      <div className="paste-head">
        <h2>{t('weather.documents')}</h2>
        <ActionButton label={t('weather.refresh')} onPress={askNow} isDisabled={isBusy} />
      </div>
      <RefusalNote refusal={refusal} />
      <ul className="weather-list">
        {view.documents.map(({ kind, url, checkedAt, sha256, trouble }) => (
          <li key={url}>
            <b>{t(`weather.kind.${kind}`)}</b>
            <span className="dim">
              {checkedAt === null ? t('weather.never') : t('weather.readAt', { time: when(checkedAt) })}
            </span>
            <code className="weather-source">{url}</code>
            {sha256 !== null && <code className="weather-source">{t('weather.print', { sha256 })}</code>}
            {trouble && <span className="weather-trouble">{pick(trouble)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
