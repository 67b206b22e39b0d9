import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../app/index.ts';
import { wallTimeOf } from './wall-time.ts';

type TimeFieldProps = {
  readonly label: ReactNode;
  /** `HH:MM`; empty while what is typed is no time. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ariaLabel?: string;
  readonly rightSection?: ReactNode;
};

/** A time of day by the 24-hour clock, which the browser's own field shows only where the system does. */
export function TimeField({ label, value, onChange, ariaLabel, rightSection }: TimeFieldProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(value);
  // Set from outside (a button, another field), the value holds; while typing, the text does.
  const shown = value === '' || wallTimeOf(typed) === value ? typed : value;
  return (
    <TextInput
      label={label}
      aria-label={ariaLabel}
      value={shown}
      inputMode="numeric"
      maxLength={5}
      placeholder="17:30"
      error={value === '' && typed.trim() !== '' ? t('parts.time') : null}
      rightSection={rightSection}
      {...(rightSection ? { rightSectionWidth: 52 } : {})}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(wallTimeOf(event.currentTarget.value) ?? '');
      }}
      onBlur={() => {
        if (value !== '') setTyped(value);
      }}
    />
  );
}
