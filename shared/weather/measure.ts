import type { Instant, WeatherMode, WeatherSettings } from '#shared/contract';
import { ALERT_EVENTS } from './alert-events.ts';
import { alertsInForce } from './alerts-in-force.ts';
import { AHEAD_MS, hoursWithin, isCovered } from './coverage.ts';
import type { AlertList } from './parse-alerts.ts';
import type { HourlyForecast } from './parse-hourly.ts';

type OnMode = Exclude<WeatherMode, 'none'>;
type Limits = Pick<WeatherSettings, 'freezeF' | 'heatF'>;

const MODES: readonly OnMode[] = ['freeze', 'heat'];

/** A document of the weather service as it is in hand. */
export type Reading<Content> = {
  readonly content: Content;
  readonly sha256: string;
  readonly url: string;
  /** When the service last said that this is what it says. */
  readonly checkedAt: Instant;
};

/** A mode that a document has put on, and with what. */
export type MeasuredMode = {
  readonly mode: OnMode;
  readonly why: 'forecast' | 'alert';
  readonly since: Instant;
  readonly document: string;
  readonly url: string;
  readonly readAt: Instant;
  readonly temperatureF: number | null;
  readonly alert: string | null;
  /** Past this the document itself speaks of nothing any more. */
  readonly validUntil: Instant;
};

/** What the documents say of a place, and what is kept of what they said before. */
export type Measured = {
  /** At most one per mode and source: each goes off by its own source alone. */
  readonly on: readonly MeasuredMode[];
  /** When a document last told all there is to know of the next hours; null while none has. */
  readonly knownAt: Instant | null;
};

export const NOTHING_MEASURED: Measured = { on: [], knownAt: null };

export type Sky = {
  /** The zones that alerts name the place by. */
  readonly zones: readonly string[];
  readonly forecast: Reading<HourlyForecast> | null;
  readonly alerts: Reading<AlertList> | null;
  /** Alerts are all that can be asked for. */
  readonly isAlertsOnly: boolean;
};

/**
 * The modes a place is in by what was heard of it. One goes on by any document in hand, however old, that speaks of the
 * next 12 h. It goes off only when a document had after the one that put it on says so in full, or when that one's own
 * time is over: that nothing is heard never loosens anything (PRODUCT 7 rule 7).
 */
export function measure(before: Measured, sky: Sky, limits: Limits, now: Instant): Measured {
  const on = MODES.flatMap((mode) => {
    const was = before.on.filter((each) => each.mode === mode);
    const since = Math.min(now, ...was.map((each) => each.since));
    const kept = (why: MeasuredMode['why']) => was.filter((each) => each.why === why && !isOver(each, sky, now));
    const forecast = forecastSign(mode, sky, limits, now) ?? kept('forecast');
    const alert = alertSign(mode, sky, now) ?? kept('alert');
    return [forecast, alert].flat().map((each) => ({ ...each, since }));
  });
  // The wall clock may have been set back since.
  const knownBefore = before.knownAt === null ? null : Math.min(before.knownAt, now);
  return { on, knownAt: latest(knownBefore, heardAt(sky)) };
}

/** What counts of several: a frost before a heat wave, and the forecast before an alert, for it says how bad. */
export function measuredMode({ on }: Measured): MeasuredMode | null {
  return on[0] ?? null;
}

/** When the documents in hand last spoke in full; null where they do not. */
function heardAt({ forecast, alerts, isAlertsOnly }: Sky): Instant | null {
  if (isAlertsOnly) return alerts?.content.isWhole ? alerts.checkedAt : null;
  return forecast && speaksInFull(forecast, forecast.checkedAt) ? forecast.checkedAt : null;
}

function latest(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

const HOUR_MS = 60 * 60_000;
/** An office writes every few hours; what it wrote longer ago than this may tighten, but nobody is calmed by it. */
const STALE_MS = 24 * HOUR_MS;

function speaksInFull({ content, checkedAt }: Reading<HourlyForecast>, now: Instant): boolean {
  const isStale = content.updatedAt !== null && checkedAt - content.updatedAt > STALE_MS;
  // A forecast often begins with the coming hour: what it is like now is no forecast.
  return !isStale && isCovered(content.hours, now + HOUR_MS, now + AHEAD_MS);
}

function forecastSign(mode: OnMode, { forecast }: Sky, { freezeF, heatF }: Limits, now: Instant): MeasuredMode | null {
  if (!forecast) return null;
  const { content, sha256, url, checkedAt } = forecast;
  const degrees = hoursWithin(content.hours, now, now + AHEAD_MS).map((hour) => hour.temperatureF);
  if (degrees.length === 0) return null;
  const worst = mode === 'freeze' ? Math.min(...degrees) : Math.max(...degrees);
  if (mode === 'freeze' ? worst > freezeF : worst < heatF) return null;
  const validUntil = Math.max(...content.hours.map((hour) => hour.endsAt));
  const told = { document: sha256, url, readAt: checkedAt, temperatureF: worst, alert: null, validUntil };
  return { mode, why: 'forecast', since: now, ...told };
}

function alertSign(mode: OnMode, { alerts, zones }: Sky, now: Instant): MeasuredMode | null {
  if (!alerts) return null;
  const { content, sha256, url, checkedAt } = alerts;
  const listed = alertsInForce(content.messages, zones, now, now + AHEAD_MS).filter((each) =>
    ALERT_EVENTS[mode].includes(each.event),
  );
  // Of several the one that lasts longest.
  const [longest] = listed.toSorted((a, b) => b.endsAt - a.endsAt);
  if (!longest) return null;
  const told = { document: sha256, url, readAt: checkedAt, temperatureF: null, alert: longest.event };
  return { mode, why: 'alert', since: now, ...told, validUntil: longest.endsAt };
}

/** Whether what no document in hand speaks for any more is over, or only not heard of. */
function isOver(was: MeasuredMode, { forecast, alerts }: Sky, now: Instant): boolean {
  if (was.validUntil <= now) return true;
  if (was.why === 'alert') return alerts !== null && alerts.checkedAt > was.readAt && alerts.content.isWhole;
  return forecast !== null && forecast.checkedAt > was.readAt && speaksInFull(forecast, now);
}

/** Without news for so long nobody knows the weather. */
export const UNKNOWN_AFTER_MS = 6 * 60 * 60_000;

/** Since when nobody knows the weather, where it was first asked for at `askedSince`; null while it is known. */
export function unknownSince({ knownAt }: Measured, askedSince: Instant, now: Instant): Instant | null {
  const since = (knownAt ?? askedSince) + UNKNOWN_AFTER_MS;
  return since <= now ? since : null;
}
