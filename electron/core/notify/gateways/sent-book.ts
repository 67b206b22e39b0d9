import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryReport, GatewaySink, OutMessage } from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';
import { keptFile } from './kept-file.ts';

/**
 * What was handed to a gateway that has to be asked what became of it. Kept over a restart, so that receipts of before it
 * are heard; without numbers and texts, of which only a mark is kept.
 */
export type Sent = {
  readonly key: string;
  /** The gateway's own name for it; null while its answer is out, or was lost. */
  readonly ref: string | null;
  /** Of number and text: finds the message again in a list of the gateway. */
  readonly mark: string;
  readonly sentAt: number;
  /** Of the last of its attempts; `sentAt` is of the first. */
  readonly triedAt: number;
  /** It was tried before: a refusal says nothing of what the earlier attempt came to. */
  readonly isRepeat: boolean;
  /** When the gateway is asked about it next; null once its last state is known. */
  readonly askAt: number | null;
};

export type SentBook = {
  /** Reads what was kept; once, before anything else. */
  open(): Promise<void>;
  /**
   * Before the message leaves. Resolves when a core that dies now would know of it. `ref`: the gateway's name for it, where
   * we give it one ourselves.
   */
  begin(message: OutMessage, ref?: string): Promise<void>;
  /** The gateway has it. */
  took(key: string, ref: string | null): void;
  /** Its last state is known, or nothing more is to be heard. */
  settled(key: string): void;
  /** The gateway refused it: the attempt is as if it had never been. What an earlier one came to is still open. */
  drop(key: string): void;
  /** Hands in what became of a message. Rejects where the core cannot commit it: then the others have their turn before it. */
  handIn(report: DeliveryReport, sink: GatewaySink): Promise<void>;
  /** Not known yet: asked again later, the longer it takes the more rarely. */
  putOff(key: string): void;
  get(key: string): Sent | null;
  byRef(ref: string): Sent | null;
  /** What the gateway is asked about now; a few at a time. */
  due(): readonly Sent[];
  /** Resolves when everything is on the disk. */
  written(): Promise<void>;
  /** Whatever left in the last hours stands in it, that of before a restart included. */
  isComplete(): boolean;
};

/** A gateway that has said nothing by then says nothing more. */
const LONGEST_MS = 2 * 24 * 60 * 60_000;
/** What has arrived is not asked for again. */
const SETTLED_MS = 6 * 60 * 60_000;
const FIRST_ASK_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const MOST_AT_ONCE = 20;

const Kept = z.array(
  z
    .object({
      key: z.string(),
      ref: z.string().nullable(),
      mark: z.string(),
      sentAt: z.number(),
      triedAt: z.number().optional(),
      isRepeat: z.boolean().default(false),
      askAt: z.number().nullable(),
    })
    .transform((row) => ({ ...row, triedAt: row.triedAt ?? row.sentAt })),
);

/** Gateways cut blanks off the ends of a text. */
export const markOf = (to: string, text: string): string =>
  createHash('sha256').update(`${to}\n${text.trim()}`).digest('base64url');

export function sentBook(
  { folder, now, log }: { readonly folder: string | null; readonly now: () => number; readonly log: GatewayLog },
  file: string,
): SentBook {
  const kept = keptFile(folder, file, { schema: Kept, log });
  const open = new Map<string, Sent>();
  let opening: Promise<void> | null = null;
  let isComplete = false;

  const save = (): Promise<void> => {
    for (const { key, sentAt, askAt } of open.values())
      if (sentAt < now() - (askAt === null ? SETTLED_MS : LONGEST_MS)) open.delete(key);
    return kept.write([...open.values()]);
  };
  const change = (key: string, next: Partial<Sent>): void => {
    const sent = open.get(key);
    if (sent === undefined) return;
    open.set(key, { ...sent, ...next });
    void save();
  };

  const book: SentBook = {
    open() {
      opening ??= kept.read().then((found) => {
        isComplete = folder !== null && found.kind !== 'unreadable';
        if (found.kind !== 'kept') return;
        for (const row of found.value) if (!open.has(row.key)) open.set(row.key, row);
      });
      return opening;
    },
    async begin({ key, to, text }, ref) {
      await book.open();
      const before = open.get(key);
      const at = now();
      // A repeat: the one of before may still turn up.
      const name = ref ?? before?.ref ?? null;
      const askAt = at + FIRST_ASK_MS;
      const times = { sentAt: before?.sentAt ?? at, triedAt: at, isRepeat: before !== undefined, askAt };
      open.set(key, { key, ref: name, mark: markOf(to, text), ...times });
      await save();
    },
    took: (key, ref) => change(key, { ref, askAt: now() + FIRST_ASK_MS }),
    settled: (key) => change(key, { askAt: null }),
    drop(key) {
      if (open.get(key)?.isRepeat !== false) return;
      open.delete(key);
      void save();
    },
    async handIn(report, sink) {
      try {
        await sink.delivery(report);
      } catch (error) {
        book.putOff(report.key);
        throw error;
      }
      // What is given back may leave through here once more, as another.
      if (report.state === 'returned') book.drop(report.key);
      book.settled(report.key);
    },
    putOff(key) {
      const sent = open.get(key);
      if (sent === undefined) return;
      const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_ASK_MS, (now() - sent.sentAt) / 4));
      change(key, { askAt: now() + pauseMs });
    },
    get: (key) => open.get(key) ?? null,
    byRef: (ref) => [...open.values()].find((each) => each.ref === ref) ?? null,
    due: () =>
      [...open.values()]
        .filter(({ ref, askAt }) => ref !== null && askAt !== null && askAt <= now())
        .toSorted((a, b) => (a.askAt ?? 0) - (b.askAt ?? 0))
        .slice(0, MOST_AT_ONCE),
    written: kept.written,
    isComplete: () => isComplete,
  };
  return book;
}
