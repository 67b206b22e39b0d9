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

const DAY_MS = 24 * 60 * 60_000;

/** What comes within a day first, then what is worst, then what comes first; what is accepted last. */
export function byWeight(findings: readonly OnCallFinding[], now: Instant): readonly OnCallFinding[] {
  const rank = (finding: OnCallFinding) => {
    const weight = weightOf(finding);
    const isLater = weight !== 'accepted' && finding.startsAt >= now + DAY_MS;
    return RANK[weight] + (isLater ? 2 : 0) + (weight === 'accepted' ? 2 : 0);
  };
  return findings.toSorted((a, b) => rank(a) - rank(b) || a.startsAt - b.startsAt);
}

/**
 * Findings that are one to whoever has to do something about it: properties begin and end their nights at other hours, and
 * what is wrong at all of them is told once, from the first hour to the last. `properties` is how many there are.
 */
export function merged(findings: readonly OnCallFinding[], properties: number): readonly OnCallFinding[] {
  const lines: OnCallFinding[] = [];
  for (const finding of findings.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const at = lines.findIndex((line) => nameOf(line) === nameOf(finding) && finding.startsAt <= line.endsAt);
    const line = lines[at];
    if (line === undefined) lines.push(finding);
    else
      lines[at] = {
        ...line,
        endsAt: Math.max(line.endsAt, finding.endsAt),
        places: together(line.places, finding.places, properties),
      };
  }
  return lines;
}

function nameOf({ kind, trade, role, propertyId, group, responderIds, accepted }: OnCallFinding): string {
  return JSON.stringify([kind, trade, role, propertyId, group, responderIds, accepted]);
}

/** Names of places of either; null where that is everywhere. */
function together(
  one: OnCallFinding['places'],
  other: OnCallFinding['places'],
  properties: number,
): OnCallFinding['places'] {
  if (one === null || other === null) return null;
  const all = [...new Set([...one, ...other])].toSorted((a, b) => a.localeCompare(b));
  return all.length >= properties ? null : all;
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
  properties: number,
  now: Instant,
): { readonly bad: number; readonly warn: number } {
  const weights = merged(outlook.findings, properties).map(weightOf);
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
