import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { REASON_LABELS } from '#shared/triage';
import { useText } from '../../../app/index.ts';
import { reasonLabel, SmallButton } from '../../../parts/index.ts';

/** Everything triage recognizes, by name. */
export function useReasonOptions(): readonly { readonly value: string; readonly label: string }[] {
  const { language } = useText();
  return useMemo(
    () =>
      Object.entries(REASON_LABELS)
        .map(([value, label]) => ({ value, label: label[language] }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
    [language],
  );
}

type ReasonsFieldProps = {
  readonly label: string;
  /** What it means that there are none. */
  readonly none: string;
  readonly codes: readonly string[];
  readonly onChange: (codes: string[]) => void;
};

/** A list of what triage recognizes, added to and taken from by name. */
export function ReasonsField({ label, none, codes, onChange }: ReasonsFieldProps) {
  const { t, language } = useText();
  const options = useReasonOptions();
  return (
    <fieldset className="reasons-field">
      <legend className="field-label">{label}</legend>
      <ul className="chips">
        {codes.length === 0 && <li className="dim">{none}</li>}
        {codes.map((code) => (
          <li className="chip" key={code}>
            {reasonLabel(code, language)}
            <SmallButton
              sign="×"
              label={t('triage.removeReason', { reason: reasonLabel(code, language), list: label })}
              onPress={() => onChange(codes.filter((each) => each !== code))}
            />
          </li>
        ))}
      </ul>
      <NativeSelect
        aria-label={t('triage.addReason', { list: label })}
        value=""
        data={[
          { value: '', label: `+ ${t('triage.add')}` },
          ...options.filter((option) => !codes.includes(option.value)),
        ]}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange([...codes, event.currentTarget.value]);
        }}
      />
    </fieldset>
  );
}
