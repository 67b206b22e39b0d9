import { useId } from 'react';
import { useText } from '../../../app/index.ts';
import { api, useCore } from '../../../stores/index.ts';

type SomebodyElseProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  /** Who cannot be meant. */
  readonly except?: readonly string[];
  readonly hasFocus?: boolean;
};

/** Anybody on the list of responders, by name. */
export function SomebodyElse({ label, value, onChange, except = [], hasFocus }: SomebodyElseProps) {
  const { t } = useText();
  const id = useId();
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  const people = (portfolio?.responders ?? []).filter((one) => one.active && !except.includes(one.id));
  return (
    <div className="field field-other">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        // Not every browser sends a form from a list.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        // biome-ignore lint/a11y/noAutofocus: opened by a key a moment ago; who is meant comes first
        autoFocus={hasFocus}
      >
        <option value="" disabled>
          {t('desk.form.choose')}
        </option>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.company ? `${one.name} (${one.company})` : one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
