import { Checkbox, NativeSelect } from '@mantine/core';
import { CHANNELS, type Channel, type LadderStep, type Responder, type StepTarget } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { useText } from '../../../app/index.ts';
import {
  ChooseAndDo,
  choiceOf,
  MAX_CHANNEL_DELAY_MIN,
  MinutesField,
  SmallButton,
  targetsOf,
  useTargetLabel,
  withAfter,
  withChannel,
  withCopy,
  withTarget,
} from '../../../parts/index.ts';
import { useStatus } from '../../../stores/index.ts';

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
  const add = (value: string) => {
    const target = pickOf(value);
    if (target)
      onStep(withTarget(step, step.targets.length, { target, channels: ['sms', 'voice'], whateverElse: false }));
  };
  return (
    <fieldset className="targets">
      <legend className="sr-only">{t('settings.whom')}</legend>
      {step.targets.map((each, index) => (
        <div className={`target${each.isCopy ? ' is-copy' : ''}`} key={choiceOf(each.target)}>
          <NativeSelect
            aria-label={t('settings.whom')}
            value={choiceOf(each.target)}
            data={options.filter((option) => option.value === choiceOf(each.target) || !taken.has(option.value))}
            onChange={(event) => {
              const target = pickOf(event.currentTarget.value);
              if (target) onStep(withTarget(step, index, { ...each, target }));
            }}
          />
          <How target={each} onChange={(next) => onStep(withTarget(step, index, next))} />
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
        </div>
      ))}
      <ChooseAndDo
        label={t('parts.ladder.addTo', { number })}
        invitation={t('settings.addTarget')}
        sign="+"
        doLabel={(name) => t('parts.ladder.doAdd', { name, number })}
        options={options.filter((option) => !taken.has(option.value))}
        onDo={add}
      />
    </fieldset>
  );
}

type HowProps = { readonly target: StepTarget; readonly onChange: (target: StepTarget) => void };

/** Over what and when; whatever else; or only told. */
function How({ target, onChange }: HowProps) {
  const { t } = useText();
  return (
    <span className="target-how">
      {CHANNELS.map((channel) => (
        <ChannelField key={channel} channel={channel} target={target} onChange={onChange} />
      ))}
      <Checkbox
        label={t('settings.whateverElse')}
        title={t('settings.whateverElseHint')}
        checked={target.whateverElse}
        disabled={target.isCopy === true}
        onChange={(event) => onChange({ ...target, whateverElse: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('policy.copy')}
        title={t('policy.copyHint')}
        checked={target.isCopy ?? false}
        onChange={(event) => onChange(withCopy(target, event.currentTarget.checked))}
      />
    </span>
  );
}

/** A channel, never the last one off, and the minute within the step at which it is used. */
function ChannelField({ channel, target, onChange }: HowProps & { readonly channel: Channel }) {
  const { t } = useText();
  const hasVoice = useStatus((state) => state.status?.hasVoice) ?? false;
  const isOn = target.channels.includes(channel);
  const isOnly = isOn && target.channels.length === 1;
  const name = t(`words.channel.${channel}`);
  const byItself = channel === 'voice' && !hasVoice ? TIMING.callByHandAfterMs / 60_000 : 0;
  return (
    <span className="target-channel">
      <Checkbox
        label={name}
        checked={isOn}
        disabled={isOnly || (target.isCopy === true && channel === 'voice')}
        onChange={(event) => onChange(withChannel(target, channel, event.currentTarget.checked))}
      />
      {isOn && (
        <MinutesField
          isSmall
          isLabelHidden
          className="target-after"
          label={t('policy.after', { channel: name })}
          title={t('policy.afterHint', { channel: name })}
          value={target.afterMin?.[channel] ?? null}
          byItself={String(byItself)}
          least={0}
          most={MAX_CHANNEL_DELAY_MIN}
          onMinutes={(minutes) => onChange(withAfter(target, channel, minutes))}
        />
      )}
    </span>
  );
}
