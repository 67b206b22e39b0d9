import type { ClockKind, Instant, Tier } from '#shared/contract';
import { leftUntil } from '../app/index.ts';
import { useNow } from '../stores/index.ts';

/** How a running clock is coloured: late and soon before anything else, then by what it counts to. */
export function toneOf(urgency: 'calm' | 'soon' | 'late', kind: ClockKind, tier: Tier): string {
  if (urgency === 'late') return 'late';
  if (kind === 'eta') return 'ok';
  if (urgency === 'soon') return 'soon';
  const isWaiting = kind === 'step' || kind === 'lastWindow' || kind === 'callByHand' || kind === 'deskStep';
  return isWaiting && tier === 'P1' ? 'p1' : 'plain';
}

type CountdownProps = { readonly dueAt: Instant; readonly kind: ClockKind; readonly tier: Tier };

/** The big digits. Not a live region: a reader that spoke every second would drown what matters. */
export function Countdown({ dueAt, kind, tier }: CountdownProps) {
  const { digits, urgency } = leftUntil(dueAt, useNow());
  return <span className={`digits tone-${toneOf(urgency, kind, tier)}`}>{digits}</span>;
}
