import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../app/index.ts';
import type { api } from '../../stores/index.ts';

type Field = Awaited<ReturnType<typeof api.settings.gateway.query>>['kinds'][number]['fields'][number];

type GatewayFieldsProps = {
  readonly fields: readonly Field[];
  /** Secrets that are on file: empty keeps them. */
  readonly secretsSet: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onTyped: (typed: Record<string, string>) => void;
};

/** What a gateway needs, and folded away below it what is right for most as it is. */
export function GatewayFields({ fields, secretsSet, typed, onTyped }: GatewayFieldsProps) {
  const { t } = useText();
  const needed = fields.filter((field) => field.isRequired);
  const others = fields.filter((field) => !field.isRequired);
  const [isOpen, setOpen] = useState(needed.length === 0);
  const one = (field: Field) => (
    <GatewayField
      key={field.name}
      field={field}
      isKept={secretsSet.includes(field.name)}
      value={typed[field.name] ?? ''}
      onChange={(value) => onTyped({ ...typed, [field.name]: value })}
    />
  );
  return (
    <>
      {needed.length > 0 && <h3 className="overline wide">{t('settings.needed')}</h3>}
      {needed.map(one)}
      {others.length > 0 && (
        <details className="wide optional" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
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

/** What holds for the fields that are folded away: what was typed, else what takes its place. */
function InForce({ fields, secretsSet, typed }: Omit<GatewayFieldsProps, 'onTyped'>) {
  const { t, pick } = useText();
  return (
    <ul className="in-force">
      {fields.map(({ name, label, isSecret, whenEmpty }) => {
        const own = (typed[name] ?? '').trim();
        const isSet = own !== '' || secretsSet.includes(name);
        return (
          <li key={name}>
            <span className="dim">{pick(label)}:</span>{' '}
            {isSecret && isSet ? t('settings.isSet') : own || (whenEmpty && pick(whenEmpty))}
          </li>
        );
      })}
    </ul>
  );
}

type GatewayFieldProps = {
  readonly field: Field;
  readonly isKept: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function GatewayField({ field, isKept, value, onChange }: GatewayFieldProps) {
  const { t, pick } = useText();
  const { label, hint, isSecret, isRequired, whenEmpty } = field;
  const common = {
    label: pick(label),
    description: pick(hint),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    value,
    placeholder: isKept ? t('settings.secretKept') : whenEmpty ? pick(whenEmpty) : '',
    required: isRequired && !isKept,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  return isSecret ? (
    <PasswordInput {...common} autoComplete="new-password" />
  ) : (
    <TextInput {...common} spellCheck={false} />
  );
}
