import { create } from 'zustand';
import type { BothLanguages, Instant } from '#shared/contract';
import { failureSentence, isUnreachable, onAnswer } from './client.ts';
import { coreNow } from './clock.ts';

/** Whether the core is heard, and which of its answers are missing: what is on screen then is old, and says so. */

export type LinkState = {
  readonly isUp: boolean;
  /** When the core was last heard: what is shown is of then. */
  readonly downSince: Instant | null;
  /** Something was asked of it in vain since then. */
  readonly hasRefused: boolean;
};
const UP: LinkState = { isUp: true, downSince: null, hasRefused: false };
export const useLink = create<LinkState>(() => UP);
let heardAt: Instant | null = null;

/** Marks the core as unreachable, since when it was last heard. */
export function linkFailed(): void {
  if (useLink.getState().isUp) useLink.setState({ isUp: false, downSince: heardAt ?? coreNow() });
}

/** The core has answered. Only that counts: a question that never left it is no sign of life. */
export function linkWorks(): void {
  heardAt = coreNow();
  if (!useLink.getState().isUp) useLink.setState(UP);
}
onAnswer(linkWorks);

/** Somebody wanted something of the core and it did not answer. */
export function askedInVain(): void {
  linkFailed();
  useLink.setState({ hasRefused: true });
}

/** A question the core was asked and could not answer: since when, and what it says of it in plain words. */
export type FailedRead = { readonly since: Instant; readonly sentence: BothLanguages | null };
export const useFailedReads = create<{ readonly failed: ReadonlyMap<string, FailedRead> }>(() => ({
  failed: new Map(),
}));
const again = new Map<string, () => void>();

/**
 * Asks the core for something that is shown. Never rejects: a core that is away is the bar on top; any other failure is
 * kept under `name` until the same question succeeds, and asked again by {@link retryFailedReads}.
 */
export async function read(name: string, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
    forgetRead(name);
  } catch (error) {
    if (isUnreachable(error)) return linkFailed();
    console.error('a read failed', name, error);
    const { failed } = useFailedReads.getState();
    const since = failed.get(name)?.since ?? coreNow();
    again.set(name, () => void read(name, ask));
    useFailedReads.setState({ failed: new Map(failed).set(name, { since, sentence: failureSentence(error) }) });
  }
}

/** What was asked is answered now, or not shown any more. */
export function forgetRead(name: string): void {
  again.delete(name);
  const { failed } = useFailedReads.getState();
  if (!failed.has(name)) return;
  useFailedReads.setState({ failed: new Map([...failed].filter(([each]) => each !== name)) });
}

export function retryFailedReads(): void {
  for (const ask of [...again.values()]) ask();
}

/** The oldest of what is missing, with the first sentence the core gave for any of it; null when nothing is. */
export function oldestFailure(failed: ReadonlyMap<string, FailedRead>): FailedRead | null {
  const all = [...failed.values()].toSorted((a, b) => a.since - b.since);
  const [first] = all;
  if (!first) return null;
  return { since: first.since, sentence: all.find((each) => each.sentence !== null)?.sentence ?? null };
}
