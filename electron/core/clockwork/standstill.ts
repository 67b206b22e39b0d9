import type { Instant } from '#shared/contract';

/** A part of the core that cannot do its work: since when, and what the last attempt threw. */
export type Trouble = { readonly since: Instant; readonly error: unknown };

/**
 * Which managers cannot do their work. It lives in memory: an alarm that had to be stored could not be raised about a
 * disk that takes nothing.
 */
export type Standstill = {
  failed(manager: string, error: unknown, now: Instant): void;
  worked(manager: string): void;
  /** The trouble that has lasted longest; null when everything works. */
  trouble(): Trouble | null;
};

export function standstill(): Standstill {
  const troubles = new Map<string, Trouble>();
  return {
    failed(manager, error, now) {
      troubles.set(manager, { since: troubles.get(manager)?.since ?? now, error });
    },
    worked(manager) {
      troubles.delete(manager);
    },
    trouble: () => [...troubles.values()].sort((a, b) => a.since - b.since)[0] ?? null,
  };
}
