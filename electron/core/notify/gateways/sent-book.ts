import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OutMessage } from '../driver.ts';
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
  /** When the gateway is asked about it next. */
  readonly askAt: number;
};

export type SentBook = {
  /** Reads what was kept; once, before anything else. */
  open(): Promise<void>;
  /** Before the message leaves. Resolves when a core that dies now would know of it. */
  begin(message: OutMessage): Promise<void>;
  /** The gateway has it. */
  took(key: string, ref: string | null): void;
  /** Nothing more is to be heard of it: it did not leave, or its last state is known. */
  close(key: string): void;
  /** Not known yet: asked again later, the longer it takes the more rarely. */
  putOff(key: string): void;
  get(key: string): Sent | null;
  byRef(ref: string): Sent | null;
  /** What the gateway is asked about now; a few at a time. */
  due(): readonly Sent[];
};

/** A gateway that has said nothing by then says nothing more. */
const LONGEST_MS = 2 * 24 * 60 * 60_000;
const FIRST_ASK_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const MOST_AT_ONCE = 20;

const Kept = z.array(
  z.object({ key: z.string(), ref: z.string().nullable(), mark: z.string(), sentAt: z.number(), askAt: z.number() }),
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

  const save = (): Promise<void> => {
    for (const each of open.values()) if (each.sentAt < now() - LONGEST_MS) open.delete(each.key);
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
        if (found.kind !== 'kept') return;
        for (const row of found.value) if (!open.has(row.key)) open.set(row.key, row);
      });
      return opening;
    },
    async begin({ key, to, text }) {
      await book.open();
      const before = open.get(key);
      const at = now();
      // A repeat: the one of before may still turn up.
      open.set(key, { key, ref: before?.ref ?? null, mark: markOf(to, text), sentAt: before?.sentAt ?? at, askAt: at });
      await save();
    },
    took: (key, ref) => change(key, { ref, askAt: now() + FIRST_ASK_MS }),
    close(key) {
      if (open.delete(key)) void save();
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
        .filter((each) => each.ref !== null && each.askAt <= now())
        .toSorted((a, b) => a.askAt - b.askAt)
        .slice(0, MOST_AT_ONCE),
  };
  return book;
}
