import type { FeedView } from '#shared/contract';
import { useText } from '../../../app/index.ts';

const SHOWN = 5;

/** Events that could not be read, each by its line in the file; the good ones beside them hold. */
export function Broken({ broken }: Pick<FeedView, 'broken'>) {
  const { t, pick } = useText();
  if (broken.length === 0) return null;
  return (
    <div className="feed-broken">
      <p className="amber">{t('feeds.broken', { count: broken.length })}</p>
      <ul>
        {broken.slice(0, SHOWN).map(({ line, reason }) => (
          <li key={line}>
            <b>{t('feeds.line', { line })}</b> {pick(reason)}
          </li>
        ))}
      </ul>
      {broken.length > SHOWN && <p className="dim">{t('feeds.brokenMore', { count: broken.length - SHOWN })}</p>}
    </div>
  );
}
