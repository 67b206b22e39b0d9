import type { IncidentView } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { reasonLabel } from '../../parts/index.ts';
import { groundsOf } from './grounds.ts';

/** A text this short stands in the marks of the sentence already, and in the first line of the timeline. */
const SHORT = 60;

/** One sentence: the tier, and the words that decided it with what they were taken to mean. */
export function WhyLine({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const { row, text, reasons, tierReason, lifeSafety, mustWaitOutside } = view;
  return (
    <>
      {lifeSafety !== null && (
        <p className="life-safety">
          {t('desk.incident.lifeSafety')} {mustWaitOutside && t('desk.incident.nobodyEnters')}
        </p>
      )}
      <p className={`why why-${row.tier}`}>
        <b className="why-tier">{row.tier}</b> {t('desk.incident.because')}:{' '}
        {groundsOf(reasons).map(({ start, end, codes }, index) => (
          <span key={start}>
            {index > 0 && ' · '}
            <mark>{text.slice(start, end)}</mark>{' '}
            <span className="why-label">
              ({[...new Set(codes)].map((code) => reasonLabel(code, language)).join(', ')})
            </span>
          </span>
        ))}
        {reasons.length === 0 && tierReason === null && <span className="dim">{t('desk.incident.noReasons')}</span>}
        {tierReason !== null && (
          <span>
            {reasons.length > 0 && ' · '}
            {t('desk.incident.byPerson', { reason: tierReason })}
          </span>
        )}
      </p>
      {text.length > SHORT && <p className="said">“{text}”</p>}
    </>
  );
}
