import { z } from 'zod';
import { type Author, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';
import { DEFAULT_WEATHER, Instant, WeatherPlace, WeatherSettings, type WeatherSwitch } from '#shared/contract';

const ID = 'weather';
const SWITCHES = 'weatherSwitches';

/** What is stored beside what the form holds: who signed the limit, and since when the service is asked. */
const Stored = z.object({
  settings: WeatherSettings,
  limitSigned: z.object({ by: z.string(), at: Instant }).nullable(),
  askedSince: Instant.nullable(),
});
export type StoredWeather = Readonly<z.infer<typeof Stored>>;

const NOTHING_STORED: StoredWeather = { settings: DEFAULT_WEATHER, limitSigned: null, askedSince: null };

export function storedWeather(db: ReadDb): StoredWeather {
  const parsed = Stored.safeParse(getRow(db, 'setting', ID)?.value);
  return parsed.success ? parsed.data : NOTHING_STORED;
}

/** The limit is signed by whoever changes it. */
export function keepWeather(db: WriteDb, settings: WeatherSettings, name: string, author: Author): void {
  const before = storedWeather(db);
  const isSameLimit = before.settings.spendingLimitUsd === settings.spendingLimitUsd;
  const signed = settings.spendingLimitUsd === null ? null : { by: name, at: author.at };
  const value: StoredWeather = {
    settings,
    limitSigned: isSameLimit ? before.limitSigned : signed,
    askedSince: settings.isOn ? (before.askedSince ?? author.at) : null,
  };
  putRow(db, 'setting', { id: ID, value }, author);
}

const Switch = z.object({
  place: WeatherPlace,
  mode: z.enum(['freeze', 'heat', 'off']),
  untilAt: Instant,
  words: z.string(),
  by: z.string(),
  at: Instant,
}) satisfies z.ZodType<WeatherSwitch>;

/** Switches by hand, those that are over among them. */
export function storedSwitches(db: ReadDb): readonly WeatherSwitch[] {
  const parsed = z.array(Switch).safeParse(getRow(db, 'setting', SWITCHES)?.value);
  return parsed.success ? parsed.data : [];
}

/** One place has one switch at a time; null takes it back. */
export function keepSwitch(db: WriteDb, place: WeatherPlace, made: WeatherSwitch | null, author: Author): void {
  const others = storedSwitches(db).filter((each) => each.place !== place && each.untilAt > author.at);
  putRow(db, 'setting', { id: SWITCHES, value: made ? [...others, made] : others }, author);
}
