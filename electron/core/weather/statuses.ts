import type { Instant, Property, WeatherStatus, WeatherSwitch } from '#shared/contract';
import { type Measured, measuredMode, saidMode, switchAt, unknownSince } from '#shared/weather';

/** What the weather is at one property, for a screen. */
export type AtProperty = Omit<WeatherStatus, 'properties'> & {
  readonly unknownSince: Instant | null;
  /** The service is asked about it. */
  readonly isAsked: boolean;
};

export type Told = {
  readonly measured: Measured | null;
  readonly switches: readonly WeatherSwitch[];
  /** Since when the service is asked; null where it is not. */
  readonly askedSince: Instant | null;
  readonly now: Instant;
};

/** A switch by hand counts before anything that was measured, and nobody needs to know the weather where there is one. */
export function weatherAt(property: Pick<Property, 'id' | 'group'>, told: Told): AtProperty {
  const { measured, switches, askedSince, now } = told;
  const hand = switchAt(switches, { id: property.id, group: property.group ?? null }, now);
  const said = saidMode(hand);
  const on = measured && measuredMode(measured);
  const readAt = measured?.knownAt ?? null;
  if (hand && said) {
    const { by, untilAt, at } = hand;
    const nothing = {
      temperatureF: null,
      alert: null,
      isUnknown: false,
      unknownSince: null,
      isAsked: measured !== null,
    };
    return { mode: said, why: 'byHand', since: at, by, untilAt, readAt, ...nothing };
  }
  const unknown = measured && askedSince !== null ? unknownSince(measured, askedSince, now) : null;
  return {
    mode: on?.mode ?? 'none',
    why: on?.why ?? null,
    since: on?.since ?? null,
    temperatureF: on?.temperatureF ?? null,
    alert: on?.alert ?? null,
    by: null,
    untilAt: null,
    readAt,
    isUnknown: unknown !== null,
    unknownSince: unknown,
    isAsked: measured !== null,
  };
}

const RANK = { freeze: 0, heat: 1, none: 2 } as const;

/** The same weather said once, with how many properties have it; the worst first. */
export function grouped(all: readonly AtProperty[]): readonly WeatherStatus[] {
  const groups = new Map<string, { readonly status: AtProperty; properties: number }>();
  for (const status of all) {
    const { readAt: _readAt, unknownSince: _since, isAsked: _isAsked, ...same } = status;
    const key = JSON.stringify(same);
    const group = groups.get(key) ?? { status, properties: 0 };
    group.properties += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ status: { unknownSince: _since, isAsked: _isAsked, ...status }, properties }) => ({
      ...status,
      properties,
    }))
    .toSorted((a, b) => RANK[a.mode] - RANK[b.mode] || b.properties - a.properties);
}
