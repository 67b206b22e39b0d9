import { z } from 'zod';

/** What the weather service says of a place: its square of the grid, and the zones its alerts name it by. */
export type WeatherPoint = {
  /** `LOT/76,73`. */
  readonly grid: string;
  readonly zones: readonly string[];
};

const ZONE = /\/([A-Z]{2}[CZ]\d{3})$/;

const Point = z.looseObject({
  properties: z.looseObject({
    // Addresses are made from these three and never taken from the document: it cannot send us anywhere else.
    gridId: z.string().regex(/^[A-Z]{3}$/),
    gridX: z.number().int(),
    gridY: z.number().int(),
    county: z.string().nullish(),
    forecastZone: z.string().nullish(),
  }),
});

/** The document behind `/points/{lat},{lon}`; null for anything else. */
export function parsePoint(document: unknown): WeatherPoint | null {
  const parsed = Point.safeParse(document);
  if (!parsed.success) return null;
  const { gridId, gridX, gridY, county, forecastZone } = parsed.data.properties;
  const zones = [forecastZone, county].flatMap((url) => ZONE.exec(url ?? '')?.[1] ?? []);
  return { grid: `${gridId}/${gridX},${gridY}`, zones: [...new Set(zones)] };
}
