import type { InputHTMLAttributes } from 'react';
import { useId } from 'react';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> & {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hasFocus?: boolean;
  readonly isShort?: boolean;
};

/** A labelled line of text. */
export function Field({ label, value, onValue, hasFocus, isShort, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={`field${isShort ? ' field-short' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="field-input"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
        // biome-ignore lint/a11y/noAutofocus: opened by a key a moment ago, and the next key belongs here
        autoFocus={hasFocus === true}
        autoComplete="off"
      />
    </div>
  );
}
