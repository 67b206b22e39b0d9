import { useId } from 'react';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isLabelHidden?: boolean;
  readonly hasFocus?: boolean;
};

/** One of a few, all in sight: radio buttons drawn as pills; arrows choose. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, isLabelHidden, hasFocus } = props;
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={isLabelHidden ? 'sr-only' : 'field-label'}>{label}</legend>
      <div className="choice-row">
        {options.map((option, index) => (
          <label key={option.value} className={`choice-pill${option.value === value ? ' is-on' : ''}`}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              // biome-ignore lint/a11y/noAutofocus: opened by a key a moment ago, and the next key belongs here
              autoFocus={hasFocus === true && (option.value === value || (value === null && index === 0))}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
