/** Documents as the weather service writes them, with just what a test wants to say. */

export const HOUR_MS = 60 * 60_000;

/** An instant as the service writes it: with an offset, never with Z. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, '+00:00');
}

export type Degrees = number | { readonly value: number | null; readonly unitCode: string } | null;

/** One period per degree, an hour each; null leaves its hour out. */
export function hourlyDocument(
  from: number,
  degrees: readonly Degrees[],
  more: { readonly unit?: string; readonly updatedAt?: number } = {},
): unknown {
  return {
    type: 'Feature',
    properties: {
      units: 'us',
      generatedAt: iso(from),
      ...(more.updatedAt === undefined ? {} : { updateTime: iso(more.updatedAt) }),
      periods: degrees.flatMap((temperature, index) =>
        temperature === null
          ? []
          : {
              number: index + 1,
              startTime: iso(from + index * HOUR_MS),
              endTime: iso(from + (index + 1) * HOUR_MS),
              isDaytime: false,
              temperature,
              temperatureUnit: more.unit ?? 'F',
              windSpeed: '5 mph',
              shortForecast: 'Clear',
            },
      ),
    },
  };
}

export type AlertFacts = {
  readonly id: string;
  readonly event?: string;
  readonly sentAt: number;
  readonly onsetAt?: number;
  readonly endsAt?: number | null;
  readonly expiresAt?: number;
  readonly zones?: readonly string[];
  readonly status?: string;
  readonly messageType?: 'Alert' | 'Update' | 'Cancel';
  readonly references?: readonly string[];
  readonly vtec?: string;
};

export function alertFeature(facts: AlertFacts): unknown {
  const { id, event = 'Freeze Warning', sentAt, onsetAt = sentAt, endsAt = sentAt + 10 * HOUR_MS } = facts;
  const { zones = ['ILZ104'], status = 'Actual', messageType = 'Alert', references = [], vtec } = facts;
  return {
    id: `https://api.weather.gov/alerts/${id}`,
    type: 'Feature',
    geometry: null,
    properties: {
      id,
      areaDesc: 'Cook',
      geocode: { SAME: ['017031'], UGC: zones },
      affectedZones: zones.map((zone) => `https://api.weather.gov/zones/forecast/${zone}`),
      references: references.map((identifier) => ({
        '@id': `https://api.weather.gov/alerts/${identifier}`,
        identifier,
        sender: 'w-nws.webmaster@noaa.gov',
        sent: iso(sentAt),
      })),
      sent: iso(sentAt),
      effective: iso(sentAt),
      onset: iso(onsetAt),
      expires: iso(facts.expiresAt ?? sentAt + 6 * HOUR_MS),
      ends: endsAt === null ? null : iso(endsAt),
      status,
      messageType,
      severity: 'Severe',
      event,
      parameters: vtec === undefined ? {} : { VTEC: [vtec] },
    },
  };
}

export function alertsDocument(...alerts: readonly unknown[]): unknown {
  return { type: 'FeatureCollection', features: alerts, title: 'current watches, warnings, and advisories' };
}

export function pointDocument(
  origin: string,
  point: { readonly office: string; readonly x: number; readonly y: number; readonly zones: readonly string[] },
): unknown {
  const { office, x, y, zones } = point;
  const [forecastZone, county] = zones;
  return {
    type: 'Feature',
    properties: {
      gridId: office,
      gridX: x,
      gridY: y,
      forecastHourly: `${origin}/gridpoints/${office}/${x},${y}/forecast/hourly`,
      forecastZone: forecastZone === undefined ? null : `${origin}/zones/forecast/${forecastZone}`,
      county: county === undefined ? null : `${origin}/zones/county/${county}`,
      timeZone: 'America/Chicago',
    },
  };
}
