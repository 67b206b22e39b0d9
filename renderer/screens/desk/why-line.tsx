import { Fragment } from 'react';
import type { IncidentView, Language } from '#shared/contract';
import { firstJudged, tellTierChoice } from '#shared/incident';
import { useText } from '../../app/index.ts';
import { reasonLabel } from '../../parts/index.ts';
import { groundsOf, knownOf } from './grounds.ts';

/** A text this short stands in the marks of the sentence already, and in the first line of the timeline. */
const SHORT = 60;

/**
 * One sentence: the tier, and the words that decided it with what they were taken to mean. Where a person chose another
 * tier, that comes first, and the words speak for the tier that was judged.
 */
export function WhyLine({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const { row, text, reasons, judgedTier, tierChoices } = view;
  const signs = signsOf(view, language);
  return (
    <>
      <p className={`why why-${row.tier}`}>
        <b className="why-tier">{row.tier}</b>{' '}
        {tierChoices.map((choice) => tellTierChoice(choice, language)).join(' · ')}
        {tierChoices.length > 0 && ' · '}
        {tierChoices.length > 0 ? firstJudged(judgedTier, language) : t('desk.incident.because')}:{' '}
        {signs.map(({ words, codes, key }, index) => (
          <Fragment key={key}>
            {index > 0 && ' · '}
            {words.map((each, at) => (
              <Fragment key={each}>
                {at > 0 && ', '}
                <mark>{each}</mark>{' '}
              </Fragment>
            ))}
            <span className="why-label">
              {words.length > 0 && '('}
              {[...new Set(codes)].map((code) => reasonLabel(code, language)).join(', ')}
              {words.length > 0 && ')'}
            </span>
          </Fragment>
        ))}
        {reasons.length === 0 && <span className="dim">{t('desk.incident.noReasons')}</span>}
      </p>
      {text.length > SHORT && <p className="said">“{text}”</p>}
    </>
  );
}

/** What decided: stretches of the text, answers as they were picked, and what was known beforehand, which has no words. */
type Sign = { readonly key: string; readonly words: readonly string[]; readonly codes: readonly string[] };

function signsOf({ text, reasons, answers, judgedTier }: IncidentView, language: Language): readonly Sign[] {
  return [
    ...groundsOf(reasons).map(({ start, end, codes }) => ({
      key: String(start),
      words: [text.slice(start, end)],
      codes,
    })),
    ...knownOf(reasons, answers, judgedTier).map((one) => ({
      key: one.code,
      words: one.answers.map(({ label }) => label[language]),
      codes: [one.code],
    })),
  ];
}
