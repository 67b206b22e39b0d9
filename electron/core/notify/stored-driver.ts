import type { Clock } from '#core/clockwork';
import type { ReadDb } from '#core/store';
import type { SmsDriver } from './driver.ts';
import { createDriver, GatewayKind } from './gateways/index.ts';
import { isRefusal } from './routing.ts';
import { storedGateway } from './stored-gateway.ts';

export type StoredDriver =
  | { readonly ok: true; readonly driver: Pick<SmsDriver, 'send'> }
  | { readonly ok: false; readonly reason: 'practice' | 'unusable' };

/**
 * The gateways of a folder as something that sends, and neither listens nor is started: a core may run on the folder too.
 * What the primary did not take goes to the fallback in the same attempt.
 */
export function storedDriver(read: ReadDb, clock: Pick<Clock, 'now' | 'after'>): StoredDriver {
  const primary = driverOf(storedGateway(read, 'primary'), clock);
  const stored = storedGateway(read, 'fallback');
  const fallback = stored && driverOf(stored, clock);
  if (!primary.ok) {
    const standsIn = primary.reason === 'unusable' && fallback?.ok;
    return standsIn ? fallback : primary;
  }
  if (!fallback?.ok) return primary;
  const second = fallback.driver;
  return {
    ok: true,
    driver: {
      async send(message, signal) {
        const result = await primary.driver.send(message, signal);
        return isRefusal(result) ? second.send(message, signal) : result;
      },
    },
  };
}

function driverOf(
  { kind, config }: { readonly kind: string; readonly config: unknown },
  clock: Pick<Clock, 'now' | 'after'>,
): StoredDriver {
  const parsed = GatewayKind.safeParse(kind);
  if (!parsed.success) return { ok: false, reason: 'unusable' };
  if (parsed.data === 'practice') return { ok: false, reason: 'practice' };
  const created = createDriver(parsed.data, config, {
    timer: (delayMs, run) => void clock.after(delayMs, run),
    now: clock.now,
    log: () => undefined,
    folder: null,
  });
  return created.ok ? { ok: true, driver: created.driver } : { ok: false, reason: 'unusable' };
}
