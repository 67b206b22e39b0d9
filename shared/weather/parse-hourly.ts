import { z } from 'zod';
import type { Instant } from '#shared/contract';

/** One stretch of a forecast. Hours that the document leaves out or garbles are not in it. */
export type ForecastHour = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Whole degrees: what the screen shows is what was compared. */
  readonly temperatureF: number;
};

export type HourlyForecast = {
  /** When the office last wrote it; null where it does not say. */
  readonly updatedAt: Instant | null;
  readonly hours: readonly ForecastHour[];
};

const Hourly = z.looseObject({
  properties: z.looseObject({ updateTime: z.string().nullish(), periods: z.array(z.unknown()).max(2_000) }),
});
/** A temperature is a number beside its unit, or a value that carries it. */
const Period = z.looseObject({
  startTime: z.string(),
  endTime: z.string(),
  temperature: z.union([z.number(), z.looseObject({ value: z.number(), unitCode: z.string() })]),
  temperatureUnit: z.string().nullish(),
});
const LONGEST_PERIOD_MS = 24 * 60 * 60_000;

/** The document behind `/gridpoints/{office}/{x},{y}/forecast/hourly`; null for anything else. */
export function parseHourly(document: unknown): HourlyForecast | null {
  const parsed = Hourly.safeParse(document);
  if (!parsed.success) return null;
  const { updateTime, periods } = parsed.data.properties;
  const hours = periods.flatMap((each) => hourOf(each) ?? []);
  return { updatedAt: instantOf(updateTime), hours: hours.toSorted((a, b) => a.startsAt - b.startsAt) };
}

function hourOf(period: unknown): ForecastHour | null {
  const parsed = Period.safeParse(period);
  if (!parsed.success) return null;
  const { startTime, endTime, temperature, temperatureUnit } = parsed.data;
  const startsAt = instantOf(startTime);
  const endsAt = instantOf(endTime);
  const temperatureF =
    typeof temperature === 'number'
      ? inFahrenheit(temperature, temperatureUnit ?? '')
      : inFahrenheit(temperature.value, temperature.unitCode);
  if (startsAt === null || endsAt === null || temperatureF === null) return null;
  return endsAt > startsAt && endsAt - startsAt <= LONGEST_PERIOD_MS ? { startsAt, endsAt, temperatureF } : null;
}

/** Null for a unit that is neither: nothing is guessed about a frost. */
function inFahrenheit(value: number, unit: string): number | null {
  if (/(?:^|deg)F$/.test(unit)) return Math.round(value);
  return /(?:^|deg)C$/.test(unit) ? Math.round(value * 1.8 + 32) : null;
}

/** An ISO time with its offset, as an instant; a time without one could be any of twenty-four. */
export function instantOf(text: string | null | undefined): Instant | null {
  if (!text || !/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) || at < 0 ? null : at;
}
