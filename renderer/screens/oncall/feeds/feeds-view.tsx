import { useState } from 'react';
import { attempt, refusalWords, tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton, Empty } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { FeedCard } from './feed-card.tsx';
import { MappedTitles } from './mapped-titles.tsx';
import { UnmappedList } from './unmapped-list.tsx';
import './feeds.css';

/** Calendars kept elsewhere that say who is on: how fresh each is, what is wrong with it, and whom its titles mean. */
export function FeedsPane({ isKeyed }: { readonly isKeyed: boolean }) {
  const { t, language } = useText();
  const { feeds: view, open } = usePlan();
  const [isAsking, setAsking] = useState(false);
  const refresh = () => {
    if (isAsking) return;
    setAsking(true);
    void attempt(api.feeds.refresh.mutate())
      .then((answer) => (answer.ok ? tell(t('feeds.refreshed')) : tell(refusalWords(answer, language), 'refused')))
      .finally(() => setAsking(false));
  };
  const add = () => open({ kind: 'feed', feed: null });
  useKeys({ a: add, u: refresh }, isKeyed);
  const feeds = view?.feeds ?? [];
  return (
    <section id="final-schedule" role="tabpanel" aria-label={t('oncall.feeds')} className="feeds-pane">
      <div className="section-head">
        <p className="dim feeds-what">{t('feeds.what')}</p>
        <span className="at-end feeds-acts">
          {feeds.length > 0 && (
            <ActionButton
              label={isAsking ? t('feeds.refreshing') : t('feeds.refresh')}
              cap="U"
              onPress={refresh}
              isDisabled={isAsking}
            />
          )}
          <ActionButton label={t('feeds.add')} cap="A" kind="main" onPress={add} />
        </span>
      </div>
      {view && feeds.length === 0 && <Empty title={t('feeds.empty')}>{t('feeds.emptyWords')}</Empty>}
      <UnmappedList />
      {feeds.map((each) => (
        <FeedCard key={each.feed.id} view={each} />
      ))}
      <MappedTitles />
    </section>
  );
}
