import type { FeedsView, Instant, OnCallFinding, OnCallOutlook, ReminderView } from '#shared/contract';
import { isStale } from '../../../app/index.ts';

/** How bad a finding is: `accepted` is known to somebody by name, and asks for nothing. */
export type Weight = 'bad' | 'warn' | 'accepted';
const RANK = { bad: 0, warn: 1, accepted: 2 } as const;
const BAD: readonly OnCallFinding['kind'][] = ['nobody', 'noPrimary', 'noNumber'];

export function weightOf(finding: OnCallFinding): Weight {
  if (finding.accepted !== null) return 'accepted';
  return BAD.includes(finding.kind) ? 'bad' : 'warn';
}

/** What is worst first, then what comes first. */
export function byWeight(findings: readonly OnCallFinding[]): readonly OnCallFinding[] {
  return findings.toSorted((a, b) => RANK[weightOf(a)] - RANK[weightOf(b)] || a.startsAt - b.startsAt);
}

/** A reminder that has gone out, or could not, and that nobody has answered. */
export function isUnconfirmed({ state }: ReminderView): boolean {
  return state === 'sent' || state === 'delivered' || state === 'failed';
}

/** How many things of the next 14 days want a person, by how bad they are. */
export function countsOf(
  outlook: OnCallOutlook,
  feeds: FeedsView | null,
  idleCovers: number,
  now: Instant,
): { readonly bad: number; readonly warn: number } {
  const weights = outlook.findings.map(weightOf);
  const stale = (feeds?.feeds ?? []).filter((view) => isStale(view, now)).length;
  return {
    bad: weights.filter((weight) => weight === 'bad').length,
    warn:
      weights.filter((weight) => weight === 'warn').length +
      outlook.reminders.filter(isUnconfirmed).length +
      stale +
      (feeds?.unmapped.length ?? 0) +
      idleCovers,
  };
}
