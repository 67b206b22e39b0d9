import type { ReviewItem, TriageMark } from '#shared/contract';
import { failed, tell, useText, useWhen } from '../../../app/index.ts';
import { ActionButton, TierMark } from '../../../parts/index.ts';
import { api, go } from '../../../stores/index.ts';

/** Emergencies that triage missed, one by one: a share would hide them. */
export function Missed({ items }: { readonly items: readonly ReviewItem[] }) {
  const { t } = useText();
  const when = useWhen();
  return (
    <section className="review-missed" aria-labelledby="review-missed">
      <h2 id="review-missed" className="review-title">
        {t('reports.review.missed')}
      </h2>
      {items.length === 0 && <p className="dim">{t('reports.review.missedNone')}</p>}
      <ul>
        {items.map(({ row, judged }) => (
          <li key={row.id}>
            <TierMark tier={judged.tier} />
            <div>
              <button type="button" className="row-title" onClick={() => go('desk', row.id)}>
                #{row.number} {row.place}
              </button>{' '}
              <span className="dim">
                {when(row.firstContactAt)} · {t(`words.category.${judged.category}`)}
              </span>
              <p>“{row.text}”</p>
            </div>
          </li>
        ))}
      </ul>
      <CopyForBench />
    </section>
  );
}

function CopyForBench() {
  const { t } = useText();
  const copy = async (mark: TriageMark) => {
    const marked = await api.triage.marked.query({ marks: [mark] });
    if (marked.length === 0) return tell(t('reports.review.copiedNone'), 'hint');
    // A line is a text there: what somebody wrote on several lines must stay one.
    await navigator.clipboard.writeText(marked.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\n'));
    tell(t('reports.review.copied', { count: marked.length }));
  };
  return (
    <div className="review-copy">
      <p className="dim">{t('reports.review.bench')}</p>
      <ActionButton label={t('reports.review.copyLow')} onPress={() => void copy('tooLow').catch(failed)} />
      <ActionButton label={t('reports.review.copyHigh')} onPress={() => void copy('tooHigh').catch(failed)} />
    </div>
  );
}
