import { isSupportedCountry } from 'libphonenumber-js';
import { normalisePhone } from '#shared/messages';
import type { FieldWords } from './field-words.ts';

/** What an administrator typed, as it is meant: blanks and brackets of a number, the beginning of an address left out. */
export function asTyped(
  fields: Readonly<Record<string, FieldWords>>,
  config: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const country = typeof config.country === 'string' ? config.country.trim().toUpperCase() : '';
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      typeof value === 'string' ? read(fields[name]?.reads, value, country) : value,
    ]),
  );
}

function read(reads: FieldWords['reads'], typed: string, country: string): string {
  const value = typed.trim();
  switch (reads) {
    case 'country':
      return value.toUpperCase();
    case 'address':
      return wholeAddress(value);
    case 'sender':
      return /^[+\d\s().-]+$/.test(value) ? value.replace(/[\s().-]/g, '') : value;
    case 'number': {
      const known = normalisePhone(value, isSupportedCountry(country) ? country : 'US');
      return known.ok ? known.phone : value;
    }
    case undefined:
      return typed;
  }
}

/** A host that is one by its looks: a name with a dot, or a port behind it. */
const HOST = /^(?:localhost|[\w-]+(?=:\d)|[\w-]+(?:\.[\w-]+)+)(?::\d{1,5})?(?=\/|$)/i;
const NEAR = /^(?:localhost|[^.:]+(?=:)|[^:/]*\.local|(?:127|10)\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/i;

/** Apps show `192.168.1.20:8080` and people copy it. What is not on the office network is asked for encryption. */
function wholeAddress(value: string): string {
  if (!HOST.test(value)) return value;
  return `${NEAR.test(value) ? 'http' : 'https'}://${value}`;
}
