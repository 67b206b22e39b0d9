import type { Manager } from '#core/clockwork';
import type { Hub } from '#core/desk';
import { allRows, type Store } from '#core/store';
import type { Instant, OnCallFinding } from '#shared/contract';
import { findings } from '#shared/oncall';
import type { OnCallBook } from '../book.ts';

const HOUR_MS = 60 * 60_000;
const AHEAD_MS = 14 * 24 * HOUR_MS;

/** Looks two weeks ahead each hour and whenever the plan has changed, and says so when it finds something else. */
export type OnCallWatch = Manager & {
  /** What will go wrong in the next 14 days, at most an hour old. */
  findings(now: Instant): readonly OnCallFinding[];
};

export function onCallWatch(deps: {
  readonly store: Store;
  readonly book: OnCallBook;
  readonly hub: Hub;
}): OnCallWatch {
  const { store, book, hub } = deps;
  let found: { readonly at: Instant; readonly findings: readonly OnCallFinding[] } | null = null;
  let told: string | null = null;
  hub.subscribe((changed) => {
    if (changed.some((each) => each === 'oncall' || each === 'portfolio')) found = null;
  });

  const look = (now: Instant): readonly OnCallFinding[] => {
    if (found !== null && now >= found.at && now - found.at < HOUR_MS) return found.findings;
    const facts = {
      sources: book.sources(),
      properties: allRows(store.read, 'property'),
      responders: book.responders(),
    };
    found = { at: now, findings: findings(facts, now, now + AHEAD_MS) };
    return found.findings;
  };

  return {
    name: 'oncall-watch',
    nextDueAt: (now) => (found === null || now < found.at ? now : found.at + HOUR_MS),
    run(now) {
      const seen = look(now);
      // What goes on already begins later at each look, and is no news for that; nor is what comes into sight at the end.
      const names = JSON.stringify(
        seen
          .filter((each) => each.startsAt < now + AHEAD_MS - HOUR_MS)
          .map((each) => ({
            ...each,
            startsAt: each.startsAt <= now ? 0 : each.startsAt,
            endsAt: Math.min(each.endsAt, now + AHEAD_MS) === now + AHEAD_MS ? 0 : each.endsAt,
          })),
      );
      const isNews = told !== null && told !== names;
      told = names;
      if (!isNews) return;
      const before = found;
      hub.publish(['oncall', 'status']);
      // It was this look itself that was told of.
      found = before;
    },
    findings: look,
  };
}
