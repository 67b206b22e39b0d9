import type { ReadDb } from '#core/store';
import type { SmsDriver } from './driver.ts';
import { createDriver, GatewayKind } from './gateways/index.ts';
import { storedGateway } from './stored-gateway.ts';

export type StoredDriver =
  | { readonly ok: true; readonly driver: Pick<SmsDriver, 'send'> }
  | { readonly ok: false; readonly reason: 'practice' | 'unusable' };

/** The gateway of a folder as something that sends, and neither listens nor is started: a core may run on the folder too. */
export function storedDriver(read: ReadDb): StoredDriver {
  const { kind, config } = storedGateway(read);
  const parsed = GatewayKind.safeParse(kind);
  if (!parsed.success) return { ok: false, reason: 'unusable' };
  if (parsed.data === 'practice') return { ok: false, reason: 'practice' };
  const created = createDriver(parsed.data, config, {
    timer: () => undefined,
    now: () => 0,
    log: () => undefined,
    folder: null,
  });
  return created.ok ? { ok: true, driver: created.driver } : { ok: false, reason: 'unusable' };
}
