import type { Clock, Manager } from '#core/clockwork';
import type { GatewayHealth, GatewaySink, SmsDriver } from './driver.ts';
import { createDriver, GatewayKind, type GatewayLog, type PracticeDriver } from './gateways/index.ts';

const HEALTH_EVERY_MS = 30_000;
const HEALTH_TIMEOUT_MS = 10_000;
/** Replies waiting at the gateway are fetched for at most this long before anything fires (PRODUCT 7.8). */
const CATCH_UP_MS = 5_000;

export type GatewaySettings = { readonly kind: string; readonly config: unknown };

/** The gateway in use: started, watched, replaced when the settings change. */
export type GatewayManager = Manager & {
  driver(): SmsDriver;
  kind(): string;
  /** The practice phones, while the practice gateway is in use. */
  practice(): PracticeDriver | null;
  /** Asks for its health soon rather than in half a minute. */
  askNow(): void;
  health(): GatewayHealth & { readonly since: number | null };
  /** Swaps the driver. Refuses settings that do not parse; the one in use stays. */
  use(
    settings: GatewaySettings,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly issues: readonly string[] }>;
  /** Fetches what waits at the gateway, at most 5 s; for after a blind time. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
};

export type GatewayManagerDeps = {
  readonly clock: Clock;
  readonly sink: GatewaySink;
  readonly log: GatewayLog;
  readonly onChange: () => void;
};

export function gatewayManager(deps: GatewayManagerDeps): GatewayManager {
  const { clock } = deps;
  let current: { kind: string; driver: SmsDriver; practice: PracticeDriver | null } | null = null;
  let health: GatewayHealth = { level: 'warn', detail: 'not asked yet' };
  let since: number | null = null;
  let nextHealthAt = 0;
  let isAsking = false;

  const inUse = () => {
    if (!current) throw new Error('no gateway is in use yet');
    return current;
  };

  const ask = async (): Promise<void> => {
    const asked = inUse().driver;
    const answer = await asked
      .health(AbortSignal.timeout(HEALTH_TIMEOUT_MS))
      .catch((): GatewayHealth => ({ level: 'down', detail: 'the gateway did not answer' }));
    isAsking = false;
    if (asked !== current?.driver) return;
    if (answer.level !== health.level) since = clock.now();
    health = answer;
    deps.onChange();
  };

  return {
    name: 'gateway',
    nextDueAt: () => (isAsking ? null : nextHealthAt),
    run(now) {
      nextHealthAt = now + HEALTH_EVERY_MS;
      isAsking = true;
      void ask();
    },
    driver: () => inUse().driver,
    kind: () => inUse().kind,
    practice: () => current?.practice ?? null,
    askNow() {
      nextHealthAt = 0;
      deps.onChange();
    },
    health: () => ({ ...health, since }),
    async use({ kind, config }) {
      const parsed = GatewayKind.safeParse(kind);
      if (!parsed.success) return { ok: false, issues: ['this kind of gateway is unknown'] };
      const created = createDriver(parsed.data, config, {
        timer: (delayMs, run) => void clock.after(delayMs, run),
        log: deps.log,
      });
      if (!created.ok) return { ok: false, issues: created.issues };
      await current?.driver.stop();
      current = {
        kind: created.kind,
        driver: created.driver,
        practice: created.kind === 'practice' ? created.driver : null,
      };
      await created.driver.start(deps.sink);
      nextHealthAt = 0;
      deps.onChange();
      return { ok: true };
    },
    async catchUp() {
      // Not being able to fetch is no reason not to fire: the ladder goes on without the replies.
      await inUse()
        .driver.catchUp?.(AbortSignal.timeout(CATCH_UP_MS))
        .catch(() => undefined);
    },
    stop: async () => current?.driver.stop(),
  };
}
