import { z } from 'zod';
import type { BothLanguages } from '#shared/contract';
import { CHAIN_START, chainHash, HASH_PATTERN, personalHash } from './chain.ts';

/** A place in the log: the number of a line and its hash. Documents print it as `seq:hash`. */
export type Anchor = { readonly seq: number; readonly hash: string };

/** What is needed of a line, as it stands in the database. */
export type CheckedLine = {
  readonly seq: number;
  /** Whose line it is, by the column that is looked up; the payload must say the same. */
  readonly incidentId: string | null;
  readonly payload: string;
  readonly hash: string;
};

/** Salts and values by id; ids that are missing are no longer there. */
export type PersonalLookup = (
  ids: readonly number[],
) => ReadonlyMap<number, { readonly salt: string; readonly value: string }>;

export type VerifyResult =
  | {
      readonly ok: true;
      /** How many lines were checked. */
      readonly lines: number;
      readonly head: Anchor;
      /** Personal values that lines mention and that a later line says were redacted. */
      readonly redacted: number;
    }
  /** `seq`: the first line that does not hold; null when no line could be read. */
  | { readonly ok: false; readonly seq: number | null; readonly reason: BothLanguages };

/** The line that a redaction appends: which values, by whom, why. */
const Redacted = z.object({ type: z.literal('redacted'), ids: z.array(z.string().regex(/^\d+$/)) });

type Broken = Extract<VerifyResult, { ok: false }>;
type Mention = { readonly seq: number; readonly id: number; readonly hash: string };

/** Where the chain begins: there is no line before the first. */
export const LOG_START: Anchor = { seq: 0, hash: CHAIN_START };

// Inside a JSON text a quote always has a backslash before it, so words of a person can never look like a reference.
const REFERENCE = /\{"\$p":"(\d+)","h":"([0-9a-f]{64})"\}/g;
/** How many references are looked up with one query. */
const BATCH = 5_000;

/** Reads `SEQ:HASH` as documents print it; null where it is something else. */
export function parseAnchor(text: string): Anchor | null {
  const [seq = '', hash = '', ...more] = text.trim().toLowerCase().split(':');
  if (more.length > 0 || !/^\d{1,15}$/.test(seq) || !HASH_PATTERN.test(hash)) return null;
  return { seq: Number(seq), hash };
}

/**
 * Checks lines of the log one after the other: none missing, none changed, every personal value the one the log saw, and
 * the line an anchor names still there with the anchor's hash.
 *
 * @param lines in order, following `after`
 * @param after the line before the first of them, itself not checked
 */
export function verifyLines(
  lines: Iterable<CheckedLine>,
  lookUp: PersonalLookup,
  anchor: Anchor | null = null,
  after: Anchor = LOG_START,
): VerifyResult {
  const personal = personalCheck(lookUp);
  let head = after;
  let count = 0;
  let broken = refuseAnchorAt(head, anchor);
  for (const line of lines) {
    if (broken !== null) break;
    broken = refuseLine(line, head) ?? refuseAnchorAt(line, anchor);
    if (broken !== null) break;
    broken = personal.take(line);
    head = { seq: line.seq, hash: line.hash };
    count += 1;
  }
  // A personal value that waits in the batch belongs to an earlier line than the one that broke.
  broken = personal.finish() ?? broken ?? refuseCutTail(head, anchor) ?? personal.refuseTaken();
  return broken ?? { ok: true, lines: count, head, redacted: personal.redacted() };
}

/** A line of an incident begins with its id; any other line does not begin so. */
function isOwn({ incidentId, payload }: CheckedLine): boolean {
  if (incidentId === null) return !payload.startsWith('{"incidentId":');
  return payload.startsWith(`{"incidentId":${JSON.stringify(incidentId)}`);
}

