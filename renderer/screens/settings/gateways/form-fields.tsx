import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../app/index.ts';
import type { GatewayField } from './fields.ts';

type GatewayFieldsProps = {
  readonly fields: readonly GatewayField[];
  /** Secrets that are on file: empty keeps them. */
  readonly secretsSet: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  /** Names of the fields that were refused. */
  readonly wrong: readonly string[];
  readonly onTyped: (typed: Record<string, string>) => void;
};

/** What a gateway needs, and folded away below it what is right for most as it is. */
export function GatewayFields({ fields, secretsSet, typed, wrong, onTyped }: GatewayFieldsProps) {
  const { t } = useText();
  const needed = fields.filter((field) => field.isRequired || field.isAsked);
  const others = fields.filter((field) => !needed.includes(field));
  const [isUnfolded, setUnfolded] = useState(needed.length === 0);
  // What is wrong is not folded away.
  const isOpen = isUnfolded || others.some(({ name }) => wrong.includes(name));
  const one = (field: GatewayField, index: number) => (
    <GatewayFieldInput
      key={field.name}
      field={field}
      isKept={secretsSet.includes(field.name)}
      isWrong={wrong.includes(field.name)}
      hasFocus={needed.includes(field) && index === 0}
      value={typed[field.name] ?? ''}
      onChange={(value) => onTyped({ ...typed, [field.name]: value })}
    />
  );
  return (
    <>
      {needed.map(one)}
      {others.length > 0 && (
        <details className="wide optional" open={isOpen} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary>
            <b>{t('settings.optional')}</b>
            {!isOpen && <InForce fields={others} secretsSet={secretsSet} typed={typed} />}
          </summary>
          <div className="form-grid">{others.map(one)}</div>
        </details>
      )}
    </>
  );
}

/** What was said in the fields that are folded away. What holds while they are empty stands in them, for who looks. */
function InForce({ fields, secretsSet, typed }: Omit<GatewayFieldsProps, 'wrong' | 'onTyped'>) {
  const { t, pick } = useText();
  const said = fields.filter(({ name }) => (typed[name] ?? '').trim() !== '' || secretsSet.includes(name));
  if (said.length === 0) return null;
  return (
    <ul className="in-force">
      {said.map(({ name, label, isSecret, choices }) => {
        const own = (typed[name] ?? '').trim();
        const chosen = choices.find((each) => each.value === own);
        return (
          <li key={name}>
            <span className="dim">{pick(label)}:</span>{' '}
            {isSecret ? t('settings.isSet') : chosen ? pick(chosen.label) : own}
          </li>
        );
      })}
    </ul>
  );
}

type GatewayFieldInputProps = {
  readonly field: GatewayField;
  readonly isKept: boolean;
  readonly isWrong: boolean;
  readonly hasFocus: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function GatewayFieldInput({ field, isKept, isWrong, hasFocus, value, onChange }: GatewayFieldInputProps) {
  const { t, pick } = useText();
  const { label, hint, isSecret, isRequired, whenEmpty, input, choices } = field;
  const common = {
    label: pick(label),
    description: pick(hint),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    value,
    required: isRequired && !isKept,
    error: isWrong,
    'data-autofocus': hasFocus || undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  const placeholder = isKept ? t('settings.secretKept') : whenEmpty ? pick(whenEmpty) : '';
  if (isSecret) return <PasswordInput {...common} placeholder={placeholder} autoComplete="new-password" />;
  if (input === 'choice') {
    const data = choices.map((each) => ({ value: each.value, label: pick(each.label) }));
    return <NativeSelect {...common} data={isRequired ? data : [{ value: '', label: placeholder }, ...data]} />;
  }
  if (input === 'lines')
    return <Textarea {...common} placeholder={placeholder} spellCheck={false} rows={4} className="wide" />;
  return (
    <TextInput
      {...common}
      placeholder={placeholder}
      spellCheck={false}
      {...(input === 'number' ? { inputMode: 'numeric' as const } : {})}
    />
  );
}
