import { api, useCore } from '../../../stores/index.ts';

/** Whether the weather tightens what is dispatched, and what it is now. */
export function WeatherPane() {
  const view = useCore('weather', ['weather', 'settings', 'portfolio'], () => api.weather.get.query());
  return view && <section className="card">{view.settings.baseUrl}</section>;
}
