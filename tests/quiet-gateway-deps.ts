import type { GatewayDeps } from '#core/notify';

/** What a driver gets in a test that is about none of it: no timer runs, nothing is logged, nothing is kept. */
export const QUIET: GatewayDeps = { timer: () => undefined, now: () => 0, log: () => undefined, folder: null };
