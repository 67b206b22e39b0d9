import type { SendResult } from '../driver.ts';

/** A text in the parts in which it goes over the air: no phone shows it before it has all of them. */

/**
 * The parts that an SMSC has taken, and its ids for them. What it reports of a part says something about the text only once
 * it has the whole.
 *
 * @param onWhole called once, with the ids in the order of the parts
 */
export function takenParts(count: number, onWhole: (ids: readonly string[]) => void) {
  const ids = new Map<number, string>();
  return {
    /** Whether that was the last one missing. */
    take(index: number, id: string): boolean {
      if (ids.has(index)) return false;
      ids.set(index, id);
      if (ids.size < count) return false;
      onWhole(Array.from({ length: count }, (_, each) => ids.get(each) ?? ''));
      return true;
    },
  };
}

/** Asked to slow down, or full: it comes right by itself, unlike a link that is gone. */
const isPutOff = (result: SendResult): boolean => result.kind === 'notSent' && result.retryAfterMs !== null;

/**
 * The first part alone: an SMSC that is busy says so before anything of the text was taken. Then the rest together, and what
 * it puts off one by one until `pause` says that there is no time left.
 *
 * @param pause false when it is given up
 */
export async function sendInParts(
  count: number,
  submit: (index: number) => Promise<SendResult>,
  pause: () => Promise<boolean>,
): Promise<SendResult> {
  const first = await submit(0);
  if (first.kind !== 'accepted') return first;
  const rest = await Promise.all(Array.from({ length: count - 1 }, (_, index) => submit(index + 1)));
  for (const [index, result] of rest.entries()) {
    let last = result;
    while (isPutOff(last) && (await pause())) last = await submit(index + 1);
    rest[index] = last;
  }
  const taken = 1 + rest.filter((each) => each.kind === 'accepted').length;
  return taken === count ? first : { kind: 'unknown', reason: `partlySent:${taken}:${count}` };
}
