import { createDriver } from '#core/notify/gateways';
import type { GatewayDeps, SmsDriver } from '../../electron/core/notify/driver.ts';

export type Logged = { readonly level: string; readonly message: string; readonly fields: unknown };

/** Time as it is. Delays are a hundredth of what they are in the product, so that a lost link is soon back. */
export function quickDeps(logged: Logged[] = [], folder: string | null = null): GatewayDeps {
  return {
    timer: (delayMs, run) => void setTimeout(run, delayMs / 100).unref(),
    now: () => Date.now(),
    log: (level, message, fields) => void logged.push({ level, message, fields }),
    folder,
  };
}

export function openSmpp(config: object, deps: GatewayDeps = quickDeps()): SmsDriver {
  const created = createDriver('smpp', config, deps);
  if (!created.ok) throw new Error(JSON.stringify(created));
  return created.driver;
}
