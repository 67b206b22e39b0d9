import type { Clock, Manager } from '#core/clockwork';
import type { BothLanguages } from '#shared/contract';
import type { GatewayHealth } from '../driver.ts';
import type { FieldIssue, GatewayLog } from '../gateways/index.ts';
import { withinLimit } from '../time-limit.ts';
import type { VoiceDriver } from './driver.ts';
import { createVoice } from './index.ts';

const HEALTH_EVERY_MS = 30_000;
/** One that has only begun registers with its provider; it is asked more often and not given up yet. */
const STARTS_WITHIN_MS = 20_000;
const STARTING_EVERY_MS = 2_000;
const HEALTH_LIMIT_MS = 10_000;
/** What is stored and cannot be used is tried again after this, and after twice as long each time. */
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;
/** A provider takes a moment to accept an account; somebody waits for the answer at the screen. */
const PROBE_AGAIN_MS = 500;
const MOST_PROBES = 12;
const CLOSING: BothLanguages = { en: 'the desk is being closed', es: 'el servicio se está cerrando' };
const NOT_STARTED: BothLanguages = { en: 'it could not be started', es: 'no se pudo iniciar' };
const NOT_ASKED: GatewayHealth = { level: 'warn', detail: 'notAsked' };
const NO_ANSWER: GatewayHealth = { level: 'down', detail: 'noAnswer' };
const UNUSABLE: GatewayHealth = { level: 'down', detail: 'settingsUnusable' };

export type VoiceSettings = { readonly kind: string; readonly config: unknown };
export type VoiceUsed = { readonly ok: true } | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** The gateway for calls, where there is one: started, watched, replaced when the settings change. */
export type VoiceManager = Manager & {
  /** Null where none is set up. */
  driver(): VoiceDriver | null;
  kind(): string | null;
  /** Set up, and it has said that it can call. */
  isAnswering(): boolean;
  /** Until when it may still be starting; null where it answers, or should by now. */
  startsUntil(now: number): number | null;
  health(): GatewayHealth & { readonly since: number | null; readonly isAsked: boolean };
  /** Asks for its health soon rather than in half a minute. */
  askNow(): void;
  /** Whether settings would do, asked of a driver that is put away again; the one in use stays. */
  probe(settings: VoiceSettings): Promise<GatewayHealth | { readonly issues: readonly FieldIssue[] }>;
  /** Swaps it, or ends it with null. Settings that do not parse are refused; the one in use stays. */
  use(settings: VoiceSettings | null): Promise<VoiceUsed>;
  /** As `use`, for a start: what cannot be used leaves the desk without calls, says so, and is tried again by itself. */
  startWith(settings: VoiceSettings | null): Promise<void>;
  stop(): Promise<void>;
};

export type VoiceManagerDeps = {
  readonly clock: Clock;
  readonly log: GatewayLog;
  readonly onTrouble: (error: unknown) => void;
  readonly onChange: () => void;
  /** A driver of a test's own, in place of what the settings name. */
  readonly driver?: VoiceDriver;
};

