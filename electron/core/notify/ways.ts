import type { Clock } from '#core/clockwork';
import type { MessageSlot } from '#shared/contract';
import type { SendResult, SmsDriver } from './driver.ts';
import type { GatewayManager } from './gateway-manager.ts';
import type { GatewayPlace } from './gateway-place.ts';
import { type Bucket, fullBucket, taken, waitMs } from './rate.ts';
import {
  afterAttempt,
  afterHealth,
  isPassedOver,
  type Place,
  type Places,
  type Routed,
  routeOf,
  type TextSlot,
  TRUSTED,
} from './routing.ts';

/** The ways out of the desk as the outbox sees them: which gateway a message goes to now, and whether that has room. */
export type Ways = {
  routeOf(message: Routed): MessageSlot;
  /** Null while nobody stands there. */
  driver(slot: MessageSlot): SmsDriver | null;
  /** How long a message waits for its gateway's rate, in ms; whoever asks and is told to wait has a place in the line. */
  waitMs(slot: MessageSlot, lane: number): number;
  /** One leaves through there now. */
  leaves(slot: MessageSlot): void;
  attempted(slot: MessageSlot, result: SendResult): void;
  /** A gateway said how it is, or was replaced. */
  changed(slot: MessageSlot): void;
  /** Where a text that nothing is known of would go. */
  inUse(): TextSlot;
  /** Whether a text has a way out at all, as far as anybody knows. */
  isOpen(): boolean;
};

export function openWays(clock: Clock, gateway: () => Pick<GatewayManager, 'place'>): Ways {
  let trust = TRUSTED;
  let primaryDriver: SmsDriver | null = null;
  const buckets = new WeakMap<SmsDriver, Bucket>();
  /** Until when the line of those that wait for a gateway reaches, by lane: nobody stands behind a lane below. */
  const lines = new WeakMap<SmsDriver, Map<number, number>>();

  const driver = (slot: MessageSlot): SmsDriver | null => gateway().place(slot).driver();
  const rated = (slot: MessageSlot): { readonly driver: SmsDriver; readonly rate: number } | null => {
    const found = driver(slot);
    const rate = found?.capabilities.ratePerMinute ?? null;
    return found === null || rate === null ? null : { driver: found, rate };
  };
  const bucketOf = (of: SmsDriver, rate: number): Bucket => buckets.get(of) ?? fullBucket(rate, clock.uptimeMs());
  const places = (): Places => {
    const fallback = gateway().place('fallback');
    return {
      primary: placeOf(gateway().place('primary')),
      fallback: fallback.driver() === null ? null : placeOf(fallback),
      isPrimaryPassedOver: isPassedOver(trust, clock.uptimeMs()),
    };
  };
  const anew: Routed = { state: 'queued', slot: null, boundSlot: null, mayBeAt: null };
  const inUse = (): TextSlot => (routeOf(anew, places()) === 'fallback' ? 'fallback' : 'primary');

  return {
    routeOf: (message) => routeOf(message, places()),
    driver,
    waitMs(slot, lane) {
      const found = rated(slot);
      if (!found) return 0;
      const now = clock.uptimeMs();
      const ownMs = waitMs(bucketOf(found.driver, found.rate), found.rate, now);
      if (ownMs === 0) return 0;
      const line = lines.get(found.driver) ?? new Map<number, number>();
      const ahead = [...line].flatMap(([of, until]) => (of <= lane ? until : []));
      const at = Math.max(now + ownMs, ...ahead.map((until) => until + 60_000 / found.rate));
      lines.set(found.driver, line.set(lane, at));
      return Math.ceil(at - now);
    },
    leaves(slot) {
      const found = rated(slot);
      if (found) buckets.set(found.driver, taken(bucketOf(found.driver, found.rate), found.rate, clock.uptimeMs()));
    },
    attempted(slot, result) {
      if (slot === 'primary') trust = afterAttempt(trust, result, clock.uptimeMs());
    },
    changed(slot) {
      if (slot !== 'primary') return;
      const place = gateway().place('primary');
      const isOther = place.driver() !== primaryDriver;
      if (isOther) trust = TRUSTED;
      primaryDriver = place.driver();
      const { level, isAsked } = place.health();
      if (isAsked) trust = afterHealth(trust, level === 'down', clock.uptimeMs());
    },
    inUse,
    isOpen() {
      const { primary, fallback } = places();
      if (!primary.isDown) return true;
      return fallback !== null && fallback.isPractice === primary.isPractice && !fallback.isDown;
    },
  };
}

function placeOf(place: GatewayPlace): Place {
  return { isPractice: place.practice() !== null, isDown: place.health().level === 'down' };
}
