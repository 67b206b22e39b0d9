import { useState } from 'react';
import type { DutyHours } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { ActionButton, Choice, SmallButton, TimeField } from '../../../parts/index.ts';
import { WEEKDAYS } from '../views.ts';
import { HOURS_PRESETS, type HoursPreset, hoursOf, presetOf } from './duty-hours.ts';
import { useHoursWords } from './hours-words.ts';

const MOST_ROWS = 14;

type HoursFieldProps = {
  readonly hours: readonly DutyHours[];
  readonly onChange: (hours: readonly DutyHours[]) => void;
};

/** In which hours of the week a rotation holds: the usual ones by name, any others row by row. */
export function HoursField({ hours, onChange }: HoursFieldProps) {
  const { t } = useText();
  const words = useHoursWords();
  const [preset, setPreset] = useState<HoursPreset>(() => presetOf(hours));
  const choose = (next: HoursPreset) => {
    setPreset(next);
    if (next !== 'custom' || hours.length === 0) onChange(hoursOf(next));
  };
  const change = (index: number, fields: Partial<DutyHours>) =>
    onChange(hours.map((each, at) => (at === index ? { ...each, ...fields } : each)));
  return (
    <div className="wide hours-field">
      <Choice
        label={t('planning.hours.label')}
        options={HOURS_PRESETS.map((each) => ({ value: each, label: t(`planning.hours.${each}`) }))}
        value={preset}
        onChange={choose}
      />
      {preset === 'custom' ? (
        <>
          {hours.map((each, index) => (
            <HoursRow
              // Rows may be alike, so their place belongs to the key.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              row={each}
              isOnly={hours.length === 1}
              onChange={(fields) => change(index, fields)}
              onRemove={() => onChange(hours.filter((_, at) => at !== index))}
            />
          ))}
          {hours.length < MOST_ROWS && (
            <ActionButton
              label={t('planning.hours.add')}
              onPress={() => onChange([...hours, { weekdays: [6, 7], from: '08:00', to: '08:00' }])}
            />
          )}
        </>
      ) : (
        <p className="dim">{words(hours)}</p>
      )}
    </div>
  );
}

function HoursRow(props: {
  readonly row: DutyHours;
  readonly isOnly: boolean;
  readonly onChange: (fields: Partial<DutyHours>) => void;
  readonly onRemove: () => void;
}) {
  const { row, isOnly, onChange, onRemove } = props;
  const { t } = useText();
  const turn = (day: number) => {
    const next = row.weekdays.includes(day) ? row.weekdays.filter((each) => each !== day) : [...row.weekdays, day];
    onChange({ weekdays: next.toSorted((a, b) => a - b) });
  };
  return (
    <div className="hours-row">
      <fieldset className="hours-days" aria-label={t('planning.hours.days')}>
        {WEEKDAYS.map((name, index) => (
          <label key={name} className={`hours-day${row.weekdays.includes(index + 1) ? ' is-on' : ''}`}>
            <input type="checkbox" checked={row.weekdays.includes(index + 1)} onChange={() => turn(index + 1)} />
            <span aria-hidden="true">{t(`oncall.shortDay.${name}`)}</span>
            <span className="sr-only">{t(`oncall.weekday.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      <TimeField label={t('oncall.field.from')} value={row.from} onChange={(from) => onChange({ from })} />
      <TimeField label={t('oncall.field.to')} value={row.to} onChange={(to) => onChange({ to })} />
      <SmallButton sign="×" label={t('planning.hours.remove')} isOff={isOnly} onPress={onRemove} />
    </div>
  );
}
