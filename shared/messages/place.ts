import { plainLine, shorten } from './gsm7.ts';

/** Where an incident is. `unitLabel` null: common area or the whole property. */
export type IncidentPlace = {
  readonly propertyName: string;
  readonly unitLabel: string | null;
  readonly address: string;
};

/** `Maple Court 14B`: enough for somebody who has been told the address already. At most 50 characters. */
export function shortPlace(place: IncidentPlace): string {
  const unit = place.unitLabel === null ? '' : ` ${shorten(plainLine(place.unitLabel), 16)}`;
  return `${shorten(plainLine(place.propertyName), 50 - unit.length)}${unit}`;
}

/**
 * `Maple Court 14B, 120 Maple St`, in at most `max` characters. When it is too long the property's name goes first,
 * then the end of the address: unit and street number are what finds the door.
 */
export function fullPlace(place: IncidentPlace, max: number): string {
  const address = plainLine(place.address);
  if (address === '') return shorten(shortPlace(place), max);
  // A place outside the portfolio is known by one line only; it is not said twice.
  if (place.unitLabel === null && address === plainLine(place.propertyName)) return shorten(address, max);
  const whole = `${shortPlace(place)}, ${address}`;
  if (whole.length <= max) return whole;
  const unit = place.unitLabel === null ? '' : `${shorten(plainLine(place.unitLabel), 16)}, `;
  return `${unit}${shorten(address, max - unit.length)}`;
}
