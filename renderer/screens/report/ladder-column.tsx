import type { LadderPreview, LadderStepView, Verdict } from '#shared/contract';
import { ladderWarnings, repeatedPeople } from '#shared/escalation';
import { timeOf, useKeys, useText, useZone } from '../../app/index.ts';
import { ActionButton, LadderSteps, LadderWarnings, Tightened } from '../../parts/index.ts';
import { go } from '../../stores/index.ts';
import { chosen, ladderOf } from './draft.ts';
import { useDiscard } from './drafts-bar.tsx';
import { ForThisOnly } from './for-this-only.tsx';
import type { Preview } from './report-form.tsx';
import type { DraftForm } from './use-draft.ts';

type LadderColumnProps = {
  readonly form: DraftForm;
  readonly verdict: Verdict | null;
  readonly preview: Preview;
  readonly problem: string | null;
  readonly isSending: boolean;
  readonly onDispatch: () => void;
  readonly onTier: () => void;
};

/** Who is woken when, what the resident hears, and the one button that does it. */
export function LadderColumn(props: LadderColumnProps) {
  const { form, verdict, preview, problem, isSending, onDispatch, onTier } = props;
  const { t, pick } = useText();
  const tier = verdict ? chosen(form.draft, verdict).tier : null;
  // Of a ladder changed here alone, beside the button; of the policy whoever signed it was warned.
  const own = verdict ? ladderOf(form.draft, verdict).ladder : undefined;
  const warnings = tier && own ? ladderWarnings(tier, own).map(pick) : [];
  return (
    <section className="report-ladder" aria-label={t('report.woken')}>
      <p className="dim">{t('report.woken')}</p>
      <div className="report-steps">
        {preview === null && (
          <p className="hint">{form.draft.propertyId === null ? t('report.needPlace') : t('report.waiting')}</p>
        )}
        {preview && preview.steps.length === 0 && <p className="hint">{t('report.nobodyWoken')}</p>}
        {preview?.weather && <Tightened weather={preview.weather} vendor={preview.weather.vendor} />}
        {preview && <Repeated steps={preview.steps} />}
        {preview && <LadderSteps steps={preview.steps} isPreview />}
        {preview && verdict && preview.steps.length > 0 && (
          <ForThisOnly form={form} verdict={verdict} preview={preview} />
        )}
        {preview && <Hears form={form} texts={preview.residentHears} />}
      </div>
      <div className="report-do">
        {problem !== null && (
          <p className="refusal" role="alert">
            {problem}
          </p>
        )}
        <LadderWarnings lines={warnings} />
        {preview && <Wakes steps={preview.steps} />}
        <ActionButton
          label={
            isSending
              ? t('report.sending')
              : tier === 'P3'
                ? t('report.file')
                : t('report.dispatch', { tier: tier ?? '' })
          }
          cap="Ctrl Enter"
          kind="main"
          isWide
          onPress={onDispatch}
        />
        <div className="report-less">
          <ActionButton label={t('report.tier')} cap="Alt T" onPress={onTier} />
          <ActionButton label={t('report.leave')} cap="Esc" onPress={() => go('desk')} />
        </div>
        <Kept form={form} />
      </div>
    </section>
  );
}

/** The one line before the button: whom it wakes the moment it is pressed. */
function Wakes({ steps }: { readonly steps: readonly LadderStepView[] }) {
  const { t } = useText();
  const first = steps[0];
  if (!first) return <p className="wakes dim">{t('report.dispatchNobody')}</p>;
  const reached = first.recipients.filter((one) => one.problem === null && !one.isCopy).map((one) => one.name);
  if (reached.length === 0) return <p className="wakes amber">{t('report.gapFirst')}</p>;
  return <p className="wakes">{t('report.dispatchWakes', { who: reached.join(', ') })}</p>;
}

/** Steps that were meant to reach two people and would ask one of them twice. */
function Repeated({ steps }: { readonly steps: readonly LadderStepView[] }) {
  const { t, language } = useText();
  const zone = useZone();
  const list = new Intl.ListFormat(language);
  return repeatedPeople(steps).map((person) => (
    <p key={person.responderId} className="hint amber">
      {t('report.repeated', { name: person.name, times: list.format(person.at.map((at) => timeOf(at, zone))) })}
    </p>
  ));
}

type HearsProps = { readonly form: DraftForm; readonly texts: LadderPreview['residentHears'] };

/** The texts the resident gets, in the order in which they leave. */
function Hears({ form, texts }: HearsProps) {
  const { t } = useText();
  const zone = useZone();
  if (form.draft.callerPhone.trim() === '') return <p className="hint hears">{t('report.noPhone')}</p>;
  const name = form.draft.callerName.trim().split(/\s+/)[0] || t('report.resident');
  return texts.map(({ kind, notBeforeAt, text }) => (
    <p key={kind} className={`hears dim${kind === 'lifeSafety' ? ' hears-first' : ''}`}>
      {notBeforeAt === null
        ? t('report.hears', { name })
        : t('report.hearsLater', { name, time: timeOf(notBeforeAt, zone) })}
      : “{text}”
    </p>
  ));
}

function Kept({ form }: { readonly form: DraftForm }) {
  const { t } = useText();
  const zone = useZone();
  const discard = useDiscard(form);
  useKeys(discard ? { 'alt+x': discard } : {});
  return (
    <div className="kept">
      {form.keptAt !== null && (
        <span title={t('report.keptMeaning')}>{t('report.kept', { time: timeOf(form.keptAt, zone, true) })}</span>
      )}
      {discard && <ActionButton label={t('report.discard')} cap="Alt X" kind="quiet" onPress={discard} />}
    </div>
  );
}
