import type { ClockKind, Instant } from '#shared/contract';
import { leftUntil } from '../app/index.ts';
import { useNow } from '../stores/index.ts';

/** How a running clock is coloured: the less is left the hotter, whatever the tier; help on its way is green until then. */
export function toneOf(urgency: 'calm' | 'soon' | 'late', kind: ClockKind): string {
  if (urgency !== 'calm') return urgency;
  return kind === 'eta' ? 'ok' : 'plain';
}

type CountdownProps = { readonly dueAt: Instant; readonly kind: ClockKind };

/** The big digits. Not a live region: a reader that spoke every second would drown what matters. */
export function Countdown({ dueAt, kind }: CountdownProps) {
  const { digits, urgency } = leftUntil(dueAt, useNow());
  return <span className={`digits tone-${toneOf(urgency, kind)}`}>{digits}</span>;
}
