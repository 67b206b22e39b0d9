/** What is typed into the fields of a gateway, as its settings. */

const NUMERIC = /(Port|Ms)$/;

/**
 * The settings to save. Empty fields are left out, and so is an untouched secret: the core keeps the one it has.
 * Fields named as numbers (`…Port`, `…Ms`) become numbers where they are; otherwise the core says what is wrong.
 */
export function configOf(typed: Readonly<Record<string, string>>): Record<string, unknown> {
  const config: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(typed)) {
    const value = text.trim();
    if (value === '') continue;
    config[name] = NUMERIC.test(name) && /^\d+$/.test(value) ? Number(value) : value;
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
export function missingOf<
  Field extends { readonly name: string; readonly isSecret: boolean; readonly isRequired: boolean },
>(fields: readonly Field[], typed: Readonly<Record<string, string>>, secretsSet: readonly string[]): readonly Field[] {
  return fields
    .filter((field) => field.isRequired && (typed[field.name] ?? '').trim() === '')
    .filter((field) => !(field.isSecret && secretsSet.includes(field.name)));
}

export type TestStage = 'waiting' | 'accepted' | 'delivered' | 'failed';

/** Where a test message stands. `unknown` is no failure: it may have left. */
export function stageOf(state: string): TestStage {
  switch (state) {
    case 'accepted':
    case 'sent':
    case 'unconfirmed':
      return 'accepted';
    case 'delivered':
      return 'delivered';
    case 'failed':
    case 'expired':
    case 'cancelled':
    case 'rejected':
      return 'failed';
    default:
      return 'waiting';
  }
}
