import type { CalendarView, Instant } from '#shared/contract';
import { useText, whenOf } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { type CoverDraft, nextMorning } from './timeline.ts';

type GapListProps = {
  readonly gaps: CalendarView['gaps'];
  readonly zone: string;
  readonly now: Instant;
  readonly placeName: (propertyId: string) => string;
  readonly onCover: (draft: CoverDraft) => void;
};

/** Every stretch still to come in which nobody is on, soonest first, with what it costs and one key to close it. */
export function GapList({ gaps, zone, now, placeName, onCover }: GapListProps) {
  const { t, language, pick } = useText();
  const ahead = gaps.filter((gap) => gap.endsAt > now).toSorted(byWeight);
  if (ahead.length === 0) return <p className="note note-ok">{t('oncall.noGaps')}</p>;
  const cover = (gap: (typeof ahead)[number]) => {
    const startsAt = Math.max(gap.startsAt, Math.floor(now / 60_000) * 60_000);
    const endsAt = Math.min(gap.endsAt, nextMorning(zone, startsAt));
    onCover({ trade: gap.trade, role: gap.role, propertyId: gap.propertyId, startsAt, endsAt });
  };
  return (
    <ul className="gap-list">
      {ahead.map((gap) => (
        <li
          key={`${gap.trade} ${gap.role} ${gap.propertyId} ${gap.startsAt}`}
          className={gap.coveredBy !== null ? 'is-general' : ''}
        >
          <div>
            <b>
              {t(`words.trade.${gap.trade}`)} {t(`words.role.${gap.role}`)}
              {gap.propertyId !== null && ` · ${placeName(gap.propertyId)}`}
            </b>{' '}
            <span>
              {t('oncall.gapSpan', {
                from: whenOf(gap.startsAt, now, zone, language),
                to: whenOf(gap.endsAt, now, zone, language),
              })}
            </span>
            <p>{pick(gap.cost)}</p>
          </div>
          <ActionButton label={t('oncall.coverThis')} onPress={() => cover(gap)} />
        </li>
      ))}
    </ul>
  );
}

/** Stretches that wake nobody at all before those that general catches, then by time. */
function byWeight(a: GapListProps['gaps'][number], b: GapListProps['gaps'][number]): number {
  return Number(a.coveredBy !== null) - Number(b.coveredBy !== null) || a.startsAt - b.startsAt;
}
