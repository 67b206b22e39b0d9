import type { ReactNode } from 'react';
import type { Ladder, LadderStep, Responder, Tier } from '#shared/contract';
import { stepSums } from '#shared/escalation';
import { useText } from '../../../app/index.ts';
import {
  ActionButton,
  endOf,
  MAX_STEPS,
  MinutesField,
  SmallButton,
  withMovedStep,
  withNewStep,
  withoutStep,
  withStep,
} from '../../../parts/index.ts';
import { StepTargets } from './step-targets.tsx';

type LadderEditorProps = {
  readonly tier: Tier;
  readonly ladder: Ladder;
  /** Drawn, and nothing in it can be changed: it is inherited, or somebody else's to sign. */
  readonly isReadOnly: boolean;
  readonly responders: readonly Responder[];
  /** Above the steps. */
  readonly head?: ReactNode;
  readonly onChange: (ladder: Ladder) => void;
};

/** The steps of one ladder, one under the other, with the minute at which each fires. */
export function LadderEditor({ tier, ladder, isReadOnly, responders, head, onChange }: LadderEditorProps) {
  const { t } = useText();
  const sums = stepSums(ladder);
  const end = endOf(ladder);
  return (
    <section className={`card ladder-editor ladder-${tier}`} aria-label={t(`words.tierLong.${tier}`)}>
      {head}
      <fieldset className="ladder-fields" disabled={isReadOnly}>
        <legend className="sr-only">{t(`words.tierLong.${tier}`)}</legend>
        <ol>
          {ladder.steps.map((step, index) => (
            <StepRow
              // Steps have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              index={index}
              step={step}
              sum={sums[index] ?? 0}
              isLast={index === ladder.steps.length - 1}
              responders={responders}
              onStep={(next) => onChange(withStep(ladder, index, next))}
              onMove={(by) => onChange(withMovedStep(ladder, index, by))}
              onRemove={() => onChange(withoutStep(ladder, index))}
            />
          ))}
        </ol>
        <div className="ladder-foot">
          <ActionButton
            label={t('settings.addStep')}
            isDisabled={ladder.steps.length >= MAX_STEPS}
            onPress={() => onChange(withNewStep(ladder))}
          />
          {end !== null && (
            <div className="last-window">
              <MinutesField
                label={t('settings.lastWindow')}
                value={ladder.lastWindowMin}
                least={1}
                onMinutes={(minutes) => onChange({ ...ladder, lastWindowMin: minutes ?? 1 })}
              />
              <b className="last-window-end">{t('settings.unansweredAt', { count: end })}</b>
            </div>
          )}
        </div>
      </fieldset>
    </section>
  );
}

type StepRowProps = {
  readonly index: number;
  readonly step: LadderStep;
  readonly sum: number;
  readonly isLast: boolean;
  readonly responders: readonly Responder[];
  readonly onStep: (step: LadderStep) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

function StepRow({ index, step, sum, isLast, responders, onStep, onMove, onRemove }: StepRowProps) {
  const { t } = useText();
  const number = index + 1;
  return (
    <li className="step-row">
      <div className="step-when">
        <span className="overline">{t('settings.step', { number })}</span>
        <b className="step-sum">{t('settings.minutes', { count: sum })}</b>
      </div>
      <MinutesField
        className="step-delay"
        label={index === 0 ? t('settings.afterDispatch') : t('settings.afterPrevious')}
        value={step.afterPreviousMin}
        least={0}
        onMinutes={(minutes) => onStep({ ...step, afterPreviousMin: minutes ?? 0 })}
      />
      <StepTargets number={number} step={step} responders={responders} onStep={onStep} />
      <div className="step-actions">
        <SmallButton sign="↑" label={t('settings.moveUp', { number })} isOff={index === 0} onPress={() => onMove(-1)} />
        <SmallButton sign="↓" label={t('settings.moveDown', { number })} isOff={isLast} onPress={() => onMove(1)} />
        <SmallButton sign="×" label={t('settings.removeStep', { number })} onPress={onRemove} />
      </div>
    </li>
  );
}
