import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Author, getRow, getSecret, putRow, putSecret, type ReadDb, removeRow, type WriteDb } from '#core/store';
import type { MessageSlot } from '#shared/contract';
import type { GatewaySettings } from './gateway-place.ts';
import { GatewayKind, gatewayKinds } from './gateways/index.ts';
import { keepDestinations, mayBeSent } from './secret-places.ts';

/** The settings of each place at rest: what may be shown in one row, its secrets in a table of their own. */

const StoredGateway = z.object({ kind: z.string(), config: z.record(z.string(), z.unknown()) });
type Stored = { readonly kind: string; readonly config: Record<string, unknown> };

/** The primary's row is called as the only gateway's was. */
function rowId(slot: MessageSlot): string {
  return slot === 'primary' ? 'gateway' : `gateway.${slot}`;
}

/**
 * The gateway of a place as stored, secrets put back: what the core starts with. Null where the place is empty; the
 * primary's never is. A kind nobody knows where it cannot be read.
 */
export function storedGateway(db: ReadDb, slot: 'primary'): Stored;
export function storedGateway(db: ReadDb, slot: MessageSlot): Stored | null;
export function storedGateway(db: ReadDb, slot: MessageSlot): Stored | null {
  const row = getRow(db, 'setting', rowId(slot));
  if (!row && slot !== 'primary') return null;
  const stored = StoredGateway.safeParse(row?.value ?? { kind: 'practice', config: {} });
  if (!stored.success) return { kind: 'unreadable', config: {} };
  const { kind, config } = stored.data;
  const secrets = secretNames(kind).flatMap((name) => {
    const value = getSecret(db, secretId(slot, kind, name));
    return value === null ? [] : [[name, value] as const];
  });
  return { kind, config: { ...config, ...Object.fromEntries(secrets) } };
}

/** What every place starts with. */
export function storedGateways(db: ReadDb): { readonly [Slot in MessageSlot]: GatewaySettings | null } {
  return {
    primary: storedGateway(db, 'primary'),
    fallback: storedGateway(db, 'fallback'),
    push: storedGateway(db, 'push'),
  };
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
  /** Secrets on file that were entered for another server than these settings name: they have to be entered again. */
  readonly withheld: readonly string[];
};

/** An empty secret keeps the one on file; one that the desk makes up is made up when there is none. */
export function splitSecrets(
  db: ReadDb,
  slot: MessageSlot,
  kind: GatewayKind,
  config: Readonly<Record<string, unknown>>,
): SplitSettings {
  const names = secretNames(kind);
  const secrets: Record<string, string> = {};
  const withheld: string[] = [];
  const stored = storedGateway(db, slot);
  const placed = { row: rowId(slot), kind, before: stored?.kind === kind ? stored.config : null };
  for (const name of names) {
    const given = config[name];
    const kept = getSecret(db, secretId(slot, kind, name));
    if (typeof given === 'string' && given !== '') secrets[name] = given;
    else if (kept !== null && !mayBeSent(db, gatewayKinds[kind], placed, name, config)) withheld.push(name);
    else if (kept !== null) secrets[name] = kept;
    else if (gatewayKinds[kind].madeUpFields.includes(name)) secrets[name] = randomBytes(24).toString('base64url');
  }
  const open = Object.fromEntries(
    Object.entries(config).filter(([name, value]) => !names.includes(name) && value !== '' && value !== null),
  );
  return { open, secrets, withheld };
}

/** Writes down which gateway stands in a place from now on. */
export function keepGateway(
  db: WriteDb,
  author: Author,
  {
    slot,
    kind,
    settings,
  }: { readonly slot: MessageSlot; readonly kind: GatewayKind; readonly settings: SplitSettings },
): void {
  for (const [name, value] of Object.entries(settings.secrets))
    putSecret(db, secretId(slot, kind, name), value, author);
  keepDestinations(db, author, gatewayKinds[kind], { row: rowId(slot), kind }, settings);
  putRow(db, 'setting', { id: rowId(slot), value: { kind, config: settings.open } }, author);
}

/** A place is empty from now on. Its secrets stay on file: whoever puts the gateway back is not asked again. */
export function emptyPlace(db: WriteDb, author: Author, slot: 'fallback' | 'push'): void {
  if (getRow(db, 'setting', rowId(slot))) removeRow(db, 'setting', rowId(slot), author);
}

function secretId(slot: MessageSlot, kind: string, name: string): string {
  return slot === 'primary' ? `gateway.${kind}.${name}` : `gateway.${slot}.${kind}.${name}`;
}
