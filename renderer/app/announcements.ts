import type { QueueRow, TimerView } from '#shared/contract';

/** What a screen reader is told at once; everything else it can read when it likes. */
export type Announcement =
  | { readonly kind: 'newP1' | 'unanswered'; readonly row: QueueRow }
  | { readonly kind: 'acknowledged'; readonly row: QueueRow; readonly who: string }
  | { readonly kind: 'stepFired'; readonly row: QueueRow; readonly step: number }
  | { readonly kind: 'twoMinutes'; readonly timer: TimerView };

/** What became worth saying between two states of the queue. The first state is told to nobody: it is not news. */
export function rowNews(
  before: ReadonlyMap<string, QueueRow>,
  after: ReadonlyMap<string, QueueRow>,
): readonly Announcement[] {
  if (before.size === 0) return [];
  const news: Announcement[] = [];
  for (const row of after.values()) {
    const old = before.get(row.id);
    if (old === row) continue;
    if (!old) {
      if (row.tier === 'P1' && row.status === 'running') news.push({ kind: 'newP1', row });
      continue;
    }
    if (row.status === 'unanswered' && old.status !== 'unanswered') news.push({ kind: 'unanswered', row });
    if (row.status === 'acknowledged' && old.status !== 'acknowledged')
      news.push({ kind: 'acknowledged', row, who: row.who.join(', ') });
    if (row.step && row.step.fired > (old.step?.fired ?? 0))
      news.push({ kind: 'stepFired', row, step: row.step.fired });
  }
  return news;
}

const TWO_MINUTES_MS = 120_000;

/** The P1 and P2 clocks that passed the two-minute mark between two seconds. */
export function timerNews(timers: readonly TimerView[], before: number, now: number): readonly Announcement[] {
  return timers
    .filter((timer) => timer.tier !== 'P3' && timer.kind !== 'residentText')
    .filter(
      (timer) => timer.dueAt - before > TWO_MINUTES_MS && timer.dueAt - now <= TWO_MINUTES_MS && timer.dueAt > now,
    )
    .map((timer) => ({ kind: 'twoMinutes', timer }));
}
