import { z } from 'zod';
import { type Author, getRow, putRow, type ReadDb, settingChangesSince, type WriteDb } from '#core/store';
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
  return switchesIn(getRow(db, 'setting', SWITCHES)?.value);
}

function switchesIn(value: unknown): readonly WeatherSwitch[] {
  const parsed = z.array(Switch).safeParse(value);
  return parsed.success ? parsed.data : [];
}

/** Every switch by hand that was there at `from` or made since, with when it was taken back or replaced; null where it was not. */
export function switchesSince(
  db: ReadDb,
  from: Instant,
  now: Instant,
): readonly { readonly made: WeatherSwitch; readonly endedAt: Instant | null }[] {
  const found = new Map<string, { readonly made: WeatherSwitch; readonly endedAt: Instant | null }>();
  const nameOf = (made: WeatherSwitch): string => JSON.stringify(made);
  const see = (made: WeatherSwitch): unknown =>
    found.has(nameOf(made)) ? null : found.set(nameOf(made), { made, endedAt: null });
  for (const { at, before, after } of settingChangesSince(db, SWITCHES, from, now)) {
    const left = switchesIn(after);
    switchesIn(before).forEach(see);
    left.forEach(see);
    const isLeft = new Set(left.map(nameOf));
    for (const [name, { made, endedAt }] of found)
      if (endedAt === null && !isLeft.has(name)) found.set(name, { made, endedAt: at });
  }
  storedSwitches(db).forEach(see);
  return [...found.values()];
}

/** One place has one switch at a time; null takes it back. */
export function keepSwitch(db: WriteDb, place: WeatherPlace, made: WeatherSwitch | null, author: Author): void {
  const others = storedSwitches(db).filter((each) => each.place !== place && each.untilAt > author.at);
  putRow(db, 'setting', { id: SWITCHES, value: made ? [...others, made] : others }, author);
}
