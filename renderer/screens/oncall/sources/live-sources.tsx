import { useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { go } from '../../../stores/index.ts';
import { FeedAge } from '../feeds/feed-age.tsx';
import { usePlan } from '../plan-context.tsx';
import { SourceGroup } from './sources.tsx';

/** The live calendars as sources: what each gives, and how old that is. They are looked after in their own view. */
export function LiveSources() {
  const { t, pick } = useText();
  const { feeds } = usePlan();
  const all = feeds?.feeds ?? [];
  return (
    <SourceGroup title={t('oncall.live')} count={all.length} none={t('oncall.noLive')}>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('feeds.name')}</th>
            <th>{t('feeds.gives')}</th>
            <th>{t('feeds.age')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {all.map((view) => (
            <tr key={view.feed.id}>
              <td>
                {view.feed.name}
                <span className="sub">{view.where}</span>
              </td>
              <td>
                {t('feeds.shifts', { count: view.shifts })}
                {view.trouble && <span className="sub red">{pick(view.trouble)}</span>}
              </td>
              <td>
                <FeedAge view={view} />
              </td>
              <td className="row-actions">
                <ActionButton label={t('feeds.look')} kind="quiet" onPress={() => go('oncall', 'feeds')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SourceGroup>
  );
}
