import { z } from 'zod';
import type { GatewaySink, InboundMessage } from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';
import { keptFile } from './kept-file.ts';

/** A reply in a gateway's list, and when it says that it came. */
export type Listed = { readonly at: number; readonly message: InboundMessage };

export type HeardBook = {
  /** Reads what was kept; once, before anything else. */
  open(): Promise<void>;
  isKnown(id: string): boolean;
  /** Resolves when everything is on the disk. */
  written(): Promise<void>;
  /**
   * Hands in what is not known yet, the oldest first; throws where the core could not commit one, which is then offered
   * again. `list`: all that the gateway has, of which a first one holds what came before the gateway was ours.
   */
  handIn(listed: readonly Listed[], sink: GatewaySink, of: 'list' | 'call'): Promise<void>;
};

/** How far back a gateway's list is looked through. */
export const LOOK_BACK_MS = 26 * 60 * 60_000;
/** Clocks of phones are off by minutes. */
const CLOCK_SLACK_MS = 10 * 60_000;

const Kept = z.array(z.object({ id: z.string(), at: z.number() }));

/**
 * Which replies of a gateway's list have been handed in. The core knows its replies by their ids; this spares it the whole
 * list at each round, and keeps what lay there before the gateway was ever ours from being taken for new.
 */
export function heardBook(
  { folder, now, log }: { readonly folder: string | null; readonly now: () => number; readonly log: GatewayLog },
  file: string,
): HeardBook {
  const kept = keptFile(folder, file, { schema: Kept, log });
  const known = new Map<string, number>();
  /** From when replies are ours; null once it has been settled what lay there before. */
  let oursFrom: number | null = now() - CLOCK_SLACK_MS;
  let opening: Promise<void> | null = null;

  const save = (): Promise<void> => {
    // Twice as long as a list is looked through: what is forgotten must not be listed any more.
    for (const [id, at] of known) if (at < now() - 2 * LOOK_BACK_MS) known.delete(id);
    return kept.write([...known].map(([id, at]) => ({ id, at })));
  };

  return {
    open() {
      opening ??= kept.read().then((found) => {
        if (found.kind === 'none') return;
        // Where it cannot be read everything is handed in: the core knows what it has had.
        oursFrom = null;
        if (found.kind === 'kept') for (const { id, at } of found.value) known.set(id, at);
      });
      return opening;
    },
    isKnown: (id) => known.has(id),
    written: kept.written,
    async handIn(listed, sink, of) {
      const limit = of === 'list' ? oursFrom : null;
      // Lists are newest first: of two in the same second the one further down came before.
      const fresh = listed
        .filter(({ message }) => !known.has(message.id))
        .toReversed()
        .toSorted((a, b) => a.at - b.at);
      try {
        for (const { at, message } of fresh) {
          // It was on two pages, because one came in between.
          if (known.has(message.id)) continue;
          if (limit === null || at >= limit) await sink.inbound(message);
          known.set(message.id, at);
        }
        if (of === 'list') oursFrom = null;
      } finally {
        if (fresh.length > 0 || limit !== null) await save();
      }
    },
  };
}
