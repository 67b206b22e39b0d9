import { Checkbox, NativeSelect } from '@mantine/core';
import { CHANNELS, type Channel, type LadderStep, type Responder, type StepTarget } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { SmallButton } from '../../parts/index.ts';
import { useTargetLabel } from './labels.ts';
import { withTarget } from './ladder-edit.ts';
import { choiceOf, targetsOf } from './target-choice.ts';

type StepTargetsProps = {
  readonly number: number;
  readonly step: LadderStep;
  readonly responders: readonly Responder[];
  readonly onStep: (step: LadderStep) => void;
};

/** Whom a step wakes and how: one line per target. */
export function StepTargets({ number, step, responders, onStep }: StepTargetsProps) {
  const { t } = useText();
  const label = useTargetLabel(responders);
  const targets = targetsOf(responders);
  const pickOf = (value: string) => targets.find((target) => choiceOf(target) === value);
  const options = targets.map((target) => ({ value: choiceOf(target), label: label(target) }));
  const taken = new Set(step.targets.map((each) => choiceOf(each.target)));
  return (
    <fieldset className="targets">
      <legend className="sr-only">{t('settings.whom')}</legend>
      {step.targets.map((each, index) => (
        <div className="target" key={choiceOf(each.target)}>
          <NativeSelect
            aria-label={t('settings.whom')}
            value={choiceOf(each.target)}
            data={options.filter((option) => option.value === choiceOf(each.target) || !taken.has(option.value))}
            onChange={(event) => {
              const target = pickOf(event.currentTarget.value);
              if (target) onStep(withTarget(step, index, { ...each, target }));
            }}
          />
          <Channels target={each} onChange={(next) => onStep(withTarget(step, index, next))} />
          <Checkbox
            className="target-else"
            label={t('settings.whateverElse')}
            title={t('settings.whateverElseHint')}
            checked={each.whateverElse}
            onChange={(event) =>
              onStep(withTarget(step, index, { ...each, whateverElse: event.currentTarget.checked }))
            }
          />
          {/* A step keeps one target, so the last has nothing to take it out. */}
          <span className="target-off">
            {step.targets.length > 1 && (
              <SmallButton
                sign="×"
                label={t('settings.removeTarget', { name: label(each.target), number })}
                onPress={() => onStep(withTarget(step, index, null))}
              />
            )}
          </span>
          {index === step.targets.length - 1 && (
            <NativeSelect
              className="target-add"
              aria-label={t('settings.addTarget')}
              value=""
              data={[
                { value: '', label: `+ ${t('settings.addTarget')}` },
                ...options.filter((option) => !taken.has(option.value)),
              ]}
              onChange={(event) => {
                const target = pickOf(event.currentTarget.value);
                if (target)
                  onStep(
                    withTarget(step, step.targets.length, { target, channels: ['sms', 'voice'], whateverElse: false }),
                  );
              }}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** SMS, call or both; never neither. */
function Channels({
  target,
  onChange,
}: {
  readonly target: StepTarget;
  readonly onChange: (target: StepTarget) => void;
}) {
  const { t } = useText();
  const toggled = (channel: Channel, isOn: boolean) =>
    CHANNELS.filter((each) => (each === channel ? isOn : target.channels.includes(each)));
  return (
    <span className="target-channels">
      {CHANNELS.map((channel) => {
        const isOn = target.channels.includes(channel);
        return (
          <Checkbox
            key={channel}
            label={t(`words.channel.${channel}`)}
            checked={isOn}
            disabled={isOn && target.channels.length === 1}
            onChange={(event) => onChange({ ...target, channels: toggled(channel, event.currentTarget.checked) })}
          />
        );
      })}
    </span>
  );
}
