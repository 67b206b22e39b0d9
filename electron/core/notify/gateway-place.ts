import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#core/clockwork';
import type { BothLanguages, MessageSlot } from '#shared/contract';
import type { GatewayDeps, GatewayHealth, GatewaySink, SmsDriver } from './driver.ts';
import {
  createDriver,
  type FieldIssue,
  GatewayKind,
  type GatewayLog,
  gatewayKinds,
  type PracticeDriver,
} from './gateways/index.ts';
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
const OTHER_PLACE: BothLanguages = {
  en: 'this kind of gateway has no place here',
  es: 'este tipo de pasarela no va en este lugar',
};
const NO_FOLDER: BothLanguages = {
  en: 'its own folder, in the data folder, cannot be written',
  es: 'no se puede escribir en su carpeta propia, dentro de la carpeta de datos',
};
const NOT_STARTED: BothLanguages = { en: 'it could not be started', es: 'no se pudo iniciar' };
const NOT_ASKED: GatewayHealth = { level: 'warn', detail: 'notAsked' };
/** A stored gateway that cannot be used is tried again after this, and after twice as long each time. */
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;
const NO_ANSWER: GatewayHealth = { level: 'down', detail: 'noAnswer' };
const UNUSABLE: GatewayHealth = { level: 'down', detail: 'settingsUnusable' };

export type GatewaySettings = { readonly kind: string; readonly config: unknown };
type Refused = { readonly ok: false; readonly issues: readonly FieldIssue[] };
export type GatewayUsed = { readonly ok: true } | Refused;
export type GatewayTried = { readonly ok: true; readonly health: GatewayHealth } | Refused;

export type GatewayPlaceDeps = {
  readonly clock: Clock;
  /** The data folder: drivers that keep a spool do it in a part of it; null where nothing may be kept. */
  readonly folder: string | null;
  readonly sink: GatewaySink;
  readonly log: GatewayLog;
  readonly onTrouble: (error: unknown) => void;
  readonly onChange: () => void;
};

/** One place for a gateway: empty, or with one that is started, watched, and replaced when the settings change. */
export type GatewayPlace = {
  readonly slot: MessageSlot;
  /** Null while the place is empty. */
  driver(): SmsDriver | null;
  kind(): string | null;
  /** The practice phones, while the practice gateway stands here; null too while one stands in for a real gateway. */
  practice(): PracticeDriver | null;
  nextDueAt(now: number): number | null;
  run(now: number): void;
  /** Asks for its health soon rather than in half a minute. */
  askNow(): void;
  /** `isAsked`: false until the one here has answered for the first time. */
  health(): GatewayHealth & { readonly since: number | null; readonly isAsked: boolean };
  /** Swaps the driver, one swap after the other; null empties the place. Refused settings leave the one here. */
  use(settings: GatewaySettings | null): Promise<GatewayUsed>;
  /**
   * As `use`, for a start: what cannot be used does not keep the desk shut. A gateway that is down stands in for it, and it is
   * tried again by itself until it can be used or other settings are.
   */
  startWith(settings: GatewaySettings): Promise<void>;
  /** How a gateway with these settings is, without putting it here. */
  try(settings: GatewaySettings): Promise<GatewayTried>;
  catchUp(): Promise<void>;
  stop(): Promise<void>;
};

/** The stored gateway that could not be used, how often it was tried, and when it is tried next; null while it is. */
type Stored = {
  readonly settings: GatewaySettings;
  readonly tries: number;
  readonly nextAt: number | null;
  readonly since: number;
};

type Here = { readonly kind: string; readonly driver: SmsDriver; readonly practice: PracticeDriver | null };

