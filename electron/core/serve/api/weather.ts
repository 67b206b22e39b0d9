import { getRow, openDeskSession } from '#core/store';
import type { Staff } from '#shared/contract';
import type { WeatherApi } from '../oncall-api.ts';
import { DONE, type Parts, SIGN_IN_FIRST } from '../parts.ts';

/** The weather that tightens what is dispatched in it: what it is, whether it is asked for, and the switch by hand. */
export function weatherApi(parts: Parts): WeatherApi {
  const { weather, store } = parts;
  const signedIn = (): Staff | null => {
    const session = openDeskSession(store.read);
    return session && getRow(store.read, 'staff', session.staffId);
  };
  return {
    weather: () => weather.view(),
    saveWeather(settings) {
      const staff = signedIn();
      return staff ? weather.save(settings, staff) : SIGN_IN_FIRST;
    },
    switchWeather(input) {
      const staff = signedIn();
      return staff ? weather.switchByHand(input, staff) : SIGN_IN_FIRST;
    },
    async refreshWeather() {
      await weather.refresh();
      return DONE;
    },
  };
}
