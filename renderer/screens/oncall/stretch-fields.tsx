import { TextInput } from '@mantine/core';
import { useText } from '../../app/index.ts';
import { instantOfField, zoneNameOf } from './wall-input.ts';

export type StretchText = { readonly from: string; readonly to: string };

/** From when to when, by the wall clock of the company; the abbreviation beside each is that of its own moment. */
export function StretchFields(props: {
  readonly value: StretchText;
  readonly zone: string;
  readonly onChange: (value: StretchText) => void;
}) {
  const { value, zone, onChange } = props;
  const { t } = useText();
  const abbreviation = (text: string) => {
    const at = instantOfField(text, zone);
    return at === null ? undefined : <span className="faint">{zoneNameOf(at, zone)}</span>;
  };
  const from = instantOfField(value.from, zone);
  const to = instantOfField(value.to, zone);
  const isBackwards = from !== null && to !== null && to <= from;
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('oncall.field.from')}
        value={value.from}
        rightSection={abbreviation(value.from)}
        rightSectionWidth={52}
        onChange={(event) => onChange({ ...value, from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('oncall.field.to')}
        value={value.to}
        rightSection={abbreviation(value.to)}
        rightSectionWidth={52}
        error={isBackwards ? t('oncall.endFirst') : null}
        onChange={(event) => onChange({ ...value, to: event.currentTarget.value })}
      />
    </>
  );
}

/** The stretch the fields name; null while it is not one. */
export function stretchOf(
  value: StretchText,
  zone: string,
): { readonly startsAt: number; readonly endsAt: number } | null {
  const startsAt = instantOfField(value.from, zone);
  const endsAt = instantOfField(value.to, zone);
  return startsAt === null || endsAt === null || endsAt <= startsAt ? null : { startsAt, endsAt };
}
