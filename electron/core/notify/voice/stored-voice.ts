import { z } from 'zod';
import { type Author, getRow, getSecret, putRow, putSecret, type ReadDb, type WriteDb } from '#core/store';
import { keepDestinations, mayBeSent } from '../secret-places.ts';
import { VoiceKind, voiceKinds } from './index.ts';
import type { VoiceSettings } from './voice-manager.ts';

/** The settings of the gateway for calls at rest: what may be shown in one row, its secrets in a table of their own. */

const ROW = 'voice';
const StoredVoice = z.object({ kind: z.string().nullable(), config: z.record(z.string(), z.unknown()) });

/** As stored, secrets put back; null where none is set up. A kind nobody knows where it cannot be read. */
export function storedVoice(
  db: ReadDb,
): (VoiceSettings & { readonly config: Readonly<Record<string, unknown>> }) | null {
  const row = getRow(db, 'setting', ROW);
  if (!row) return null;
  const stored = StoredVoice.safeParse(row.value);
  if (!stored.success) return { kind: 'unreadable', config: {} };
  const { kind, config } = stored.data;
  if (kind === null) return null;
  const secrets = voiceSecrets(kind).flatMap((name) => {
    const value = getSecret(db, secretId(kind, name));
    return value === null ? [] : [[name, value] as const];
  });
  return { kind, config: { ...config, ...Object.fromEntries(secrets) } };
}

/** The fields of a kind that are never shown again. */
export function voiceSecrets(kind: string): readonly string[] {
  const known = VoiceKind.safeParse(kind);
  return known.success ? voiceKinds[known.data].secretFields : [];
}

export type SplitVoice = {
  readonly open: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Secrets on file that were entered for another server than these settings name: they have to be entered again. */
  readonly withheld: readonly string[];
};

/** Settings as they were entered, in two parts. An empty secret keeps the one on file. */
export function splitVoice(db: ReadDb, kind: string, config: Readonly<Record<string, unknown>>): SplitVoice {
  const names = voiceSecrets(kind);
  const secrets: Record<string, string> = {};
  const withheld: string[] = [];
  const stored = storedVoice(db);
  const placed = { row: ROW, kind, before: stored?.kind === kind ? stored.config : null };
  const known = VoiceKind.safeParse(kind);
  const asked = known.success ? voiceKinds[known.data] : null;
  for (const name of names) {
    const given = config[name];
    const kept = getSecret(db, secretId(kind, name));
    if (typeof given === 'string' && given !== '') secrets[name] = given;
    else if (kept !== null && asked && !mayBeSent(db, asked, placed, name, config)) withheld.push(name);
    else if (kept !== null) secrets[name] = kept;
  }
  const open = Object.fromEntries(
    Object.entries(config).filter(([name, value]) => !names.includes(name) && value !== '' && value !== null),
  );
  return { open, secrets, withheld };
}

/** Writes down which gateway for calls is in use from now on; null: none. */
export function keepVoice(db: WriteDb, author: Author, kind: string | null, { open, secrets }: SplitVoice): void {
  const known = VoiceKind.safeParse(kind);
  if (kind !== null && known.success) {
    for (const [name, value] of Object.entries(secrets)) putSecret(db, secretId(kind, name), value, author);
    keepDestinations(db, author, voiceKinds[known.data], { row: ROW, kind }, { open, secrets });
  }
  putRow(db, 'setting', { id: ROW, value: { kind, config: kind === null ? {} : open } }, author);
}

function secretId(kind: string, name: string): string {
  return `voice.${kind}.${name}`;
}
