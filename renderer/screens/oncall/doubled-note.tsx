import type { ScheduleSources } from '#shared/contract';
import { type DutyKey, doubledDuties } from '#shared/oncall';
import { useText, whenOf } from '../../app/index.ts';
import { coreNow } from '../../stores/index.ts';

type DoubledNoteProps = {
  readonly sources: ScheduleSources;
  readonly duty: DutyKey;
  readonly responderId: string;
  readonly name: string;
  readonly stretch: { readonly startsAt: number; readonly endsAt: number } | null;
  readonly zone: string;
};

/** Says before it is saved that one person would be primary and backup; it may be meant, so it stops nothing. */
export function DoubledNote({ sources, duty, responderId, name, stretch, zone }: DoubledNoteProps) {
  const { t, language } = useText();
  if (responderId === '' || stretch === null) return null;
  const doubled = doubledDuties(sources, duty, responderId, stretch.startsAt, stretch.endsAt);
  const first = doubled[0];
  if (!first) return null;
  const now = coreNow();
  const when = (at: number) => whenOf(at, now, zone, language);
  return (
    <p className="wide note note-warn" role="status">
      {t('oncall.doubled', {
        name,
        role: t(`words.role.${first.role}`),
        trade: t(`words.trade.${duty.trade}`),
        from: when(first.startsAt),
        to: when(doubled.at(-1)?.endsAt ?? first.endsAt),
      })}
    </p>
  );
}
