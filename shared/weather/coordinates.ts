import type { Coordinates } from '#shared/contract';

const NUMBER = String.raw`([+-]?\d{1,3}(?:\.\d+)?)°?\s*`;
/** `41.8781, -87.6298`, as maps give it to be copied; also with a semicolon, a blank, or N and W. */
const PAIR = new RegExp(`^${NUMBER}([NS])?[\\s,;]+${NUMBER}([EWO])?$`, 'i');

/** Latitude and longitude as people write and copy them; null for anything else. */
export function parseCoordinates(text: string): Coordinates | null {
  const found = PAIR.exec(text.trim());
  if (!found) return null;
  const lat = signed(Number(found[1]), /s/i.test(found[2] ?? ''));
  // O is west in Spanish.
  const lon = signed(Number(found[3]), /[wo]/i.test(found[4] ?? ''));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** The way `parseCoordinates` reads it back. */
export function coordinatesText({ lat, lon }: Coordinates): string {
  return `${lat}, ${lon}`;
}

function signed(value: number, isNegative: boolean): number {
  return isNegative ? -Math.abs(value) : value;
}

/**
 * The cell of the map that a place is asked about under: two decimals, about a kilometre. The service's own squares are two
 * and a half wide, so nothing is lost, neighbours share one question, and nobody outside learns the exact door.
 */
export function cellOf({ lat, lon }: Coordinates): string {
  return `${rounded(lat)},${rounded(lon)}`;
}

// Adding 0 makes of -0 what the service reads: 0.
const rounded = (value: number): string => String(Number(value.toFixed(2)) + 0);