function refuseLine(line: CheckedLine, before: Anchor): Broken | null {
  const expected = before.seq + 1;
  if (line.seq !== expected) {
    return refuse(
      expected,
      `Line ${expected} is missing: after line ${before.seq} comes line ${line.seq}.`,
      `Falta la línea ${expected}: después de la línea ${before.seq} viene la ${line.seq}.`,
    );
  }
  if (chainHash(before.hash, line.payload) !== line.hash) {
    return refuse(
      line.seq,
      `Line ${line.seq} was changed: it does not match its hash.`,
      `La línea ${line.seq} fue alterada: no coincide con su huella.`,
    );
  }
  if (isOwn(line)) return null;
  return refuse(
    line.seq,
    `Line ${line.seq} was moved to another incident.`,
    `La línea ${line.seq} fue pasada a otro incidente.`,
  );
}

function refuseAnchorAt(line: Anchor, anchor: Anchor | null): Broken | null {
  if (anchor === null || line.seq !== anchor.seq || line.hash === anchor.hash) return null;
  return refuse(
    line.seq,
    `Line ${line.seq} has another hash than the anchor: the log was rewritten at this line or before it.`,
    `La línea ${line.seq} tiene otra huella que el ancla: el registro fue reescrito en esa línea o antes.`,
  );
}

function refuseCutTail(head: Anchor, anchor: Anchor | null): Broken | null {
  if (anchor === null || anchor.seq <= head.seq) return null;
  return refuse(
    head.seq + 1,
    `Line ${head.seq + 1} is missing: the log ends at line ${head.seq}, but the anchor names line ${anchor.seq}. Its end was cut off.`,
    `Falta la línea ${head.seq + 1}: el registro termina en la línea ${head.seq}, pero el ancla nombra la línea ${anchor.seq}. Le cortaron el final.`,
  );
}

/** Gathers references and looks their values up many at a time: one query per value would take most of the time. */
function personalCheck(lookUp: PersonalLookup): {
  take(line: CheckedLine): Broken | null;
  finish(): Broken | null;
  /** Once all lines were taken: a value that is gone although no line says that it was redacted. */
  refuseTaken(): Broken | null;
  redacted(): number;
} {
  /** Values that are gone, and the first line that mentions each. */
  const gone = new Map<number, number>();
  const redacted = new Set<number>();
  let waiting: Mention[] = [];
  const finish = (): Broken | null => {
    const mentions = waiting;
    waiting = [];
    if (mentions.length === 0) return null;
    const rows = lookUp(mentions.map((mention) => mention.id));
    for (const { seq, id, hash } of mentions) {
      const row = rows.get(id);
      if (row === undefined) gone.set(id, Math.min(seq, gone.get(id) ?? seq));
      else if (personalHash(row.salt, row.value) !== hash) {
        return refuse(
          seq,
          `A personal value of line ${seq} was changed: it is not the one the log saw.`,
          `Un dato personal de la línea ${seq} fue alterado: no es el que vio el registro.`,
        );
      }
    }
    return null;
  };
  return {
    take: ({ seq, payload }) => {
      for (const id of redactedIn(payload)) redacted.add(id);
      if (!payload.includes('"$p"')) return null;
      for (const [, id, hash = ''] of payload.matchAll(REFERENCE)) waiting.push({ seq, id: Number(id), hash });
      return waiting.length < BATCH ? null : finish();
    },
    finish,
    refuseTaken() {
      const taken = [...gone].filter(([id]) => !redacted.has(id)).map(([, seq]) => seq);
      if (taken.length === 0) return null;
      const seq = Math.min(...taken);
      return refuse(
        seq,
        `A personal value of line ${seq} is gone, and no line says that it was redacted.`,
        `Falta un dato personal de la línea ${seq} y ninguna línea dice que fue suprimido.`,
      );
    },
    redacted: () => gone.size,
  };
}

/** The ids that a line says were redacted; nearly every line names none. */
function redactedIn(payload: string): readonly number[] {
  if (!payload.includes('"type":"redacted"')) return [];
  const line = Redacted.safeParse(JSON.parse(payload));
  return line.success ? line.data.ids.map(Number) : [];
}

function refuse(seq: number, en: string, es: string): Broken {
  return { ok: false, seq, reason: { en, es } };
}
