import { createHash, randomUUID } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js';
import type { Instant } from '#shared/contract';
import type { InboundMessage, Timer } from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';
import { senderNumber } from './sender-number.ts';
import { bytesIn, numberIn, type Pdu, textIn } from './smpp-library.ts';
import { type Concatenation, decode, placeOf, type SmsAlphabet, splitHeader } from './smpp-parts.ts';
import type { PartSpool } from './smpp-spool.ts';

/** Parts come within seconds of each other; after this long what there is says more than nothing. */
const PARTS_LIMIT_MS = 120_000;
/** Networks allow a name of 11 letters; whatever is longer is nobody's. */
const LONGEST_SENDER = 100;
/** What stands for a part that never came. */
const GAP = ' […] ';

export type InboundDeps = {
  readonly alphabet: SmsAlphabet;
  readonly country: CountryCode;
  readonly spool: PartSpool;
  readonly timer: Timer;
  readonly now: () => Instant;
  readonly log: GatewayLog;
  /** Resolves once the core has committed it. */
  readonly commit: (message: InboundMessage) => Promise<void>;
};

/** One part as it is kept until the others are there; its bytes as base64, since a letter may lie across a seam. */
export type HeldPart = {
  readonly text: string;
  /** Of the whole text: stable over restarts, given with its first part. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly place: Concatenation;
  readonly dataCoding: number;
  readonly bytes: string;
  readonly at: Instant;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'not an error');

/** Where a text has its place in fields of the command instead of a header. */
function sarPlace(pdu: Pdu): Concatenation | null {
  return placeOf(
    numberIn(pdu, 'sar_msg_ref_num'),
    numberIn(pdu, 'sar_total_segments'),
    numberIn(pdu, 'sar_segment_seqnum'),
  );
}

/**
 * Texts that come in. One in a single piece is acknowledged to the SMSC only after the core has committed it; until then it
 * is offered again, under the same id. Parts of a longer one are written down and acknowledged one by one, since many SMSCs
 * hold back the next part until then; the whole is handed in, again and again where need be, once they are together.
 */
export function inboundReader(deps: InboundDeps) {
  const { alphabet, country, spool } = deps;
  /** Ids of texts that were offered and not committed: the SMSC's next offer of the same is the same text. */
  const offered = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  /** One after the other: "1" and "2" of one phone mean something else the other way round. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return turn;
  }

  const messageOf = (id: string, from: string, to: string, text: string): InboundMessage => ({
    id,
    from: senderNumber(from, country) ?? from.slice(0, LONGEST_SENDER),
    to: senderNumber(to, country),
    text,
  });

  async function takeWhole(pdu: Pdu, body: Buffer): Promise<boolean> {
    const [from, to] = [textIn(pdu, 'source_addr'), textIn(pdu, 'destination_addr')];
    const content = createHash('sha256').update(`${from}\n${to}\n`).update(body).digest('base64');
    const id = offered.get(content) ?? randomUUID();
    offered.set(content, id);
    try {
      await deps.commit(messageOf(id, from, to, decode(body, numberIn(pdu, 'data_coding'), alphabet)));
      offered.delete(content);
      return true;
    } catch (error) {
      deps.log('warn', 'smpp: a reply was not committed, the SMSC will offer it again', { error: nameOf(error) });
      return false;
    }
  }

  /** The whole of a text, from what there is of it. */
  function joined(parts: readonly HeldPart[]): InboundMessage | null {
    const [first] = parts;
    if (first === undefined) return null;
    const codings = new Set(parts.map((part) => part.dataCoding));
    const pieces = Array.from({ length: first.place.parts }, (_, index) =>
      parts.find(({ place }) => place.part === index + 1),
    );
    const bytesOf = (part: HeldPart): Buffer => Buffer.from(part.bytes, 'base64');
    const isWhole = pieces.every((piece) => piece !== undefined) && codings.size === 1;
    const text = isWhole
      ? decode(Buffer.concat(pieces.map(bytesOf)), first.dataCoding, alphabet)
      : pieces.map((piece) => (piece ? decode(bytesOf(piece), piece.dataCoding, alphabet) : GAP)).join('');
    return messageOf(first.id, first.from, first.to, text);
  }

  /** Hands in a text whose parts are together, or have waited long enough; tries again later where it cannot be committed. */
  async function handIn(text: string, isComplete: boolean): Promise<void> {
    const parts = spool.partsOf(text);
    const message = joined(parts);
    if (message === null || isStopped) return;
    if (isComplete && new Set(parts.map(({ place }) => place.part)).size < (parts[0]?.place.parts ?? 0)) return;
    try {
      await deps.commit(message);
      spool.drop(text);
    } catch (error) {
      deps.log('warn', 'smpp: a reply of several parts was not committed', { error: nameOf(error) });
      handInLater(text, 1_000, isComplete);
    }
  }

  function handInLater(text: string, delayMs: number, isComplete: boolean): void {
    deps.timer(delayMs, () => void inTurn(() => handIn(text, isComplete)));
  }

  async function takePart(pdu: Pdu, body: Buffer, place: Concatenation): Promise<boolean> {
    const [from, to] = [textIn(pdu, 'source_addr'), textIn(pdu, 'destination_addr')];
    const text = createHash('sha256')
      .update(`${from}\n${to}\n${place.series}\n${place.parts}`)
      .digest('hex')
      .slice(0, 32);
    const known = spool.partsOf(text);
    const id = known[0]?.id ?? randomUUID();
    const dataCoding = numberIn(pdu, 'data_coding');
    const part = { text, id, from, to, place, dataCoding, bytes: body.toString('base64'), at: deps.now() };
    if (!spool.keep(part)) return false;
    if (known.length === 0) handInLater(text, PARTS_LIMIT_MS, false);
    await handIn(text, true);
    return true;
  }

  return {
    /** Resolves with whether the SMSC may forget it. */
    take(pdu: Pdu): Promise<boolean> {
      const hasHeader = (numberIn(pdu, 'esm_class') & 0x40) !== 0;
      const bytes = bytesIn(pdu);
      const { body, place } = hasHeader ? splitHeader(bytes) : { body: bytes, place: sarPlace(pdu) };
      return inTurn(() => (place === null ? takeWhole(pdu, body) : takePart(pdu, body, place)));
    },
    /** Hands in what was left over when the core ended: whole texts at once, others when their time is over. */
    resume(): Promise<void> {
      isStopped = false;
      for (const [text, at] of spool.open()) handInLater(text, Math.max(0, at + PARTS_LIMIT_MS - deps.now()), false);
      return inTurn(async () => {
        for (const [text] of spool.open()) await handIn(text, true);
      });
    },
    /** Resolves when what is being committed is committed; from then on nothing is handed in. */
    async stop(): Promise<void> {
      isStopped = true;
      await last;
    },
  };
}
