import type { Instant, WeatherMode, WeatherPlace, WeatherSwitch } from '#shared/contract';

/** The switch that holds at a property: the nearest, and only until its end. */
export function switchAt(
  switches: readonly WeatherSwitch[],
  property: { readonly id: string; readonly group: string | null },
  now: Instant,
): WeatherSwitch | null {
  const near: readonly WeatherPlace[] = [
    `property:${property.id}`,
    ...(property.group ? [`group:${property.group}` as const] : []),
    'company',
  ];
  const inForce = switches.filter((each) => each.untilAt > now);
  const places = near.map((place) => inForce.find((each) => each.place === place));
  return places.find((each) => each !== undefined) ?? null;
}

/** The mode that a person has said; null where they said nothing. */
export function saidMode(hand: WeatherSwitch | null): WeatherMode | null {
  if (!hand) return null;
  return hand.mode === 'off' ? 'none' : hand.mode;
}
