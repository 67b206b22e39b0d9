import type { ReviewFigures, ReviewShares, Share } from '#shared/contract';
import { ENOUGH_TO_SAY, percentOf } from '#shared/review';
import { useText } from '../../../app/index.ts';

/** The five figures, each with what it is a part of. */
export function Shares({ shares }: { readonly shares: ReviewShares }) {
  const { t } = useText();
  const figures = [
    { name: t('reports.review.marked'), of: t('reports.review.ofReviewed'), share: shares.marked, isAll: true },
    { name: t('reports.review.right'), of: t('reports.review.ofMarked'), share: shares.right },
    { name: t('reports.review.falseAlarms'), of: t('reports.review.ofUrgent'), share: shares.falseAlarms },
    { name: t('reports.review.missed'), of: t('reports.review.tooLowOfMarked'), share: shares.missed },
    { name: t('reports.review.lowered'), of: t('reports.review.ofFirst'), share: shares.lowered },
  ];
  return (
    <dl className="card review-figures" aria-label={t('reports.review.figures')}>
      {figures.map(({ name, of, share, isAll = false }) => (
        <div key={name}>
          <dt>
            {name} <span className="dim figure-of">{of}</span>
          </dt>
          <dd>
            <ShareWords share={share} isAll={isAll} />{' '}
            {isTooFew(share) && !isAll && <span className="faint">{t('reports.review.tooFew')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isTooFew({ of }: Share): boolean {
  return of > 0 && of < ENOUGH_TO_SAY;
}

/**
 * `43 of 50 (86 %)`. Under twenty no percent: it would be taken for more than it is. What is counted whole (`isAll`) has
 * one all the same, for it stands for nothing beyond itself.
 */
function ShareWords({ share, isAll = false }: { readonly share: Share; readonly isAll?: boolean }) {
  const { t } = useText();
  const percent = isTooFew(share) && !isAll ? null : percentOf(share);
  return (
    <>
      <b className={share.of === 0 ? 'review-share faint' : 'review-share'}>
        {t('reports.review.share', { count: share.count, of: share.of })}
      </b>{' '}
      {percent !== null && <span className="dim">{t('reports.review.percent', { percent })}</span>}
    </>
  );
}

/** The same by language of the resident and by category. */
export function Groups({ figures }: { readonly figures: ReviewFigures }) {
  const { t } = useText();
  const rows = [
    ...figures.byLanguage.map((group) => ({ name: t(`words.language.${group.language}`), group })),
    ...figures.byCategory.map((group) => ({ name: t(`words.category.${group.category}`), group })),
  ];
  const columns = ['marked', 'right', 'falseAlarms', 'missed'] as const;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="review-groups">
      <h2 id="review-groups" className="review-title">
        {t('reports.review.byGroup')}
      </h2>
      {/* Focusable, so that a wide table can be scrolled by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="sheet-frame" tabIndex={0} aria-labelledby="review-groups">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{t('reports.review.group')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`reports.review.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, group }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <ShareWords share={group[column]} isAll={column === 'marked'} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.some(({ group }) => isTooFew(group.right)) && (
        <p className="dim review-few">{t('reports.review.underTwenty', { count: ENOUGH_TO_SAY })}</p>
      )}
    </section>
  );
}
