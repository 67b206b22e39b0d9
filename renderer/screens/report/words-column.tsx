import { type KeyboardEvent, useRef } from 'react';
import { type PlaceMatch, TIERS, type Verdict } from '#shared/contract';
import { cardWords, dangerKind, LIFE_SAFETY_SPOKEN } from '#shared/triage';
import { phoneOf, useText } from '../../app/index.ts';
import { Choice, Field, FoldedCardWords, Highlighted, reasonLabel, TierMark } from '../../parts/index.ts';
import { chosen, spokenIn } from './draft.ts';
import { goToQuestions, QuestionsPanel } from './questions-panel.tsx';
import type { JudgedBy } from './rules.ts';
import type { DraftForm } from './use-draft.ts';

type WordsColumnProps = {
  readonly form: DraftForm;
  readonly verdict: Verdict | null;
  readonly by: JudgedBy;
  readonly place: PlaceMatch | null;
  readonly isTierOpen: boolean;
};

/** The free text. */
export const WORDS = 'report-words';

/** Characters a report may have. */
const MOST_WORDS = 4000;

/** Back to the words, where the cursor stood. */
export function goToWords(): void {
  document.getElementById(WORDS)?.focus();
}

/** What is wrong, in the resident's words, and what the words are taken to mean while they are typed. */
export function WordsColumn({ form, verdict, by, place, isTierOpen }: WordsColumnProps) {
  const { t } = useText();
  return (
    <section className="report-words" aria-label={t('report.words')}>
      <WordsField form={form} verdict={verdict} />
      {form.draft.text.length >= MOST_WORDS && (
        <p className="amber" role="status">
          {t('report.wordsFull', { most: MOST_WORDS })}
        </p>
      )}
      {verdict ? (
        <>
          <LifeSafety form={form} verdict={verdict} place={place} />
          <VerdictCard form={form} verdict={verdict} by={by} />
        </>
      ) : (
        <p className="verdict verdict-none">{t('report.waiting')}</p>
      )}
      {isTierOpen && <TierFields form={form} verdict={verdict} />}
      {verdict && (
        <>
          <QuestionsPanel form={form} verdict={verdict} by={by} hasDigits={!isTierOpen} />
          <Ready form={form} verdict={verdict} by={by} />
        </>
      )}
    </section>
  );
}

function WordsField({ form, verdict }: { readonly form: DraftForm; readonly verdict: Verdict | null }) {
  const { t } = useText();
  const backdrop = useRef<HTMLDivElement>(null);
  const { text } = form.draft;
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !(
      event.shiftKey ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.nativeEvent.isComposing
    );
    if (event.key === 'Enter' && isPlain && goToQuestions()) event.preventDefault();
  };
  return (
    <div>
      <div className="words-head">
        <label className="field-label" htmlFor={WORDS}>
          {t('report.words')}
        </label>
        <span className="hint">{t('report.wordsKeys')}</span>
      </div>
      <div className={`words-field words-${verdict?.tier ?? 'none'}`}>
        <div className="words-backdrop" ref={backdrop} aria-hidden="true">
          <Highlighted text={text} spans={verdict?.reasons ?? []} />
          {/* A last empty line has no height of its own. */}
          {'\u200b'}
        </div>
        <textarea
          id={WORDS}
          className="words-input"
          value={text}
          maxLength={4000}
          rows={4}
          placeholder={t('report.wordsHint')}
          onChange={(event) => form.change({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
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

type JudgedProps = { readonly form: DraftForm; readonly verdict: Verdict; readonly by: JudgedBy };

function VerdictCard({ form, verdict, by }: JudgedProps) {
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
            {t('report.trade', { trade: t(`words.trade.${by.rules.cards[category].trade}`) })}
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

function LifeSafety({
  form,
  verdict,
  place,
}: Pick<WordsColumnProps, 'form' | 'place'> & { readonly verdict: Verdict }) {
  const { t } = useText();
  const kind = dangerKind(verdict);
  if (kind === null) return null;
  const centre = place?.property.emergencyCentre;
  return (
    <div className="safety" role="alert">
      <p className="overline">{t('report.lifeSafety')}</p>
      <p className="safety-text">“{LIFE_SAFETY_SPOKEN[kind][spokenIn(form.draft, verdict)]}”</p>
      <p>
        <b>{t('report.lifeSafetyAsk')}</b>
        {centre && <span> {t('report.centre', { phone: phoneOf(centre) })}</span>}
      </p>
    </div>
  );
}

/** Advice, photos, whom to let in. Beside the fixed text of a danger to life nothing else is read out. */
function Ready({ form, verdict, by }: JudgedProps) {
  if (dangerKind(verdict) !== null) return null;
  const card = cardWords(by.rules, chosen(form.draft, verdict).category, by.wallTime);
  return <FoldedCardWords card={card} aloud={spokenIn(form.draft, verdict)} cap="A" />;
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
