import { useRef } from 'react';
import { type PlaceMatch, TIERS, TRADE_OF_CATEGORY, type Verdict } from '#shared/contract';
import { LIFE_SAFETY_SPOKEN, lifeSafetyKind, PRODUCT_RULES, questionById } from '#shared/triage';
import { phoneOf, useText } from '../../app/index.ts';
import { Choice, Field, Highlighted, reasonLabel, TierMark } from '../../parts/index.ts';
import { chosen } from './draft.ts';
import type { DraftForm } from './use-draft.ts';

type WordsColumnProps = {
  readonly form: DraftForm;
  readonly verdict: Verdict | null;
  readonly place: PlaceMatch | null;
  readonly isTierOpen: boolean;
  readonly onTierOpen: (isOpen: boolean) => void;
};

/** What is wrong, in the resident's words, and what the words are taken to mean while they are typed. */
export function WordsColumn({ form, verdict, place, isTierOpen }: WordsColumnProps) {
  const { t } = useText();
  return (
    <section className="report-words" aria-label={t('report.words')}>
      <WordsField form={form} verdict={verdict} />
      {verdict ? (
        <>
          <VerdictCard form={form} verdict={verdict} />
          <LifeSafety form={form} verdict={verdict} place={place} />
          <Question form={form} verdict={verdict} />
        </>
      ) : (
        <p className="verdict verdict-none">{t('report.waiting')}</p>
      )}
      {isTierOpen && <TierFields form={form} verdict={verdict} />}
    </section>
  );
}

function WordsField({ form, verdict }: { readonly form: DraftForm; readonly verdict: Verdict | null }) {
  const { t } = useText();
  const backdrop = useRef<HTMLDivElement>(null);
  const { text } = form.draft;
  return (
    <div>
      <label className="field-label" htmlFor="report-words">
        {t('report.words')}
      </label>
      <div className={`words-field words-${verdict?.tier ?? 'none'}`}>
        <div className="words-backdrop" ref={backdrop} aria-hidden="true">
          <Highlighted text={text} spans={verdict?.reasons ?? []} />
          {/* A last empty line has no height of its own. */}
          {'\u200b'}
        </div>
        <textarea
          id="report-words"
          className="words-input"
          value={text}
          maxLength={4000}
          rows={4}
          placeholder={t('report.wordsHint')}
          onChange={(event) => form.change({ text: event.currentTarget.value })}
          onScroll={(event) => {
            if (backdrop.current) backdrop.current.scrollTop = event.currentTarget.scrollTop;
          }}
          // biome-ignore lint/a11y/noAutofocus: the caller is known already, so what comes next are their words
          autoFocus={form.draft.callerPhone !== '' || text !== ''}
          spellCheck={false}
        />
      </div>
    </div>
  );
}

const HIGH = 0.75;
const MIDDLE = 0.45;

function confidenceWord(confidence: number): 'high' | 'middle' | 'low' {
  return confidence >= HIGH ? 'high' : confidence >= MIDDLE ? 'middle' : 'low';
}

function VerdictCard({ form, verdict }: { readonly form: DraftForm; readonly verdict: Verdict }) {
  const { t, language } = useText();
  const { tier, category } = chosen(form.draft, verdict);
  const reasons = [...new Set(verdict.reasons.map((reason) => reasonLabel(reason.code, language)))];
  // Next to an emergency, small repairs that the same words may also mean only confuse.
  const others = verdict.problems.slice(1).filter((one) => tier === 'P3' || one.tier !== 'P3');
  const name = t(`words.category.${category}`);
  return (
    <div className={`verdict verdict-${tier}`}>
      <TierMark tier={tier} size="large" />
      <div>
        <p>
          <b className="verdict-name">{t('report.verdict', { category: name, tier })}</b>
          <span className="dim">
            {' '}
            · {t(`report.confidence.${confidenceWord(verdict.confidence)}`)} ·{' '}
            {t('report.trade', { trade: t(`words.trade.${TRADE_OF_CATEGORY[category]}`) })}
          </span>
        </p>
        <p>
          {reasons.length > 0 ? (
            `${t('report.because')}: ${reasons.join(' · ')}`
          ) : (
            <span className="dim">{t('report.noReason')}</span>
          )}
        </p>
        {form.draft.tier !== null && form.draft.tier !== verdict.tier && (
          <p className="amber">{t('report.overridden', { tier: form.draft.tier, verdict: verdict.tier })}</p>
        )}
        {others.length > 0 && (
          <p className="dim">
            {t('report.also')}: {others.map((one) => `${t(`words.category.${one.category}`)} ${one.tier}`).join(' · ')}
          </p>
        )}
      </div>
    </div>
  );
}

/** The language to speak in: the caller's, else that of their words. */
function spoken(form: DraftForm, verdict: Verdict): 'en' | 'es' {
  return form.draft.language ?? verdict.language;
}

function LifeSafety({
  form,
  verdict,
  place,
}: Pick<WordsColumnProps, 'form' | 'place'> & { readonly verdict: Verdict }) {
  const { t } = useText();
  const kind = lifeSafetyKind(verdict);
  if (kind === null) return null;
  const centre = place?.property.emergencyCentre;
  return (
    <div className="safety" role="alert">
      <p className="overline">{t('report.lifeSafety')}</p>
      <p className="safety-text">“{LIFE_SAFETY_SPOKEN[kind][spoken(form, verdict)]}”</p>
      <p>
        <b>{t('report.lifeSafetyAsk')}</b>
        {centre && <span> {t('report.centre', { phone: phoneOf(centre) })}</span>}
      </p>
    </div>
  );
}

function Question({ form, verdict }: { readonly form: DraftForm; readonly verdict: Verdict }) {
  const { t, language } = useText();
  if (verdict.question === null) return null;
  const question = questionById(PRODUCT_RULES, verdict.category, verdict.question)?.text;
  if (!question) return null;
  const aloud = spoken(form, verdict);
  return (
    <div className="question">
      <p className="overline">{t('report.ask')}</p>
      <p className="question-text">
        {question[aloud]}
        {aloud !== language && <span className="dim"> {question[language]}</span>}
      </p>
      <p className="hint">{t('report.askHint')}</p>
    </div>
  );
}

function TierFields({ form, verdict }: { readonly form: DraftForm; readonly verdict: Verdict | null }) {
  const { t } = useText();
  const { draft, change } = form;
  const own = 'words';
  return (
    <fieldset className="tier-fields">
      <legend className="overline">{t('report.tierTitle')}</legend>
      <Choice
        label={t('report.tierTitle')}
        isLabelHidden
        value={draft.tier ?? own}
        onChange={(value) => change(value === own ? { tier: null, tierReason: '' } : { tier: value })}
        options={[
          { value: own, label: t('report.tierAsWords', { tier: verdict?.tier ?? '–' }) },
          ...TIERS.filter((tier) => tier !== verdict?.tier).map((value) => ({
            value,
            label: t(`words.tierLong.${value}`),
          })),
        ]}
        hasFocus
      />
      {draft.tier !== null && (
        <Field
          label={t('report.reason')}
          value={draft.tierReason}
          onValue={(tierReason) => change({ tierReason })}
          maxLength={500}
        />
      )}
    </fieldset>
  );
}
