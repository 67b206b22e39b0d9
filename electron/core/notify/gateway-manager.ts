import type { Clock, Manager } from '#core/clockwork';
import type { BothLanguages } from '#shared/contract';
import type { GatewayHealth, GatewaySink, SmsDriver } from './driver.ts';
import { createDriver, GatewayKind, type GatewayLog, type PracticeDriver } from './gateways/index.ts';
import { withinLimit } from './time-limit.ts';

const HEALTH_EVERY_MS = 30_000;
const HEALTH_LIMIT_MS = 10_000;
/** Replies waiting at the gateway are fetched for at most this long before anything fires (PRODUCT 7.8). */
const CATCH_UP_LIMIT_MS = 5_000;
const CLOSING: BothLanguages = { en: 'the desk is being closed', es: 'el servicio se está cerrando' };
const UNKNOWN_KIND: BothLanguages = {
  en: 'this kind of gateway is unknown',
  es: 'este tipo de pasarela no existe',
};
const NOT_ASKED: GatewayHealth = { level: 'warn', detail: 'notAsked' };
const NO_ANSWER: GatewayHealth = { level: 'down', detail: 'noAnswer' };
const UNUSABLE: GatewayHealth = { level: 'down', detail: 'settingsUnusable' };

export type GatewaySettings = { readonly kind: string; readonly config: unknown };
export type GatewayUsed = { readonly ok: true } | { readonly ok: false; readonly issues: readonly BothLanguages[] };

/** The gateway in use: started, watched, replaced when the settings change. */
export type GatewayManager = Manager & {
  driver(): SmsDriver;
  kind(): string;
  /** The practice phones, while the practice gateway is in use; null too while one stands in for a real gateway. */
  practice(): PracticeDriver | null;
  /** Asks for its health soon rather than in half a minute. */
  askNow(): void;
  /** `isAsked`: false until the one in use has answered for the first time. */
  health(): GatewayHealth & { readonly since: number | null; readonly isAsked: boolean };
  /** Swaps the driver, one swap after the other. Refuses settings that do not parse; the one in use stays. */
  use(settings: GatewaySettings): Promise<GatewayUsed>;
  /** As `use`, for a start: settings that are refused do not keep the desk shut, a gateway that is down stands in. */
  startWith(settings: GatewaySettings): Promise<void>;
  /** Fetches what waits at the gateway, at most 5 s; for after a blind time. Never rejects. */
  catchUp(): Promise<void>;
  /** Ends it for good: a swap that is under way is waited for, later ones are refused. */
  stop(): Promise<void>;
};

export type GatewayManagerDeps = {
  readonly clock: Clock;
  readonly sink: GatewaySink;
  readonly log: GatewayLog;
  readonly onTrouble: (error: unknown) => void;
  readonly onChange: () => void;
};

type InUse = { readonly kind: string; readonly driver: SmsDriver; readonly practice: PracticeDriver | null };

export function gatewayManager(deps: GatewayManagerDeps): GatewayManager {
  const { clock } = deps;
  let current: InUse | null = null;
  let health = NOT_ASKED;
  let since: number | null = null;
  /** The kind of the real gateway that cannot be used and whose place the practice driver takes, refusing everything. */
  let standsInFor: string | null = null;
  let nextHealthAt = 0;
  /** Whose health is being asked; an answer of one that was replaced meanwhile says nothing. */
  let asked: SmsDriver | null = null;
  let lastSwap: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const inUse = (): InUse => {
    if (!current) throw new Error('no gateway is in use yet');
    return current;
  };

  const ask = async (driver: SmsDriver): Promise<void> => {
    const limit = { limitMs: HEALTH_LIMIT_MS };
    // A driver that throws for a gateway's reasons did not answer either.
    const answer = await withinLimit(
      (signal) => driver.health(signal),
      () => NO_ANSWER,
      limit,
    ).catch(() => NO_ANSWER);
    if (driver !== asked) return;
    asked = null;
    if (answer.level !== health.level) since = clock.now();
    health = standsInFor === null ? answer : UNUSABLE;
    deps.onChange();
  };

  const swap = async ({ kind, config }: GatewaySettings): Promise<GatewayUsed> => {
    if (isStopped) return { ok: false, issues: [CLOSING] };
    const parsed = GatewayKind.safeParse(kind);
    if (!parsed.success) return { ok: false, issues: [UNKNOWN_KIND] };
    const created = createDriver(parsed.data, config, {
      timer: (delayMs, run) => void clock.after(delayMs, run),
      now: clock.now,
      log: deps.log,
      folder: null,
    });
    if (!created.ok) return { ok: false, issues: created.issues };
    await current?.driver.stop();
    standsInFor = null;
    current = {
      kind: created.kind,
      driver: created.driver,
      practice: created.kind === 'practice' ? created.driver : null,
    };
    // What was known of the one before says nothing about this one.
    health = NOT_ASKED;
    since = null;
    asked = null;
    nextHealthAt = 0;
    await created.driver.start(deps.sink);
    deps.onChange();
    return { ok: true };
  };

  // Two swaps at once would both put aside the same driver, and the one that starts between them would listen for ever.
  const use = (settings: GatewaySettings): Promise<GatewayUsed> => {
    const used = lastSwap.then(() => swap(settings));
    lastSwap = used.catch(() => undefined);
    return used;
  };

  return {
    name: 'gateway',
    nextDueAt(now) {
      if (asked !== null) return null;
      // Further away than a turn: the wall clock was set back.
      return nextHealthAt > now + HEALTH_EVERY_MS ? now : nextHealthAt;
    },
    run(now) {
      nextHealthAt = now + HEALTH_EVERY_MS;
      asked = inUse().driver;
      ask(asked).catch(deps.onTrouble);
    },
    driver: () => inUse().driver,
    kind: () => standsInFor ?? inUse().kind,
    practice: () => (standsInFor === null ? (current?.practice ?? null) : null),
    askNow() {
      nextHealthAt = 0;
      deps.onChange();
    },
    health: () => ({ ...health, since, isAsked: health !== NOT_ASKED }),
    use,
    async startWith(settings) {
      const used = await use(settings);
      if (used.ok) return;
      deps.onTrouble(new Error(`stored gateway settings refused: ${used.issues.map((issue) => issue.en).join('; ')}`));
      // Nothing may look sent: the alarm says that the gateway is down, and every message waits.
      await use({ kind: 'practice', config: {} });
      current?.practice?.setTrouble('down');
      standsInFor = settings.kind;
    },
    async catchUp() {
      const { driver } = inUse();
      const fetched = async (signal: AbortSignal): Promise<void> => driver.catchUp?.(signal);
      // Not being able to fetch is no reason not to fire: the ladder goes on without the replies.
      await withinLimit(fetched, () => undefined, { limitMs: CATCH_UP_LIMIT_MS }).catch(deps.onTrouble);
    },
    async stop() {
      isStopped = true;
      await lastSwap;
      await current?.driver.stop();
    },
  };
}
