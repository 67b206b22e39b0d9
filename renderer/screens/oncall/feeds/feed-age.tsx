import type { FeedView } from '#shared/contract';
import { agoOf, isStale, useText } from '../../../app/index.ts';
import { useNow } from '../../../stores/index.ts';

/** How old the copy in force is: when the calendar was last asked, and when it last said something new. */
export function FeedAge({ view }: { readonly view: Pick<FeedView, 'checkedAt' | 'copiedAt' | 'trouble'> }) {
  const { t } = useText();
  const now = useNow();
  const ago = (at: number) => {
    const { unit, count } = agoOf(at, now);
    return t(`feeds.ago.${unit}`, { count });
  };
  if (view.checkedAt === null) return <span className="amber">{t('feeds.neverChecked')}</span>;
  const words = [
    t('feeds.checked', { ago: ago(view.checkedAt) }),
    ...(view.copiedAt === null ? [] : [t('feeds.changed', { ago: ago(view.copiedAt) })]),
  ];
  return <span className={isStale(view, now) ? 'amber' : 'dim'}>{words.join(', ')}</span>;
}
