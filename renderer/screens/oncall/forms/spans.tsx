import { dayAt, instantOfWallTime } from '#shared/oncall';
import { useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { nextMorning } from '../timeline.ts';
import { fieldOf, instantOfField } from '../wall-input.ts';
import type { StretchText } from './stretch-fields.tsx';

const HOUR_MS = 3_600_000;

type SpansProps = {
  readonly value: StretchText;
  readonly zone: string;
  readonly otherwiseAt: number;
  readonly onChange: (value: StretchText) => void;
};

/** The usual lengths, one press each. */
export function Spans({ value, zone, otherwiseAt, onChange }: SpansProps) {
  const { t } = useText();
  const fromAt = instantOfField(value.from, zone) ?? otherwiseAt;
  const until = (at: number) => onChange({ ...value, to: fieldOf(at, zone) });
  const wholeDays = () => {
    const toAt = instantOfField(value.to, zone) ?? fromAt;
    const first = dayAt(zone, fromAt);
    const last = Math.max(first, dayAt(zone, toAt - 1));
    const midnight = (day: number) => fieldOf(instantOfWallTime(zone, day, '00:00'), zone);
    onChange({ from: midnight(first), to: midnight(last + 1) });
  };
  return (
    <div className="wide chips">
      {[2, 4, 8].map((hours) => (
        <ActionButton
          key={hours}
          label={t('oncall.hours', { count: hours })}
          onPress={() => until(fromAt + hours * HOUR_MS)}
        />
      ))}
      <ActionButton label={t('oncall.untilMorning')} onPress={() => until(nextMorning(zone, fromAt))} />
      <ActionButton label={t('planning.wholeDays')} onPress={wholeDays} />
    </div>
  );
}