export function gatewayPlace(slot: MessageSlot, deps: GatewayPlaceDeps): GatewayPlace {
  const { clock } = deps;
  let here: Here | null = null;
  let health = NOT_ASKED;
  let since: number | null = null;
  /** The kind of the real gateway that cannot be used and whose place the practice driver takes, refusing everything. */
  let standsInFor: string | null = null;
  let stored: Stored | null = null;
  let nextHealthAt = 0;
  /** Whose health is being asked; an answer of one that was replaced meanwhile says nothing. */
  let asked: SmsDriver | null = null;
  let lastSwap: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const ask = async (driver: SmsDriver): Promise<void> => {
    const answer = await healthOf(driver);
    if (driver !== asked) return;
    asked = null;
    if (answer.level !== health.level) since = clock.now();
    health = standsInFor === null ? answer : UNUSABLE;
    deps.onChange();
  };

  const swap = async (settings: GatewaySettings | null): Promise<GatewayUsed> => {
    if (isStopped) return { ok: false, issues: [CLOSING] };
    const made = settings === null ? null : makeHere(slot, settings, deps);
    if (made?.ok === false) return made;
    await here?.driver.stop();
    standsInFor = null;
    here = made?.here ?? null;
    // What was known of the one before says nothing about this one.
    health = NOT_ASKED;
    since = null;
    asked = null;
    nextHealthAt = 0;
    await here?.driver.start(deps.sink);
    deps.onChange();
    return { ok: true };
  };

  // Two swaps at once would both put aside the same driver, and the one that starts between them would listen for ever.
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = lastSwap.then(work);
    lastSwap = done.catch(() => undefined);
    return done;
  };
  const use = (settings: GatewaySettings | null): Promise<GatewayUsed> =>
    inTurn(async () => {
      const used = await swap(settings);
      if (used.ok) stored = null;
      return used;
    });

  /** Nothing may look sent: the alarm says that the gateway is down, and every message waits. */
  const standIn = async (kind: string, downSince: number): Promise<void> => {
    await swap({ kind: 'practice', config: {} });
    here?.practice?.setTrouble('down');
    standsInFor = kind;
    health = UNUSABLE;
    since = downSince;
    deps.onChange();
  };

  const startStored = async ({ settings, tries, since: downSince }: Omit<Stored, 'nextAt'>): Promise<void> => {
    const used = await swap(settings).catch((error: unknown): GatewayUsed => {
      deps.onTrouble(error);
      return { ok: false, issues: [NOT_STARTED] };
    });
    if (used.ok || isStopped) {
      stored = null;
      return;
    }
    if (standsInFor === null) {
      deps.onTrouble(new Error(`a stored gateway cannot be used: ${used.issues.map((issue) => issue.en).join('; ')}`));
      await standIn(settings.kind, downSince);
    }
    const pauseMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries);
    stored = { settings, tries: tries + 1, nextAt: clock.now() + pauseMs, since: downSince };
    deps.onChange();
  };

  const tryStoredAgain = (before: Stored): void => {
    const again = { ...before, nextAt: null };
    stored = again;
    // Other settings may have been saved while it waited for its turn.
    inTurn(async () => (stored === again ? startStored(again) : undefined)).catch(deps.onTrouble);
  };
  const storedDueAt = (now: number): number | null => {
    const nextAt = stored?.nextAt ?? null;
    return nextAt !== null && nextAt > now + LONGEST_RETRY_MS ? now : nextAt;
  };
  const healthDueAt = (now: number): number | null => {
    if (here === null || asked !== null) return null;
    // Further away than a turn: the wall clock was set back.
    return nextHealthAt > now + HEALTH_EVERY_MS ? now : nextHealthAt;
  };

  return {
    slot,
    driver: () => here?.driver ?? null,
    kind: () => standsInFor ?? here?.kind ?? null,
    practice: () => (standsInFor === null ? (here?.practice ?? null) : null),
    nextDueAt(now) {
      const dues = [healthDueAt(now), storedDueAt(now)].filter((each) => each !== null);
      return dues.length === 0 ? null : Math.min(...dues);
    },
    run(now) {
      const againAt = storedDueAt(now);
      if (stored !== null && againAt !== null && againAt <= now) tryStoredAgain(stored);
      const healthAt = healthDueAt(now);
      if (here === null || healthAt === null || healthAt > now) return;
      nextHealthAt = now + HEALTH_EVERY_MS;
      asked = here.driver;
      ask(asked).catch(deps.onTrouble);
    },
    askNow() {
      nextHealthAt = 0;
      deps.onChange();
    },
    health: () => ({ ...health, since, isAsked: health !== NOT_ASKED }),
    use,
    startWith: (settings) => inTurn(() => startStored({ settings, tries: 0, since: clock.now() })),
    async try(settings) {
      const made = make(slot, settings, driverDeps(deps, null));
      return made.ok ? { ok: true, health: await healthOf(made.here.driver) } : made;
    },
    async catchUp() {
      const fetched = async (signal: AbortSignal): Promise<void> => here?.driver.catchUp?.(signal);
      // Not being able to fetch is no reason not to fire: the ladder goes on without the replies.
      await withinLimit(fetched, () => undefined, { limitMs: CATCH_UP_LIMIT_MS }).catch(deps.onTrouble);
    },
    async stop() {
      isStopped = true;
      await lastSwap;
      await here?.driver.stop();
    },
  };
}

/** A driver that throws for a gateway's reasons did not answer either. */
function healthOf(driver: SmsDriver): Promise<GatewayHealth> {
  return withinLimit(
    (signal) => driver.health(signal),
    () => NO_ANSWER,
    { limitMs: HEALTH_LIMIT_MS },
  ).catch(() => NO_ANSWER);
}

function make(
  slot: MessageSlot,
  { kind, config }: GatewaySettings,
  deps: GatewayDeps,
): { readonly ok: true; readonly here: Here } | Refused {
  const parsed = GatewayKind.safeParse(kind);
  if (!parsed.success) return { ok: false, issues: [UNKNOWN_KIND] };
  const isForPush = gatewayKinds[parsed.data].medium === 'push';
  if (isForPush !== (slot === 'push')) return { ok: false, issues: [OTHER_PLACE] };
  const created = createDriver(parsed.data, config, deps);
  if (!created.ok) return { ok: false, issues: created.issues };
  const { driver } = created;
  return {
    ok: true,
    here: { kind: created.kind, driver, practice: created.kind === 'practice' ? created.driver : null },
  };
}

function makeHere(slot: MessageSlot, settings: GatewaySettings, deps: GatewayPlaceDeps): ReturnType<typeof make> {
  try {
    return make(slot, settings, driverDeps(deps, spoolFolder(slot, settings.kind, deps)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    deps.onTrouble(error);
    return { ok: false, issues: [NO_FOLDER] };
  }
}

function driverDeps({ clock, log }: GatewayPlaceDeps, folder: string | null): GatewayDeps {
  return { timer: (delayMs, run) => void clock.after(delayMs, run), now: clock.now, log, folder };
}

/** Each kind has its own, so that one that comes back finds what it left. Null where nothing may be kept. */
function spoolFolder(slot: MessageSlot, kind: string, { folder }: GatewayPlaceDeps): string | null {
  if (folder === null || kind === 'practice') return null;
  const own = join(folder, 'gateways', `${slot}-${kind.replace(/\W/g, '')}`);
  mkdirSync(own, { recursive: true });
  return own;
}
