import { NativeSelect } from '@mantine/core';

const COMMON = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];
const OTHERS = Intl.supportedValuesOf('timeZone').filter((zone) => !COMMON.includes(zone));

/** Any IANA zone, those of the United States first. */
export function ZoneField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}) {
  const { label, value, onChange } = props;
  const isKnown = COMMON.includes(value) || OTHERS.includes(value);
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[...(isKnown ? [] : [value]), ...COMMON, ...OTHERS]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
