import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { isTimeZone } from '#shared/contract';

/** The names by which calendars call a zone, and what they mean. */

/** What Outlook and others show people, for the zones of the United States. */
const SHOWN_NAMES: Readonly<Record<string, string>> = {
  'atlantic time (canada)': 'America/Halifax',
  'eastern time (us & canada)': 'America/New_York',
  'indiana (east)': 'America/Indiana/Indianapolis',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  arizona: 'America/Phoenix',
  'pacific time (us & canada)': 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
};

/** The zone of each Windows name in small letters; of several the one that Windows itself means where no country is named. */
const WINDOWS_NAMES: ReadonlyMap<string, string> = new Map(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').map(({ windowsName, iana }) => [
    windowsName.toLowerCase(),
    iana[0] ?? 'UTC',
  ]),
);

const UTC_NAMES = /^(utc|gmt|z|zulu|etc\/(utc|gmt)|(tzone:\/\/)?microsoft\/utc)$/i;

/**
 * The IANA zone that a name clearly means; null where it does not. Names such as EST, which people and zone tables mean
 * differently, are left to `looseZone`.
 */
export function clearZone(name: string): string | null {
  if (UTC_NAMES.test(name)) return 'UTC';
  const shown = /^\((?:UTC|GMT)[^)]*\) *(.+)$/i.exec(name)?.[1] ?? name;
  const known = WINDOWS_NAMES.get(shown.toLowerCase()) ?? SHOWN_NAMES[shown.toLowerCase()];
  if (known !== undefined) return known;
  // Thunderbird, Evolution and others put their own address before the zone's name.
  const parts = name
    .replaceAll(' ', '_')
    .split('/')
    .filter((part) => part !== '');
  for (const length of [parts.length, 3, 2]) {
    const candidate = parts.slice(-length).join('/');
    if (candidate.includes('/') && length <= parts.length && isTimeZone(candidate)) return candidate;
  }
  return null;
}

/**
 * What is left when neither the name is clear nor the file defines it: EST, CET, GMT-5, +01:00, and cities as in
 * "Amsterdam, Belgrade, Berlin".
 */
export function looseZone(name: string): string | null {
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)? ?([+-])(\d\d?):?(\d\d)?$/i.exec(name) ?? [];
  const candidate = sign === undefined ? name : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  if (/^[A-Z0-9+:-]+$/i.test(candidate) && isTimeZone(candidate)) return candidate;
  const cities = name.replace(/^\([^)]*\)/, '').split(/[,;/]/);
  return cities.map((city) => zoneOfCity(city.trim().toLowerCase())).find((zone) => zone !== null) ?? null;
}

function zoneOfCity(city: string): string | null {
  const ending = `/${city.replaceAll(' ', '_')}`;
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(ending)) ?? null;
}
