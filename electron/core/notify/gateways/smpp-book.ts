import type { Instant } from '#shared/contract';
import type { DeliveryReport } from '../driver.ts';
import { otherBases, plainId, type SmscReceipt } from './smpp-receipts.ts';

/** Receipts come within minutes, or when a phone is switched on again; later than this nobody waits for one. */
const KEPT_MS = 3 * 24 * 3_600_000;
const MOST_KEPT = 20_000;

/** One part that an SMSC took, as it is kept beyond a restart. */
export type TakenPart = {
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly part: number;
  /** How many receipts are to come for the message. */
  readonly asked: number;
  readonly at: Instant;
};

type Message = {
  readonly key: string;
  readonly asked: number;
  readonly states: Map<number, SmscReceipt['state']>;
};

/** Which message an id of the SMSC is about, and what is known of its parts so far. */
export type ReceiptBook = {
  taken(part: TakenPart): void;
  /** What a receipt says about one of our messages; `unknown` for an id nobody has told us. */
  read(receipt: SmscReceipt): BookReport | 'unknown';
  /** The report as if the parts that are silent had said the same: some SMSCs answer for the first part only. */
  readWithoutSilent(key: string): DeliveryReport | null;
};

export type BookReport = {
  /** What is to be reported; null where it changes nothing. */
  readonly report: DeliveryReport | null;
  /** The key of a message whose first part arrived, and of whose others nothing is known. */
  readonly waitsForOthers: string | null;
  /** To be called once the report was committed. */
  settle(): void;
};

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/** The same phone, however many digits of it the SMSC writes. */
function isSamePhone(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  return a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a));
}

function reportOf({ key, asked, states }: Message, reason: SmscReceipt['reason']): DeliveryReport | null {
  const known = [...states.values()];
  if (known.includes('failed')) return { key, state: 'failed', reason };
  const delivered = known.filter((state) => state === 'delivered').length;
  if (delivered === asked) return { key, state: 'delivered', reason: null };
  return delivered === 0 ? { key, state: 'sent', reason: null } : null;
}

export function receiptBook(now: () => Instant): ReceiptBook {
  const parts = new Map<string, TakenPart>();
  const messages = new Map<string, Message>();

  function forget(): void {
    for (const [id, part] of parts) {
      if (parts.size <= MOST_KEPT && part.at > now() - KEPT_MS) return;
      parts.delete(id);
      messages.delete(part.key);
    }
  }

  /** In another base an id may be that of another message: then the phone has to be the same. */
  function find({ id, phone }: SmscReceipt): TakenPart | null {
    const plain = plainId(id);
    const exact = parts.get(plain);
    if (exact !== undefined) return exact;
    const others = otherBases(plain).map((each) => parts.get(plainId(each)));
    return others.find((part) => part !== undefined && isSamePhone(part.to, phone)) ?? null;
  }

  return {
    taken(part) {
      forget();
      parts.set(plainId(part.id), part);
      // A message that is sent again begins anew: its earlier parts are another text to the network.
      const known = messages.get(part.key);
      if (known === undefined || part.part === 1)
        messages.set(part.key, { key: part.key, asked: part.asked, states: new Map() });
    },
    read(receipt) {
      const part = find(receipt);
      if (part === null) return 'unknown';
      const message = messages.get(part.key);
      if (message === undefined) return 'unknown';
      const before = message.states.get(part.part);
      const isNew =
        before !== receipt.state && !(before === 'delivered' || (receipt.state === 'sent' && before !== undefined));
      if (!isNew) return { report: null, waitsForOthers: null, settle: () => undefined };
      const after: Message = { ...message, states: new Map(message.states).set(part.part, receipt.state) };
      const report = reportOf(after, receipt.reason);
      return {
        report,
        waitsForOthers: report === null && after.states.get(1) === 'delivered' ? part.key : null,
        settle: () => void message.states.set(part.part, receipt.state),
      };
    },
    readWithoutSilent(key) {
      const message = messages.get(key);
      if (message?.states.get(1) !== 'delivered' || message.states.size === message.asked) return null;
      return [...message.states.values()].includes('failed') ? null : { key, state: 'delivered', reason: null };
    },
  };
}
