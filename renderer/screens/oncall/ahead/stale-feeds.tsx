import { isStale, useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { go } from '../../../stores/index.ts';
import { FeedAge } from '../feeds/feed-age.tsx';
import { usePlan } from '../plan-context.tsx';

/** Live calendars that cannot be read, and titles in them that mean nobody. */
export function StaleFeeds() {
  const { t, pick } = useText();
  const { feeds, now } = usePlan();
  const stale = (feeds?.feeds ?? []).filter((view) => isStale(view, now));
  const unmapped = feeds?.unmapped.length ?? 0;
  if (stale.length + unmapped === 0) return null;
  const look = <ActionButton label={t('feeds.look')} onPress={() => go('oncall', 'feeds')} />;
  return (
    <div className="ahead-group">
      <h3 className="overline">{t('oncall.feeds')}</h3>
      <ul className="ahead-list">
        {stale.map((view) => (
          <li key={view.feed.id} className="ahead-row">
            <span>
              <b>{view.feed.name}</b> <FeedAge view={view} />
              {view.trouble && <span className="dim"> · {pick(view.trouble)}</span>}
            </span>
            {look}
          </li>
        ))}
        {unmapped > 0 && (
          <li className="ahead-row">
            <span className="amber">{t('feeds.unmapped', { count: unmapped })}</span>
            {look}
          </li>
        )}
      </ul>
    </div>
  );
}
