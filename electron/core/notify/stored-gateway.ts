import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Author, getRow, getSecret, putRow, putSecret, type ReadDb, type WriteDb } from '#core/store';
import { GatewayKind, gatewayKinds } from './gateways/index.ts';

/** The gateway's settings at rest: what may be shown in one row, its secrets in a table of their own. */

const StoredGateway = z.object({ kind: z.string(), config: z.record(z.string(), z.unknown()) });

/** The gateway as stored, secrets put back: what the core starts with. A kind nobody knows where it cannot be read. */
export function storedGateway(db: ReadDb): { readonly kind: string; readonly config: Record<string, unknown> } {
  const row = getRow(db, 'setting', 'gateway');
  const stored = StoredGateway.safeParse(row?.value ?? { kind: 'practice', config: {} });
  if (!stored.success) return { kind: 'unreadable', config: {} };
  const { kind, config } = stored.data;
  const secrets = secretNames(kind).flatMap((name) => {
    const value = getSecret(db, secretId(kind, name));
    return value === null ? [] : [[name, value] as const];
  });
  return { kind, config: { ...config, ...Object.fromEntries(secrets) } };
}

/** The fields of a kind that are never shown again. */
export function secretNames(kind: string): readonly string[] {
  const parsed = GatewayKind.safeParse(kind);
  return parsed.success ? gatewayKinds[parsed.data].secretFields : [];
}

/** Settings as they were entered, in two parts. */
export type SplitSettings = {
  readonly open: Record<string, unknown>;
  readonly secrets: Readonly<Record<string, string>>;
};

/** An empty secret keeps the one on file; one that the desk makes up is made up when there is none. */
export function splitSecrets(db: ReadDb, kind: GatewayKind, config: Record<string, unknown>): SplitSettings {
  const names = secretNames(kind);
  const secrets: Record<string, string> = {};
  for (const name of names) {
    const given = config[name];
    const kept = getSecret(db, secretId(kind, name));
    if (typeof given === 'string' && given !== '') secrets[name] = given;
    else if (kept !== null) secrets[name] = kept;
    else if (gatewayKinds[kind].madeUpFields.includes(name)) secrets[name] = randomBytes(24).toString('base64url');
  }
  const open = Object.fromEntries(
    Object.entries(config).filter(([name, value]) => !names.includes(name) && value !== '' && value !== null),
  );
  return { open, secrets };
}

/** Writes down which gateway is in use from now on. */
export function keepGateway(db: WriteDb, author: Author, kind: GatewayKind, { open, secrets }: SplitSettings): void {
  for (const [name, value] of Object.entries(secrets)) putSecret(db, secretId(kind, name), value, author);
  putRow(db, 'setting', { id: 'gateway', value: { kind, config: open } }, author);
}

function secretId(kind: string, name: string): string {
  return `gateway.${kind}.${name}`;
}
