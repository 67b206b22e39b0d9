import type { WeatherApi } from '../oncall-api.ts';
import { DONE, type Parts, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

/** The weather that tightens what is dispatched in it: what it is, whether it is asked for, and the switch by hand. */
export function weatherApi(parts: Parts): WeatherApi {
  const { weather, clock } = parts;
  return {
    weather: () => weather.view(),
    saveWeather(settings) {
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      return weather.save(settings, { at: clock.now(), by });
    },
    switchWeather(input) {
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      return weather.switchByHand(input, { at: clock.now(), by });
    },
    async refreshWeather() {
      await weather.refresh();
      return DONE;
    },
  };
}
