import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../app/index.ts';
import { MOST_TYPED_MIN, minutesIn } from './ladder-edit.ts';

type MinutesFieldProps = {
  readonly label: string;
  /** Read out only. */
  readonly isLabelHidden?: boolean;
  /** What counts; null where nothing is said. */
  readonly value: number | null;
  readonly least: number;
  readonly most?: number;
  /** What holds while nothing is said, which then may be so. */
  readonly byItself?: string;
  readonly title?: string;
  readonly className?: string;
  readonly isSmall?: boolean;
  readonly onMinutes: (minutes: number | null) => void;
};

/** Minutes: shows what counts, or, with a sentence, what was typed and does not. Nothing is made into another number. */
export function MinutesField(props: MinutesFieldProps) {
  const {
    label,
    isLabelHidden,
    value,
    least,
    most = MOST_TYPED_MIN,
    byItself,
    title,
    className,
    isSmall,
    onMinutes,
  } = props;
  const { t } = useText();
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (typed: string) => {
    const minutes = minutesIn(typed, least, most);
    const isTaken = minutes !== null || (byItself !== undefined && typed.trim() === '');
    setWrong(isTaken ? null : typed);
    if (isTaken) onMinutes(minutes);
  };
  const counts = value === null ? (byItself ?? '') : String(value);
  return (
    <TextInput
      className={className}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      {...(isSmall ? { size: 'xs' } : {})}
      title={title}
      inputMode="numeric"
      autoComplete="off"
      maxLength={9}
      value={wrong ?? (value === null ? '' : String(value))}
      placeholder={byItself}
      error={wrong === null ? null : t('parts.minutes.between', { least, most, counts })}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
