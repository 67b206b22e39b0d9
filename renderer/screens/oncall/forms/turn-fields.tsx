import { NativeSelect, NumberInput } from '@mantine/core';
import type { Rotation } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { TimeField } from '../../../parts/index.ts';
import { WEEKDAYS } from '../views.ts';

const MOST = { day: 31, week: 8 } as const;
const UNITS = ['day', 'week'] as const;

/** How long a turn is, and when it is handed over. */
export function TurnFields(props: {
  readonly value: Rotation;
  readonly onChange: (fields: Partial<Rotation>) => void;
}) {
  const { value, onChange } = props;
  const { turn } = value;
  const { t } = useText();
  const toTurn = (unit: 'day' | 'week', count: number): Rotation['turn'] => ({
    unit,
    count: Math.min(count, MOST[unit]),
  });
  return (
    <>
      <div className="turn-length">
        <NumberInput
          label={t('planning.turnCount')}
          value={turn.count}
          min={1}
          max={MOST[turn.unit]}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(count) => onChange({ turn: toTurn(turn.unit, Number(count) || 1) })}
        />
        <NativeSelect
          aria-label={t('planning.turnUnit')}
          value={turn.unit}
          data={UNITS.map((unit) => ({ value: unit, label: t(`planning.unit.${unit}`) }))}
          onChange={(event) =>
            onChange({ turn: toTurn(event.currentTarget.value === 'day' ? 'day' : 'week', turn.count) })
          }
        />
      </div>
      <div className="turn-hand-off">
        {turn.unit === 'week' && (
          <NativeSelect
            label={t('oncall.field.weekday')}
            value={String(value.handOffWeekday)}
            data={WEEKDAYS.map((day, index) => ({ value: String(index + 1), label: t(`oncall.weekday.${day}`) }))}
            onChange={(event) => onChange({ handOffWeekday: Number(event.currentTarget.value) })}
          />
        )}
        <TimeField
          label={turn.unit === 'week' ? t('oncall.field.time') : t('planning.handOffTime')}
          value={value.handOffTime}
          onChange={(handOffTime) => onChange({ handOffTime })}
        />
      </div>
    </>
  );
}
