import type { IncidentView } from '#shared/contract';
import { firstJudged, tellTierChoice } from '#shared/incident';
import { useText } from '../../app/index.ts';
import { reasonLabel } from '../../parts/index.ts';
import { groundsOf } from './grounds.ts';

/** A text this short stands in the marks of the sentence already, and in the first line of the timeline. */
const SHORT = 60;

/**
 * One sentence: the tier, and the words that decided it with what they were taken to mean. Where a person chose another
 * tier, that comes first, and the words speak for the tier that was judged.
 */
export function WhyLine({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const { row, text, reasons, judgedTier, tierChoices } = view;
  return (
    <>
      <p className={`why why-${row.tier}`}>
        <b className="why-tier">{row.tier}</b>{' '}
        {tierChoices.map((choice) => tellTierChoice(choice, language)).join(' · ')}
        {tierChoices.length > 0 && ' · '}
        {tierChoices.length > 0 ? firstJudged(judgedTier, language) : t('desk.incident.because')}:{' '}
        {groundsOf(reasons).map(({ start, end, codes }, index) => (
          <span key={start}>
            {index > 0 && ' · '}
            <mark>{text.slice(start, end)}</mark>{' '}
            <span className="why-label">
              ({[...new Set(codes)].map((code) => reasonLabel(code, language)).join(', ')})
            </span>
          </span>
        ))}
        {reasons.length === 0 && <span className="dim">{t('desk.incident.noReasons')}</span>}
      </p>
      {text.length > SHORT && <p className="said">“{text}”</p>}
    </>
  );
}
