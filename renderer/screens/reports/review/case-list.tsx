import { useEffect, useRef } from 'react';
import type { ReviewItem, ReviewView } from '#shared/contract';
import { useText, useWhen } from '../../../app/index.ts';
import { Kbd, TierMark } from '../../../parts/index.ts';

/** What waits for a mark, then what bears one. */
export function CaseList(props: {
  readonly view: ReviewView;
  readonly current: ReviewItem | null;
  readonly onPick: (id: string) => void;
}) {
  const { view, current, onPick } = props;
  const { waiting, done, figures } = view;
  const { t } = useText();
  const { count, of } = figures.all.marked;
  const groups = [
    { name: t('reports.review.waiting'), items: waiting, all: of - count },
    { name: t('reports.review.done'), items: done, all: count },
  ];
  return (
    <div className="review-list">
      {groups.map(({ name, items, all }) => (
        <section key={name} aria-label={name}>
          <h2>
            {name} <span className="faint">{all}</span>
          </h2>
          <ul>
            {items.map((item) => (
              <Case key={item.row.id} item={item} isOn={item.row.id === current?.row.id} onPick={onPick} />
            ))}
          </ul>
          {items.length < all && <p className="dim">{t('reports.review.nextFirst', { count: items.length })}</p>}
        </section>
      ))}
      <p className="faint review-walk" aria-hidden="true">
        <Kbd>J</Kbd> <Kbd>K</Kbd> {t('reports.review.walk')}
      </p>
    </div>
  );
}

function Case(props: { readonly item: ReviewItem; readonly isOn: boolean; readonly onPick: (id: string) => void }) {
  const { item, isOn, onPick } = props;
  const { row, judged, mark } = item;
  const { t } = useText();
  const when = useWhen();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOn) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isOn]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={`case${isOn ? ' is-on' : ''}`}
        aria-pressed={isOn}
        onClick={() => onPick(row.id)}
      >
        <TierMark tier={judged.tier} />
        <span className="case-words">
          <span className="case-title">
            <b>{row.place}</b>
            <span className="dim case-when">{when(row.firstContactAt)}</span>
          </span>
          <span className="case-text">{row.text}</span>
          {mark && <span className={`mark-word mark-${mark.mark}`}>{t(`reports.review.mark.${mark.mark}`)}</span>}
        </span>
      </button>
    </li>
  );
}
