import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  TRIAGE_PRESETS,
  type TriageLayer,
  type TriageNumber,
  type TriagePlace,
  type TriagePreset,
  type TriageRules,
} from '#shared/contract';
import { celsiusOf, numberSource, numberTrouble, TRIAGE_NUMBERS } from '#shared/triage';
import { useText } from '../../../app/index.ts';
import { SmallButton, TimeField } from '../../../parts/index.ts';
import { withNumber } from './layer-edit.ts';
import { useOrigin } from './place-words.ts';

export type SectionProps = {
  readonly draft: TriageLayer;
  readonly above: readonly TriageLayer[];
  /** What is in force with the draft. */
  readonly rules: TriageRules;
  readonly places: readonly TriagePlace[];
  readonly onChange: (draft: TriageLayer) => void;
};

/** The numbers of triage with where each comes from. */
export function Numbers({ draft, above, rules, onChange }: SectionProps) {
  const { t } = useText();
  const origin = useOrigin(draft.place);
  return (
    <section className="card rows" aria-label={t('triage.numbers')}>
      <h2>{t('triage.numbers')}</h2>
      <p className="dim">{t('triage.numbersWords')}</p>
      <NativeSelect
        label={t('triage.preset.label')}
        value={draft.preset ?? ''}
        data={[
          { value: '', label: t('triage.preset.none') },
          ...TRIAGE_PRESETS.map((preset) => ({ value: preset, label: t(`triage.preset.${preset}`) })),
        ]}
        // The options are the presets and nothing, so the value is one of them.
        onChange={(event) => onChange({ ...draft, preset: (event.currentTarget.value || null) as TriagePreset | null })}
      />
      <ul className="number-list">
        {TRIAGE_NUMBERS.map((name) => {
          const { place, preset } = numberSource([...above, draft], name);
          const isOwn = draft.numbers[name] !== undefined;
          return (
            <li key={name}>
              <NumberField
                name={name}
                value={rules.numbers[name]}
                onChange={(value) => onChange(withNumber(draft, name, value))}
              />
              <span className={`chip${isOwn ? ' is-own' : ''}`}>
                <span className="sr-only">{t('triage.from')} </span>
                {origin(place, preset)}
              </span>
              {isOwn ? (
                <SmallButton
                  sign="×"
                  label={t('triage.takeAway', { name: t(`triage.number.${name}`) })}
                  onPress={() => onChange(withNumber(draft, name, undefined))}
                />
              ) : (
                <span />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type NumberFieldProps = {
  readonly name: TriageNumber;
  readonly value: number | string;
  readonly onChange: (value: number | string | undefined) => void;
};

function NumberField({ name, value, onChange }: NumberFieldProps) {
  const { t } = useText();
  const label = t(`triage.number.${name}`);
  if (typeof value === 'number') return <DegreesField name={name} label={label} value={value} onChange={onChange} />;
  return <TimeField label={label} value={value} onChange={onChange} />;
}

type DegreesFieldProps = Omit<NumberFieldProps, 'value'> & { readonly label: string; readonly value: number };

/** Degrees Fahrenheit, with Celsius beside them. What is being typed stays as typed until the cursor leaves. */
function DegreesField({ name, label, value, onChange }: DegreesFieldProps) {
  const { t, pick } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const isNumber = typed === null || typed === '' || isDegrees(typed);
  const trouble = numberTrouble(name, value);
  return (
    <TextInput
      label={
        <>
          {label}
          <span className="sr-only">, °F</span>
        </>
      }
      value={typed ?? String(value)}
      inputMode="decimal"
      rightSection={<span className="unit">{t('triage.celsius', { degrees: celsiusOf(value) })}</span>}
      rightSectionWidth={104}
      error={isNumber ? trouble && pick(trouble) : t('triage.notANumber')}
      onFocus={() => setTyped(String(value))}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value.trim().replace(',', '.');
        setTyped(text);
        if (text === '') onChange(undefined);
        else if (isDegrees(text)) onChange(Number(text));
      }}
    />
  );
}

function isDegrees(text: string): boolean {
  return /^-?\d{1,3}(\.\d)?$/.test(text);
}
