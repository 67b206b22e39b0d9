import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#shared/contract';
import type { GatewayLog } from './gateway-log.ts';
import type { HeldPart } from './smpp-inbound.ts';

/** Parts of texts that are not whole yet. They were acknowledged to the SMSC, so they are on disk before that. */
export type PartSpool = {
  partsOf(text: string): readonly HeldPart[];
  /** False where it cannot be kept: then the SMSC has to. */
  keep(part: HeldPart): boolean;
  drop(text: string): void;
  /** Texts that wait, and when their first part came. */
  open(): readonly (readonly [text: string, at: Instant])[];
};

const Held = z.object({
  text: z.string().regex(/^[0-9a-f]{32}$/),
  id: z.string(),
  from: z.string(),
  to: z.string(),
  place: z.object({ series: z.int(), part: z.int().min(1).max(255), parts: z.int().min(2).max(255) }),
  dataCoding: z.int(),
  bytes: z.string(),
  at: z.int(),
});

const FILE = /^smpp-part-[0-9a-f]{32}-\d{1,3}\.json$/;
const fileOf = ({ text, place }: HeldPart): string => `smpp-part-${text}-${place.part}.json`;

function readHeld(path: string): HeldPart | null {
  try {
    const read = Held.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function writeDurably(path: string, content: string): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** Without a folder parts are kept in memory only: one that is there when the core ends is lost. */
export function partSpool(folder: string | null, log: GatewayLog): PartSpool {
  /** Whether it could be done. */
  const tried = (what: () => void): boolean => {
    try {
      what();
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log('warn', 'smpp: a part of a reply cannot be written or let go', { error: code });
      return false;
    }
  };
  const held = new Map<string, HeldPart[]>();
  const put = (part: HeldPart): void => {
    const others = (held.get(part.text) ?? []).filter((each) => each.place.part !== part.place.part);
    held.set(part.text, [...others, part]);
  };
  if (folder !== null) {
    const files = readdirSync(folder).filter((name) => FILE.test(name));
    const found = files.map((name) => readHeld(join(folder, name))).filter((part) => part !== null);
    for (const part of found.toSorted((a, b) => a.at - b.at)) put(part);
  }
  return {
    partsOf: (text) => held.get(text) ?? [],
    keep(part) {
      const isKept = folder === null || tried(() => writeDurably(join(folder, fileOf(part)), JSON.stringify(part)));
      if (isKept) put(part);
      return isKept;
    },
    drop(text) {
      // One that stays is handed in once more after a restart, under the same id.
      for (const part of held.get(text) ?? [])
        if (folder !== null) tried(() => rmSync(join(folder, fileOf(part)), { force: true }));
      held.delete(text);
    },
    open: () => [...held].map(([text, parts]) => [text, Math.min(...parts.map((part) => part.at))] as const),
  };
}