export function voiceManager(deps: VoiceManagerDeps): VoiceManager {
  const { clock } = deps;
  let current: { readonly kind: string; readonly driver: VoiceDriver | null } | null = null;
  let health = NOT_ASKED;
  let since: number | null = null;
  let nextHealthAt = 0;
  let startedAt = 0;
  /** Whose health is being asked; an answer of one that was replaced meanwhile says nothing. */
  let asked: VoiceDriver | null = null;
  let lastSwap: Promise<unknown> = Promise.resolve();
  /** What is stored and could not be used; `nextAt` null while it is tried. */
  let stored: { readonly settings: VoiceSettings; readonly tries: number; readonly nextAt: number | null } | null =
    null;
  let isStopped = false;

  const learn = (answer: GatewayHealth): void => {
    if (answer.level !== health.level || answer.detail !== health.detail) since = clock.now();
    health = answer;
    deps.onChange();
  };

  const ask = async (driver: VoiceDriver): Promise<void> => {
    asked = driver;
    const answer = await healthOf(driver);
    if (asked !== driver) return;
    asked = null;
    learn(answer);
  };

  const put = (next: typeof current): void => {
    current = next;
    health = NOT_ASKED;
    since = null;
    asked = null;
    nextHealthAt = 0;
    startedAt = clock.now();
  };

  const swap = async (settings: VoiceSettings | null): Promise<VoiceUsed> => {
    if (isStopped) return { ok: false, issues: [CLOSING] };
    const made = settings && makeDriver(settings, deps);
    if (made && !made.ok) return made;
    await current?.driver?.stop();
    put(made && settings ? { kind: settings.kind, driver: made.driver } : null);
    await made?.driver.start();
    deps.onChange();
    return { ok: true };
  };

  // Two swaps at once would both put aside the same driver, and the one that starts between them would call for ever.
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = lastSwap.then(work);
    lastSwap = done.catch(() => undefined);
    return done;
  };
  const use = (settings: VoiceSettings | null): Promise<VoiceUsed> =>
    inTurn(async () => {
      const used = await swap(settings);
      if (used.ok) stored = null;
      return used;
    });

  const startStored = async (settings: VoiceSettings, tries: number): Promise<void> => {
    const downSince = health === UNUSABLE ? since : null;
    const used = await swap(settings).catch(async (error: unknown): Promise<VoiceUsed> => {
      deps.onTrouble(error);
      await current?.driver?.stop();
      return { ok: false, issues: [NOT_STARTED] };
    });
    stored = null;
    if (used.ok || isStopped) return;
    if (tries === 0)
      deps.onTrouble(new Error(`stored voice settings refused: ${used.issues.map((issue) => issue.en).join('; ')}`));
    put({ kind: settings.kind, driver: null });
    learn(UNUSABLE);
    since = downSince ?? since;
    const pauseMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries);
    stored = { settings, tries: tries + 1, nextAt: clock.now() + pauseMs };
  };
  const storedDueAt = (now: number): number | null => {
    const nextAt = stored?.nextAt ?? null;
    return nextAt !== null && nextAt > now + LONGEST_RETRY_MS ? now : nextAt;
  };

  const startsUntil = (now: number): number | null => {
    if (!current?.driver || (health !== NOT_ASKED && health.level !== 'down')) return null;
    const until = startedAt + STARTS_WITHIN_MS;
    // A clock that was set back says nothing about how long ago it began.
    return now >= startedAt && now < until ? until : null;
  };

  return {
    name: 'voice',
    nextDueAt(now) {
      if (!current?.driver) return storedDueAt(now);
      if (asked !== null) return null;
      return nextHealthAt > now + HEALTH_EVERY_MS ? now : nextHealthAt;
    },
    run(now) {
      const againAt = storedDueAt(now);
      if (stored !== null && againAt !== null && againAt <= now) {
        const again = { ...stored, nextAt: null };
        stored = again;
        // Other settings may have been saved while it waited for its turn.
        const trying = async () => (stored === again ? startStored(again.settings, again.tries) : undefined);
        inTurn(trying).catch(deps.onTrouble);
        return;
      }
      nextHealthAt = now + (startsUntil(now) === null ? HEALTH_EVERY_MS : STARTING_EVERY_MS);
      if (current?.driver) ask(current.driver).catch(deps.onTrouble);
    },
    driver: () => current?.driver ?? null,
    kind: () => current?.kind ?? null,
    isAnswering: () => current?.driver != null && health !== NOT_ASKED && health.level !== 'down',
    startsUntil,
    health: () => ({ ...health, since, isAsked: health !== NOT_ASKED }),
    askNow() {
      nextHealthAt = 0;
      deps.onChange();
    },
    async probe(settings) {
      const { driver: _, ...own } = deps;
      const made = makeDriver(settings, own);
      if (!made.ok) return { issues: made.issues };
      await made.driver.start();
      try {
        let answer = await healthOf(made.driver);
        for (let asked = 1; asked < MOST_PROBES && answer.detail === 'registering'; asked += 1) {
          await new Promise<void>((resolve) => void clock.after(PROBE_AGAIN_MS, resolve));
          answer = await healthOf(made.driver);
        }
        return answer;
      } finally {
        await made.driver.stop();
      }
    },
    use,
    async startWith(settings) {
      if (settings === null) await use(null);
      else await inTurn(() => startStored(settings, 0));
    },
    async stop() {
      isStopped = true;
      await lastSwap;
      await current?.driver?.stop();
    },
  };
}

/** A driver that throws, or hangs, did not answer either. */
function healthOf(driver: VoiceDriver): Promise<GatewayHealth> {
  return withinLimit(
    (signal) => driver.health(signal),
    () => NO_ANSWER,
    { limitMs: HEALTH_LIMIT_MS },
  ).catch(() => NO_ANSWER);
}

type Made = { readonly ok: true; readonly driver: VoiceDriver } | (VoiceUsed & { readonly ok: false });

function makeDriver({ kind, config }: VoiceSettings, { clock, log, driver }: VoiceManagerDeps): Made {
  if (driver) return { ok: true, driver };
  return createVoice(kind, config, { timer: (delayMs, run) => clock.after(delayMs, run), now: clock.now, log });
}
