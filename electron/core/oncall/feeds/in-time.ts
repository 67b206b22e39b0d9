import type { Clock } from '#core/clockwork';

/** Waiting on the core's clock, so that what waits can be tested without waiting. */

export type InTime<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The limit was over; `work` may still be going on, where the system does not let go of it. */
  | { readonly kind: 'late'; readonly work: Promise<unknown> };

/** Starts `work` with a signal that ends with `outer` or after `limitMs`, and waits no longer than that. Rejects as it does. */
export async function inTime<Answer>(
  clock: Clock,
  limitMs: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<InTime<Answer>> {
  const limit = new AbortController();
  const cancel = clock.after(limitMs, () => limit.abort());
  const signal = AbortSignal.any([limit.signal, outer]);
  const running = work(signal);
  const ended = new Promise<'ended'>((resolve) => {
    if (signal.aborted) resolve('ended');
    signal.addEventListener('abort', () => resolve('ended'), { once: true });
  });
  try {
    const first = await Promise.race([running.then((answer) => ({ answer })), ended]);
    return first === 'ended' ? late(running) : { kind: 'answer', answer: first.answer };
  } catch (error) {
    // Breaking off is what the signal asked for.
    if (signal.aborted) return late(running);
    throw error;
  } finally {
    cancel();
  }
}

function late(work: Promise<unknown>): { readonly kind: 'late'; readonly work: Promise<unknown> } {
  return { kind: 'late', work: work.catch(() => undefined) };
}

/** Resolves after `ms`; rejects when the signal ends before. */
export function pauseOn(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener(
      'abort',
      () => {
        cancel();
        reject(new Error('given up'));
      },
      { once: true },
    );
  });
}

/** Resolves when all have, or after `limitMs`, whichever is first. */
export async function allWithin(clock: Clock, limitMs: number, all: readonly Promise<unknown>[]): Promise<void> {
  let cancel = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    cancel = clock.after(limitMs, resolve);
  });
  await Promise.race([Promise.allSettled(all), over]);
  cancel();
}
