import type { Stretch } from './plan-key.ts';

const MINUTE_MS = 60_000;
const STUB_MS = 2 * MINUTE_MS;

/** Whether something is over. `now` is the minute it is, and what was ended within it is over already. */
export function isOver(endsAt: number | null, now: number): boolean {
  return endsAt !== null && endsAt < now + MINUTE_MS;
}

/** What a slip leaves that was put right at once. It stays in the log, and is no source to read. */
export function isStub({ startsAt, endsAt }: Stretch, now: number): boolean {
  return isOver(endsAt, now) && endsAt - startsAt < STUB_MS;
}
