import { z } from 'zod';
import type { BothLanguages } from '#shared/contract';
import { chainHash, HASH_PATTERN, personalHash, SALT_PATTERN } from '../guard/chain.ts';

const Hash = z.string().regex(HASH_PATTERN);

/** One line of the log as it stands in the database. `prev` is the hash of the line before it in the whole log. */
export const EvidenceLine = z.strictObject({
  seq: z.number().int().positive(),
  at: z.number().int().nonnegative(),
  prev: Hash,
  payload: z.string(),
  hash: Hash,
});
export type EvidenceLine = Readonly<z.infer<typeof EvidenceLine>>;

/** A value the log keeps only the fingerprint of; after redaction it is named and nothing more is known of it. */
export const EvidencePersonal = z.union([
  z.strictObject({ id: z.string().min(1), salt: z.string().regex(SALT_PATTERN), value: z.string() }),
  z.strictObject({ id: z.string().min(1), isRedacted: z.literal(true) }),
]);
export type EvidencePersonal = Readonly<z.infer<typeof EvidencePersonal>>;

/** What happened in one incident, in a form that proves by itself that nobody rewrote it. */
export const EvidenceFile = z.strictObject({
  format: z.literal('nightdesk-evidence'),
  v: z.literal(1),
  company: z.string(),
  /** For the reader; nothing here is proof, the lines are. */
  incident: z.strictObject({
    id: z.string(),
    number: z.number().int(),
    tier: z.string(),
    category: z.string(),
    place: z.string(),
    outcome: z.string(),
  }),
  /** Why somebody was not told, as the log says it; for the reader too, and absent in files of before. */
  whyNot: z
    .array(
      z.strictObject({
        at: z.number().int(),
        whom: z.string(),
        what: z.string(),
        rule: z.union([z.number(), z.string()]),
        words: z.strictObject({ en: z.string(), es: z.string() }),
      }),
    )
    .readonly()
    .optional(),
  exportedAt: z.number().int().nonnegative(),
  by: z.string(),
  /** Of the product that made the file. */
  version: z.string().optional(),
  /** The end of the whole log when the file was made. */
  head: z.strictObject({ seq: z.number().int().nonnegative(), hash: Hash }),
  lines: z.array(EvidenceLine).min(1),
  personal: z.array(EvidencePersonal),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export type EvidenceInput = Omit<EvidenceFile, 'format' | 'v'>;

/**
 * The evidence file of one incident: its own log lines in order, and of the personal values just those they mention.
 *
 * @param input `lines` in any order; `personal` may hold more than is needed
 */
export function buildEvidence(input: EvidenceInput): EvidenceFile {
  const lines = input.lines.toSorted((a, b) => a.seq - b.seq);
  const mentioned = new Set(lines.flatMap((line) => mentionsIn(parseJson(line.payload)).map((mention) => mention.id)));
  return {
    format: 'nightdesk-evidence',
    v: 1,
    company: input.company,
    incident: input.incident,
    ...(input.whyNot === undefined ? {} : { whyNot: input.whyNot }),
    exportedAt: input.exportedAt,
    by: input.by,
    ...(input.version === undefined ? {} : { version: input.version }),
    head: input.head,
    lines,
    personal: input.personal.filter((personal) => mentioned.has(personal.id)),
  };
}

export type EvidenceVerdict =
  | {
      readonly ok: true;
      readonly lines: number;
      readonly head: EvidenceFile['head'];
      /** Ids of values that were redacted and can no longer be shown. */
      readonly redacted: readonly string[];
    }
  | { readonly ok: false; readonly reason: BothLanguages; readonly line?: number };

type Refusal = Extract<EvidenceVerdict, { ok: false }>;

/**
 * Checks an evidence file by itself: every line matches its hash, neighbours follow each other, the last one agrees with
 * the head, and every personal value is the one the log saw. That the head is the log's own shows `verify --anchor`.
 *
 * @param json the parsed file, from anywhere
 */
export function verifyEvidence(json: unknown): EvidenceVerdict {
  const parsed = EvidenceFile.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuse(`This is not an evidence file (${where}).`, `Esto no es un archivo de evidencia (${where}).`);
  }
  const file = parsed.data;
  const refusal = refuseLines(file) ?? refusePersonal(file);
  if (refusal !== null) return refusal;
  const redacted = file.personal.filter((personal) => 'isRedacted' in personal).map((personal) => personal.id);
  return { ok: true, lines: file.lines.length, head: file.head, redacted };
}

function refuseLines(file: EvidenceFile): Refusal | null {
  let before: EvidenceLine | undefined;
  for (const line of file.lines) {
    if (chainHash(line.prev, line.payload) !== line.hash) {
      return refuse(
        `Line ${line.seq} was changed: it does not match its hash.`,
        `La línea ${line.seq} fue alterada: no coincide con su huella.`,
        line.seq,
      );
    }
    const event = parseJson(line.payload);
    if (!isObject(event) || event.at !== line.at) {
      return refuse(
        `Line ${line.seq} shows another time than the log recorded.`,
        `La línea ${line.seq} muestra otra hora que la registrada.`,
        line.seq,
      );
    }
    if (before !== undefined && line.seq <= before.seq) {
      return refuse(`Line ${line.seq} is out of order.`, `La línea ${line.seq} está fuera de orden.`, line.seq);
    }
    if (before !== undefined && line.seq === before.seq + 1 && line.prev !== before.hash) {
      return refuse(
        `Line ${line.seq} does not follow line ${before.seq}.`,
        `La línea ${line.seq} no sigue a la línea ${before.seq}.`,
        line.seq,
      );
    }
    before = line;
  }
  return refuseHead(file, before);
}

function refuseHead(file: EvidenceFile, last: EvidenceLine | undefined): Refusal | null {
  if (last === undefined) return null;
  const isBeyond = last.seq > file.head.seq;
  const isOther = last.seq === file.head.seq && last.hash !== file.head.hash;
  const isBroken = isOther || isBeyond;
  if (!isBroken) return null;
  return refuse(
    `The head ${file.head.seq} does not agree with the last line, ${last.seq}.`,
    `La cabeza ${file.head.seq} no concuerda con la última línea, ${last.seq}.`,
    last.seq,
  );
}

function refusePersonal(file: EvidenceFile): Refusal | null {
  const known = new Map(file.personal.map((personal) => [personal.id, personal]));
  if (known.size !== file.personal.length) {
    return refuse('A personal value stands there twice.', 'Un dato personal aparece dos veces.');
  }
  const unmentioned = new Set(known.keys());
  for (const line of file.lines) {
    for (const mention of mentionsIn(parseJson(line.payload))) {
      const personal = known.get(mention.id);
      unmentioned.delete(mention.id);
      if (personal === undefined) {
        return refuse(
          `Line ${line.seq} mentions a personal value that is neither here nor said to be redacted.`,
          `La línea ${line.seq} menciona un dato personal que no está aquí ni consta como suprimido.`,
          line.seq,
        );
      }
      if ('value' in personal && personalHash(personal.salt, personal.value) !== mention.hash) {
        return refuse(
          `A personal value of line ${line.seq} was changed: it is not the one the log saw.`,
          `Un dato personal de la línea ${line.seq} fue alterado: no es el que vio el registro.`,
          line.seq,
        );
      }
    }
  }
  if (unmentioned.size === 0) return null;
  return refuse('A personal value belongs to no line.', 'Un dato personal no pertenece a ninguna línea.');
}

type Mention = { readonly id: string; readonly hash: string };

/** Every `{"$p": id, "h": hash}` in a payload, however deep. */
function mentionsIn(value: unknown): readonly Mention[] {
  if (Array.isArray(value)) return value.flatMap(mentionsIn);
  if (!isObject(value)) return [];
  // A reference without a proper hash still counts as one, and then matches nothing.
  if (typeof value.$p === 'string') return [{ id: value.$p, hash: typeof value.h === 'string' ? value.h : '' }];
  return Object.values(value).flatMap(mentionsIn);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `undefined` for what is not JSON; the hash has spoken by then, or will. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(en: string, es: string, line?: number): Refusal {
  return { ok: false, reason: { en, es }, ...(line === undefined ? {} : { line }) };
}
