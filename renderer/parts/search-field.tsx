import { useRef } from 'react';
import { useKeys } from '../app/index.ts';
import { Kbd } from './keys.tsx';
import './sheet.css';

/** Narrows the list below it while typing; F goes to it, Esc empties it. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  useKeys({ f: () => input.current?.focus() });
  return (
    <label className="search-field">
      <span className="sr-only">{label}</span>
      <input
        ref={input}
        type="search"
        value={value}
        placeholder={label}
        aria-keyshortcuts="F"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onChange('');
          event.currentTarget.blur();
        }}
      />
      <Kbd>F</Kbd>
    </label>
  );
}
