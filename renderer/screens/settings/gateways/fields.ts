import type { GatewayKindView } from '#shared/contract';

/** What is typed into the fields of a gateway, as its settings. */

export type GatewayField = GatewayKindView['fields'][number];

/**
 * The settings to save. Empty fields are left out, and so is an untouched secret: the core keeps the one it has. What is to
 * be a number becomes one where it is; otherwise the core says what is wrong.
 */
export function configOf(
  fields: readonly Pick<GatewayField, 'name' | 'input'>[],
  typed: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const config: Record<string, unknown> = {};
  for (const { name, input } of fields) {
    const value = (typed[name] ?? '').trim();
    if (value === '') continue;
    config[name] = input === 'number' && /^\d+$/.test(value) ? Number(value) : value;
  }
  return config;
}

/** The stored settings as texts; secrets come without their value. */
export function typedOf(config: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)]),
  );
}

/** Required fields that are neither typed nor, for secrets, already set. */
export function missingOf<Field extends Pick<GatewayField, 'name' | 'isSecret' | 'isRequired'>>(
  fields: readonly Field[],
  typed: Readonly<Record<string, string>>,
  secretsSet: readonly string[],
): readonly Field[] {
  return fields
    .filter((field) => field.isRequired && (typed[field.name] ?? '').trim() === '')
    .filter((field) => !(field.isSecret && secretsSet.includes(field.name)));
}
