import { TextInput } from '@mantine/core';
import { useText } from '../../../app/index.ts';
import { TimeField } from '../../../parts/index.ts';
import { instantOfField, zoneNameOf } from '../wall-input.ts';

/** `2026-11-20T23:50`; the half that is not filled in is empty. */
export type StretchText = { readonly from: string; readonly to: string };

/** From when to when, by the wall clock of the company; the abbreviation beside each is that of its own moment. */
export function StretchFields(props: {
  readonly value: StretchText;
  readonly zone: string;
  readonly onChange: (value: StretchText) => void;
}) {
  const { value, zone, onChange } = props;
  const { t } = useText();
  const from = instantOfField(value.from, zone);
  const to = instantOfField(value.to, zone);
  const isBackwards = from !== null && to !== null && to <= from;
  return (
    <>
      <MomentField
        label={t('oncall.field.from')}
        value={value.from}
        zone={zone}
        onChange={(text) => onChange({ ...value, from: text })}
      />
      <MomentField
        label={t('oncall.field.to')}
        value={value.to}
        zone={zone}
        error={isBackwards ? t('oncall.endFirst') : null}
        onChange={(text) => onChange({ ...value, to: text })}
      />
    </>
  );
}

/** A date and a time of day. */
export function MomentField(props: {
  readonly label: string;
  readonly value: string;
  readonly zone: string;
  readonly error?: string | null;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, zone, error = null, onChange } = props;
  const { t } = useText();
  const [date = '', time = ''] = value.split('T');
  const at = instantOfField(value, zone);
  return (
    <div className="moment">
      <TextInput
        type="date"
        label={label}
        value={date}
        error={error}
        onChange={(event) => onChange(`${event.currentTarget.value}T${time}`)}
      />
      <TimeField
        label={t('oncall.field.time')}
        ariaLabel={`${label}, ${t('oncall.field.time')}`}
        value={time}
        rightSection={at === null ? undefined : <span className="faint">{zoneNameOf(at, zone)}</span>}
        onChange={(next) => onChange(`${date}T${next}`)}
      />
    </div>
  );
}

/** The instant that a date and a time of day name; null while they do not. */
export function momentOf(value: string, zone: string): number | null {
  return instantOfField(value, zone);
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
