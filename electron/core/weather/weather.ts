import type { Clock, Manager } from '#core/clockwork';
import type { Desk } from '#core/desk';
import type { OnCallBook } from '#core/oncall';
import type { Author, Store } from '#core/store';
import {
  type Answer,
  DEFAULT_WEATHER,
  type Instant,
  type Trade,
  type WeatherSettings,
  type WeatherStatus,
  type WeatherSwitchInput,
  type WeatherView,
} from '#shared/contract';
import type { WeatherInForce } from '#shared/incident';

export type WeatherDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
  readonly version: string;
  readonly onTrouble: (error: unknown) => void;
};

/** The weather at every property: asked for in the background, known from memory. Nobody waits for it. */
export type Weather = Manager & {
  /** The mode at a property now, as a dispatch stamps it; null where none is on. */
  at(propertyId: string, trade: Trade): WeatherInForce | null;
  status(): readonly WeatherStatus[];
  /** Since when nobody knows the weather somewhere; null while it is known, or a person has switched by hand. */
  unknownSince(): Instant | null;
  view(): WeatherView;
  save(settings: WeatherSettings, author: Author): Answer<null>;
  switchByHand(input: WeatherSwitchInput, author: Author): Answer<null>;
  /** Asks now; resolves when every place has been asked or given up. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
};

export function openWeather(_deps: WeatherDeps): Weather {
  const settings = DEFAULT_WEATHER;
  return {
    name: 'weather',
    nextDueAt: () => null,
    run() {},
    at: () => null,
    status: () => [],
    unknownSince: () => null,
    view: () => ({
      settings,
      limitSigned: null,
      now: [],
      switches: [],
      places: [],
      located: 0,
      unlocated: [],
      documents: [],
    }),
    save: () => ({ ok: true, value: null }),
    switchByHand: () => ({ ok: true, value: null }),
    refresh: async () => undefined,
    stop: async () => undefined,
  };
}
