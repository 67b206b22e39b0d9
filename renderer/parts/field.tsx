import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> & {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hasFocus?: boolean;
  readonly isShort?: boolean;
  /** What is wrong with it, shown and read out with the field. */
  readonly error?: string | null;
  /** Its id, for whoever has to find it. */
  readonly fieldId?: string;
  /** Beside the field, such as a button that shows what is hidden. */
  readonly end?: ReactNode;
};

/** A labelled line of text. */
export function Field({ label, value, onValue, hasFocus, isShort, error, fieldId, end, ...rest }: FieldProps) {
  const ownId = useId();
  const id = fieldId ?? ownId;
  return (
    <div className={`field${isShort ? ' field-short' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="field-row">
        <input
          {...rest}
          id={id}
          className={`field-input${error ? ' is-wrong' : ''}`}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
          // biome-ignore lint/a11y/noAutofocus: opened by a key a moment ago, and the next key belongs here
          autoFocus={hasFocus === true}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {end}
      </div>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
