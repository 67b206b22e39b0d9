import type { BothLanguages, Instant as InstantType } from './words.ts';
import { Instant } from './words.ts';
import { z } from './zod.ts';

/** Weather that tightens what is dispatched in it (PRODUCT 7 rule 7). Temperatures are °F, as the service and the desk say them. */

export const WEATHER_MODES = ['freeze', 'heat', 'none'] as const;
export const WeatherMode = z.enum(WEATHER_MODES);
export type WeatherMode = z.infer<typeof WeatherMode>;

/** What put a mode on: a forecast, an alert of the weather service, or a person. */
export type WeatherWhy = 'forecast' | 'alert' | 'byHand';

export const DEFAULT_WEATHER_URL = 'https://api.weather.gov';

export const Coordinates = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
export type Coordinates = Readonly<z.infer<typeof Coordinates>>;

/** A forecast zone or county of the weather service: `ILZ104`, `ILC031`. */
export const WeatherZone = z.string().regex(/^[A-Z]{2}[CZ]\d{3}$/);

/** Where a switch by hand holds: the nearest one to a property counts. */
export const WeatherPlace = z.union([z.literal('company'), z.string().regex(/^(group|property):.+/)]);
export type WeatherPlace = z.infer<typeof WeatherPlace>;

export const WeatherSettings = z.object({
  isOn: z.boolean(),
  /** https, or http to this computer. */
  baseUrl: z.string().trim().max(300),
  /** The weather service wants to know whom to write to when a program misbehaves. */
  contact: z.string().trim().max(200),
  /** At or below this within the next 12 h: freeze mode. */
  freezeF: z.number().int().min(-40).max(60),
  /** At or above this within the next 12 h: heat mode. */
  heatF: z.number().int().min(70).max(140),
  /** Up to which call-out an emergency vendor is sent at once instead of standing by; null: always stand by. */
  spendingLimitUsd: z.number().int().min(1).max(100_000).nullable(),
});
export type WeatherSettings = Readonly<z.infer<typeof WeatherSettings>>;

export const DEFAULT_WEATHER: WeatherSettings = {
  isOn: false,
  baseUrl: DEFAULT_WEATHER_URL,
  contact: '',
  freezeF: 28,
  heatF: 100,
  spendingLimitUsd: null,
};

/** `off`: no mode whatever the forecast says. `asForecast` takes a switch by hand back. */
export const WeatherSwitchInput = z.object({
  place: WeatherPlace,
  mode: z.enum(['freeze', 'heat', 'off', 'asForecast']),
  /** Ignored where the switch is taken back. */
  untilAt: Instant,
  words: z.string().trim().min(1).max(300),
});
export type WeatherSwitchInput = Readonly<z.infer<typeof WeatherSwitchInput>>;

/** A switch by hand that is in force. */
export type WeatherSwitch = {
  readonly place: WeatherPlace;
  readonly mode: 'freeze' | 'heat' | 'off';
  readonly untilAt: InstantType;
  readonly words: string;
  readonly by: string;
  readonly at: InstantType;
};

/** The weather at some of the properties, all in one mode for one reason. */
export type WeatherStatus = {
  readonly mode: WeatherMode;
  /** Null where no mode is on. */
  readonly why: WeatherWhy | null;
  readonly since: InstantType | null;
  /** The coldest or hottest hour that put it on; null where a person or an alert did. */
  readonly temperatureF: number | null;
  /** The service's own name of the alert. */
  readonly alert: string | null;
  /** Who switched it by hand, and until when. */
  readonly by: string | null;
  readonly untilAt: InstantType | null;
  /** Nothing has been heard of the weather for hours: what is on stays on, but nobody knows. */
  readonly isUnknown: boolean;
  /** When the forecast was last had; null while it never was. */
  readonly readAt: InstantType | null;
  readonly properties: number;
};

/** What Settings shows of the weather. */
export type WeatherView = {
  readonly settings: WeatherSettings;
  /** Who signed the spending limit, and when; null while there is none. */
  readonly limitSigned: { readonly by: string; readonly at: InstantType } | null;
  readonly now: readonly WeatherStatus[];
  readonly switches: readonly WeatherSwitch[];
  readonly places: readonly { readonly place: WeatherPlace; readonly name: string }[];
  /** Properties that the weather service can be asked about, and those that it cannot. */
  readonly located: number;
  readonly unlocated: readonly string[];
  /** The documents in hand, each with how the last try to have a newer one ended. */
  readonly documents: readonly {
    readonly kind: 'forecast' | 'alerts';
    readonly place: string;
    readonly url: string;
    readonly fetchedAt: InstantType | null;
    readonly checkedAt: InstantType | null;
    readonly sha256: string | null;
    readonly trouble: BothLanguages | null;
  }[];
};
