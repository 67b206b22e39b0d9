import type { AlarmCallRow, CallStage } from '#core/store';
import type { Instant } from '#shared/contract';

/** Who is to be called, and when, for an alarm that nobody at the desk hears (PRODUCT 8). Pure. */

const MINUTE_MS = 60_000;
export const CHAIN = {
  coordinatorMs: 2 * MINUTE_MS,
  managerMs: 5 * MINUTE_MS,
  /** The manager again, for as long as nobody hears it. */
  againMs: 15 * MINUTE_MS,
  /** Neither a desktop program nor a window has been heard of for this long: nothing can sound. */
  deafMs: 5_000,
} as const;

export type Silence = {
  readonly now: Instant;
  /** Since when an alarm that sounds on has not been heard; null while there is none. */
  readonly soundingSince: Instant | null;
  /** When a person at the desk last did anything; null when not lately. */
  readonly actedAt: Instant | null;
  /** When a desktop program or a window was last there to sound it. */
  readonly listenedAt: Instant;
  /** Somebody is signed in whose mobile is known. */
  readonly hasCoordinator: boolean;
  /** The calls that were made since it was last heard, oldest first. */
  readonly calls: readonly Pick<AlarmCallRow, 'since' | 'stage' | 'calledAt'>[];
};

export type NextCall =
  /** `since`: of the silence it belongs to. `isDeaf`: because there is nothing that could sound. */
  | { readonly what: 'call'; readonly stage: CallStage; readonly since: Instant; readonly isDeaf: boolean }
  /** It was heard, or somebody is at work: whoever was called need not be called again. */
  | { readonly what: 'over' }
  /** `at`: when to look again; null while nothing sounds. */
  | { readonly what: 'wait'; readonly at: Instant | null };

export function nextCall(silence: Silence): NextCall {
  const { now, soundingSince, calls } = silence;
  const first = calls[0];
  const actedAt = silence.actedAt ?? Number.NEGATIVE_INFINITY;
  if (soundingSince === null) return first ? { what: 'over' } : { what: 'wait', at: null };
  if (first && actedAt > first.calledAt) return { what: 'over' };
  const since = first?.since ?? Math.max(soundingSince, Math.min(actedAt, now));
  const due = [coordinatorDue(silence, since), managerDue(silence, since)].toSorted((a, b) => a.at - b.at);
  const next = due[0];
  if (!next || next.at > now) return { what: 'wait', at: next?.at ?? null };
  return { what: 'call', stage: next.stage, since, isDeaf: next.isDeaf };
}

type Due = { readonly stage: CallStage; readonly at: Instant; readonly isDeaf: boolean };

function coordinatorDue({ hasCoordinator, calls }: Silence, since: Instant): Due {
  const isCalled = calls.some((call) => call.stage === 'coordinator');
  const at = hasCoordinator && !isCalled ? since + CHAIN.coordinatorMs : Number.POSITIVE_INFINITY;
  return { stage: 'coordinator', at, isDeaf: false };
}

function managerDue(silence: Silence, since: Instant): Due {
  const last = silence.calls.findLast((call) => call.stage === 'manager');
  if (last) return { stage: 'manager', at: last.calledAt + CHAIN.againMs, isDeaf: isDeaf(silence) };
  // Where there is no mobile to try first, three minutes more help nobody.
  const heardAt = since + (silence.hasCoordinator ? CHAIN.managerMs : CHAIN.coordinatorMs);
  const deafAt = Math.max(silence.soundingSince ?? since, silence.listenedAt) + CHAIN.deafMs;
  return { stage: 'manager', at: Math.min(heardAt, deafAt), isDeaf: deafAt < heardAt && isDeaf(silence) };
}

function isDeaf({ now, listenedAt }: Silence): boolean {
  return now - listenedAt >= CHAIN.deafMs;
}
