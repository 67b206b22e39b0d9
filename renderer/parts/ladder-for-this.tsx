import { useEffect, useRef } from 'react';
import type { Ladder, LadderStep, Responder } from '#shared/contract';
import { stepSums } from '#shared/escalation';
import { useText } from '../app/index.ts';
import { ChooseAndDo } from './choose-and-do.tsx';
import { ActionButton } from './keys.tsx';
import { MAX_STEPS, withNewStep, withoutStep, withStep, withTarget } from './ladder-edit.ts';
import { MinutesField } from './minutes-field.tsx';
import { SmallButton } from './small-button.tsx';
import { choiceOf, targetsOf } from './target-choice.ts';
import { useTargetLabel } from './target-label.ts';
import './ladder-for-this.css';

type LadderForThisProps = {
  readonly ladder: Ladder;
  /** Steps before this one have fired and stay as they were. */
  readonly firstStep: number;
  readonly responders: readonly Responder[];
  readonly onChange: (ladder: Ladder) => void;
};

/** A ladder changed for one incident: when each step fires, whom it leaves out, whom it wakes besides. */
export function LadderForThis({ ladder, firstStep, responders, onChange }: LadderForThisProps) {
  const { t } = useText();
  const sums = stepSums(ladder);
  // Opened by a key a moment ago, perhaps below the column's edge: the next key belongs here.
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.querySelector('input')?.focus({ preventScroll: true });
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    void top.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div className="for-this" ref={top}>
      <ol className="for-this-steps">
        {ladder.steps.map((step, index) =>
          index < firstStep ? null : (
            <StepForThis
              // Steps have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              number={index + 1}
              step={step}
              sum={sums[index] ?? 0}
              responders={responders}
              onStep={(next) => onChange(withStep(ladder, index, next))}
              onRemove={() => onChange(withoutStep(ladder, index))}
            />
          ),
        )}
      </ol>
      <ActionButton
        label={t('settings.addStep')}
        kind="quiet"
        isDisabled={ladder.steps.length >= MAX_STEPS}
        onPress={() => onChange(withNewStep(ladder))}
      />
    </div>
  );
}

type StepForThisProps = {
  readonly number: number;
  readonly step: LadderStep;
  readonly sum: number;
  readonly responders: readonly Responder[];
  readonly onStep: (step: LadderStep) => void;
  readonly onRemove: () => void;
};

function StepForThis({ number, step, sum, responders, onStep, onRemove }: StepForThisProps) {
  const { t } = useText();
  const label = useTargetLabel(responders);
  const taken = new Set(step.targets.map((each) => choiceOf(each.target)));
  const others = targetsOf(responders).filter((each) => !taken.has(choiceOf(each)));
  const add = (value: string) => {
    const target = others.find((each) => choiceOf(each) === value);
    if (target)
      onStep(withTarget(step, step.targets.length, { target, channels: ['sms', 'voice'], whateverElse: false }));
  };
  return (
    <li className="for-this-step">
      <MinutesField
        label={t('parts.ladder.minutesOf', { number })}
        isLabelHidden
        isSmall
        title={t('settings.minutes', { count: sum })}
        className="for-this-min"
        value={step.afterPreviousMin}
        least={0}
        onMinutes={(minutes) => onStep({ ...step, afterPreviousMin: minutes ?? 0 })}
      />
      <div className="for-this-people">
        {step.targets.map((each, index) => (
          <span key={choiceOf(each.target)} className={`for-this-person${each.isCopy ? ' is-copy' : ''}`}>
            {label(each.target)}
            {step.targets.length > 1 && (
              <SmallButton
                sign="×"
                label={t('settings.removeTarget', { name: label(each.target), number })}
                onPress={() => onStep(withTarget(step, index, null))}
              />
            )}
          </span>
        ))}
        <ChooseAndDo
          label={t('parts.ladder.addTo', { number })}
          invitation={t('parts.ladder.somebody')}
          sign="+"
          doLabel={(name) => t('parts.ladder.doAdd', { name, number })}
          options={others.map((each) => ({ value: choiceOf(each), label: label(each) }))}
          onDo={add}
        />
      </div>
      <SmallButton sign="×" label={t('settings.removeStep', { number })} onPress={onRemove} />
    </li>
  );
}
