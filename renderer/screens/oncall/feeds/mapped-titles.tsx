import { attempt, refusalWords, tell, useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';

/** Whom titles have been said to mean; each can be taken back, and is asked for again then. */
export function MappedTitles() {
  const { t, language } = useText();
  const { feeds, nameOf } = usePlan();
  const titles = feeds?.titles ?? [];
  if (titles.length === 0) return null;
  const forget = (id: string) =>
    void attempt(api.feeds.unmapTitle.mutate({ id })).then((answer) => {
      if (!answer.ok) tell(refusalWords(answer, language), 'refused');
    });
  const feedName = (id: string) => feeds?.feeds.find((each) => each.feed.id === id)?.feed.name ?? '';
  return (
    <div className="source-group">
      <h3 className="overline">
        {t('feeds.titles')} · {titles.length}
      </h3>
      <div className="sheet-frame">
        <table className="sheet">
          <thead>
            <tr>
              <th>{t('feeds.title')}</th>
              <th>{t('feeds.means')}</th>
              <th>{t('feeds.name')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {titles.map(({ id, title, responderId, feedId, trade, role }) => (
              <tr key={id}>
                <td>{title}</td>
                <td>
                  {responderId === null ? t('feeds.leftOut') : nameOf(responderId)}
                  {trade !== null && <span className="dim"> · {t(`words.trade.${trade}`)}</span>}
                  {role !== null && <span className="dim"> · {t(`words.role.${role}`)}</span>}
                </td>
                <td className="dim">{feedName(feedId)}</td>
                <td className="row-actions">
                  <ActionButton label={t('feeds.forget')} kind="quiet" onPress={() => forget(id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
