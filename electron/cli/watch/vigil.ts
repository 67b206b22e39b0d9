import { z } from 'zod';
import { Instant, WatchAnswer } from '#shared/contract';

/** When the watch calls somebody, and about what. Pure: what is known, what came of asking, and for how long. */

export const VIGIL = {
  askEveryMs: 15_000,
  silentAfterMs: 3 * 60_000,
  againEveryMs: 15 * 60_000,
} as const;
export type Pace = { readonly [Name in keyof typeof VIGIL]: number };

/** Kept in a file, so that a watch that is started again goes on where it was. */
export const Vigil = z.object({
  v: z.literal(1),
  /** The last answer; null while the desk was never heard. */
  answer: WatchAnswer.nullable(),
  /** How long it has not been well, by time in which the watch was awake. */
  troubledMs: z.number().min(0),
  /** What the trouble is that somebody was told of; null while nobody was. */
  told: z.object({ kind: z.enum(['silent', 'stuck']), sinceMs: z.number().min(0), times: z.number().int() }).nullable(),
  /** Texts that have not left yet. */
  unsent: z.array(
    z.object({
      key: z.string(),
      to: z.string(),
      text: z.string(),
      writtenAt: Instant,
      /** The gateway's answer was lost: it leaves once more under the same key, and then no more. */
      isPossiblyTwice: z.boolean().optional(),
    }),
  ),
});
export type Vigil = Readonly<z.infer<typeof Vigil>>;

export const BEGINNING: Vigil = { v: 1, answer: null, troubledMs: 0, told: null, unsent: [] };

export type News = {
  readonly kind: 'silent' | 'stuck' | 'back';
  /** How long it lasts, or lasted, in whole minutes. */
  readonly minutes: number;
  readonly answer: WatchAnswer;
  /** Counts the texts of one trouble, so that each has a name of its own. */
  readonly times: number;
};

/**
 * What one look at the desk changes. `elapsedMs`: since the look before; a watch that slept itself counts no more of it than
 * one look takes, for in that time it saw nothing.
 */
export function look(
  before: Vigil,
  answer: WatchAnswer | null,
  elapsedMs: number,
  pace: Pace = VIGIL,
): { readonly vigil: Vigil; readonly news: News | null } {
  const kind = answer === null ? 'silent' : answer.clockworkLateSince === null ? null : 'stuck';
  const known = answer ?? before.answer;
  if (kind === null) {
    const wasTold = before.told !== null && known !== null;
    const minutes = wholeMinutes(before.troubledMs);
    return {
      vigil: { ...before, answer: known, troubledMs: 0, told: null },
      news: wasTold ? { kind: 'back', minutes, answer: known, times: 0 } : null,
    };
  }
  const countedMs = Math.min(elapsedMs, 2 * pace.askEveryMs);
  const troubledMs = before.troubledMs + countedMs;
  const sinceMs = before.told === null ? 0 : before.told.sinceMs + countedMs;
  const isDue = before.told === null ? troubledMs >= pace.silentAfterMs : sinceMs >= pace.againEveryMs;
  // Whom to call is known from the desk alone: of one that was never heard nobody can be told.
  if (!isDue || known === null) {
    const told = before.told && { ...before.told, sinceMs };
    return { vigil: { ...before, answer: known, troubledMs, told }, news: null };
  }
  const times = (before.told?.times ?? 0) + 1;
  return {
    vigil: { ...before, answer: known, troubledMs, told: { kind, sinceMs: 0, times } },
    news: { kind, minutes: wholeMinutes(troubledMs), answer: known, times },
  };
}

function wholeMinutes(ms: number): number {
  return Math.floor(ms / 60_000);
}
