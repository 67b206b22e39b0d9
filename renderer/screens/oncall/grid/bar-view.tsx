import type { OnCallFinding } from '#shared/contract';
import { timeOf, useIsNarrow, useText } from '../../../app/index.ts';
import { useNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { type Bar, type Day, placeOf } from '../timeline.ts';
import { barLabel } from './bar-label.ts';
import { lookOf, useBarName } from './bar-words.ts';

const MARKED = { cover: 'oncall.mark.cover', timeOff: 'oncall.mark.timeOff', vendor: 'oncall.mark.vendor' } as const;

/** A stretch of a line: who holds it, drawn by where that comes from. */
export function BarView(props: {
  readonly bar: Bar;
  readonly days: readonly Day[];
  /** On paper, where nothing can be pointed at: the hour of a hand-over stands in the bar. */
  readonly isOnPaper?: boolean;
}) {
  const { bar, days, isOnPaper = false } = props;
  const { t } = useText();
  const { people, zone } = usePlan();
  const name = useBarName();
  const isNarrow = useIsNarrow();
  const { left, width } = placeOf(bar, days);
  const person = bar.kind === 'duty' ? people.get(bar.duty.responderId) : undefined;
  const look = lookOf(bar);
  const room = isOnPaper ? 'paper' : isNarrow ? 'narrow' : 'wide';
  const isMidnight = days.some((day) => day.startsAt === bar.startsAt);
  const hour = isOnPaper && !isMidnight ? timeOf(bar.startsAt, zone) : '';
  const isMute = person !== undefined && !person.hasPhone;
  const hue = person ? ` who-${person.hue}` : '';
  const mark = look in MARKED ? MARKED[look as keyof typeof MARKED] : null; // just looked up
  return (
    <span
      className={`bar bar-${look}${hue}${isMute ? ' is-mute' : ''}`}
      style={{ left: `${left}%`, width: `${width}%` }}
    >
      <span className="bar-name">
        {bar.kind === 'duty' ? barLabel(name(bar), width, room, hour, mark === null ? '' : t(mark)) : name(bar)}
        {mark && <span className="bar-mark"> {t(mark)}</span>}
        {isMute && <span className="bar-mark"> {t('oncall.noPhone')}</span>}
      </span>
    </span>
  );
}

/** A line of colour under the hours in which something is wrong with who is on. */
export function FindingMark({ finding, days }: { readonly finding: OnCallFinding; readonly days: readonly Day[] }) {
  const { left, width } = placeOf(finding, days);
  if (width <= 0) return null;
  return <span className="bar-warning" style={{ left: `${left}%`, width: `${width}%` }} />;
}

export function NowLine({ days }: { readonly days: readonly Day[] }) {
  const now = useNow();
  const isInView = days.some((day) => day.startsAt <= now && now < day.endsAt);
  if (!isInView) return null;
  return <span className="trades-now" style={{ left: `${placeOf({ startsAt: now, endsAt: now }, days).left}%` }} />;
}
