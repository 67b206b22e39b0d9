import { TextInput } from '@mantine/core';
import { useText } from '../../../app/index.ts';

/** Why: short, asked for wherever somebody takes the place of somebody else. */
export function ReasonField(props: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const { value, onChange } = props;
  const { t } = useText();
  return (
    <TextInput
      label={t('oncall.field.reason')}
      placeholder={t('oncall.field.reasonHint')}
      value={value}
      maxLength={300}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
