import type { ScheduleSources } from '#shared/contract';
import { doubledDuties } from '#shared/oncall';
import { useText, whenOf } from '../../../app/index.ts';
import { usePlan } from '../plan-context.tsx';
import type { PlanKey, Stretch } from '../plan-key.ts';

type DoubledNoteProps = {
  readonly duty: PlanKey;
  readonly responderId: string;
  readonly stretch: Stretch | null;
  /** The sources as they would be, where the change moves more than this one duty. */
  readonly sources?: ScheduleSources;
};

/** Says before it is saved that one person would be primary and backup; it may be meant, so it stops nothing. */
export function DoubledNote({ duty, responderId, stretch, sources }: DoubledNoteProps) {
  const { t, language } = useText();
  const { calendar, zone, now, nameOf } = usePlan();
  if (responderId === '' || stretch === null) return null;
  const doubled = doubledDuties(sources ?? calendar.sources, duty, responderId, stretch.startsAt, stretch.endsAt);
  const first = doubled[0];
  if (!first) return null;
  const when = (at: number) => whenOf(at, now, zone, language);
  return (
    <p className="wide note note-warn" role="status">
      {t('oncall.doubled', {
        name: nameOf(responderId),
        role: t(`words.role.${first.role}`),
        trade: t(`words.trade.${duty.trade}`),
        from: when(first.startsAt),
        to: when(doubled.at(-1)?.endsAt ?? first.endsAt),
      })}
    </p>
  );
}
