import { useState } from 'react';
import type { FeedView } from '#shared/contract';
import { attempt, isStale, refusalWords, tell, useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { api, useNow } from '../../../stores/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { Broken } from './broken.tsx';
import { FeedAge } from './feed-age.tsx';

/** One live calendar: where it comes from, how old its copy is, what of it cannot be read. */
export function FeedCard({ view }: { readonly view: FeedView }) {
  const { t, pick } = useText();
  const { open } = usePlan();
  const { full } = useKeyWords();
  const now = useNow();
  const { feed, trouble, broken } = view;
  const state = trouble ? 'bad' : isStale(view, now) ? 'warn' : 'ok';
  return (
    <article className={`feed-card card feed-${state}`} aria-label={feed.name}>
      <div className="feed-top">
        <span className="feed-mark" aria-hidden="true" />
        <h3>{feed.name}</h3>
        <span className="dim">
          {t(`feeds.kind.${feed.kind}`)} · {view.where}
        </span>
        <span className="at-end feeds-acts">
          <ActionButton label={t('oncall.edit')} kind="quiet" onPress={() => open({ kind: 'feed', feed })} />
          <RemoveFeed feedId={feed.id} />
        </span>
      </div>
      <p>
        <FeedAge view={view} /> · {t('feeds.shifts', { count: view.shifts })}{' '}
        <span className="dim">· {t('feeds.unlessSaid', { duty: full(feed), zone: feed.zone })}</span>
      </p>
      {trouble && (
        <p className="note note-bad">
          {pick(trouble)} {view.copiedAt !== null && t('feeds.copyHolds')}
        </p>
      )}
      <Broken broken={broken} />
    </article>
  );
}

/** Asked twice: its address is written once and cannot be had back. */
function RemoveFeed({ feedId }: { readonly feedId: string }) {
  const { t, language } = useText();
  const [isSure, setSure] = useState(false);
  const remove = () => {
    void attempt(api.feeds.remove.mutate({ id: feedId })).then((answer) => {
      if (!answer.ok) tell(refusalWords(answer, language), 'refused');
    });
  };
  if (!isSure) return <ActionButton label={t('oncall.remove')} kind="quiet" onPress={() => setSure(true)} />;
  return (
    <>
      <span className="amber">{t('feeds.removeMeans')}</span>
      <ActionButton label={t('feeds.removeDo')} kind="danger" onPress={remove} />
      <ActionButton label={t('frame.cancel')} kind="quiet" onPress={() => setSure(false)} />
    </>
  );
}
