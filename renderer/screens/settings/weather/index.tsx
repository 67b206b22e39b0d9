import { api, useCore } from '../../../stores/index.ts';
import { WeatherDocuments } from './documents.tsx';
import { WeatherForm } from './form.tsx';
import { WeatherNow } from './now.tsx';
import './weather.css';

export type WeatherData = Awaited<ReturnType<typeof api.weather.get.query>>;

/** The weather that tightens what is dispatched in it: what it is, what the service said, and how it is asked. */
export function WeatherPane() {
  const view = useCore('weather', ['weather', 'settings', 'portfolio'], () => api.weather.get.query());
  if (!view) return null;
  return (
    <div className="split">
      <div className="rows">
        <WeatherNow view={view} />
        {view.documents.length > 0 && <WeatherDocuments view={view} />}
      </div>
      <WeatherForm key={JSON.stringify([view.settings, view.limitSigned])} view={view} />
    </div>
  );
}
