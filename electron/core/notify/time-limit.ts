/**
 * Asks a gateway and does not wait for ever: `ask` gets a signal that ends after `limitMs`, and a driver that does not heed
 * it is left behind after `graceMs` more, so that a bug in one driver never holds up the desk.
 *
 * @returns what `ask` answers, or `tooLate()`; rejects as `ask` does
 */
export async function withinLimit<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  tooLate: () => Answer,
  { limitMs, graceMs = 0 }: { readonly limitMs: number; readonly graceMs?: number },
): Promise<Answer> {
  const late = new Promise<Answer>((resolve) => {
    AbortSignal.timeout(limitMs + graceMs).addEventListener('abort', () => resolve(tooLate()));
  });
  return Promise.race([ask(AbortSignal.timeout(limitMs)), late]);
}
