import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { SmallButton } from './small-button.tsx';

type ChooseAndDoProps = {
  /** What the list is for. */
  readonly label: string;
  /** What stands in it while nothing is chosen. */
  readonly invitation: string;
  readonly sign: string;
  readonly doLabel: (name: string) => string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onDo: (value: string) => void;
};

/**
 * A list to choose from, and the button that does something with what was chosen. Two steps, for on a keyboard the arrows and
 * the letters run through a list: what acted on each of them would act on the wrong one. Enter in the list does it as well.
 */
export function ChooseAndDo({ label, invitation, sign, doLabel, options, onDo }: ChooseAndDoProps) {
  const [value, setValue] = useState('');
  const chosen = options.find((each) => each.value === value);
  const act = () => {
    if (!chosen) return;
    onDo(chosen.value);
    setValue('');
  };
  return (
    <span className="choose-and-do">
      <NativeSelect
        size="xs"
        aria-label={label}
        value={chosen?.value ?? ''}
        data={[{ value: '', label: invitation }, ...options]}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !chosen) return;
          event.preventDefault();
          act();
        }}
      />
      <SmallButton sign={sign} label={doLabel(chosen?.label ?? '')} isOff={!chosen} onPress={act} />
    </span>
  );
}
