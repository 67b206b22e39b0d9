import { setTimeout as pause } from 'node:timers/promises';
import { bytesIn, numberIn, type Pdu, type Session, textIn } from '../../electron/core/notify/gateways/smpp-library.ts';
import { dateOf, receiptText, type SubmittedPart } from './smsc-messages.ts';
import { type Outcome, outcomeOf, SUBMIT_ERRORS } from './smsc-outcomes.ts';

type Deliver = (fields: Readonly<Record<string, unknown>>) => Promise<void>;

const THROTTLED = 0x58;
const VENDOR_ERROR = 0x0412;
const FIRST_ID = 0x5a00_0000;

/** Hands in the receipts of a part that was taken. */
function receipts(deliver: Deliver) {
  const reportOn = (part: SubmittedPart, stat: string, how: Outcome | null): Promise<void> => {
    const isDecimal = how === 'decimalReceipt';
    const id = isDecimal ? BigInt(`0x${part.id}`).toString(10) : part.id;
    const text = receiptText(how === 'nulReceipt' ? `${id}\0` : id, stat, dateOf(Date.now()));
    return deliver({
      source_addr_ton: 1,
      source_addr_npi: 1,
      source_addr: part.to,
      destination_addr: part.from,
      esm_class: stat === 'ENROUTE' ? 0x20 : 0x04,
      short_message: Buffer.from(text, 'latin1'),
      // Some tell it in fields as well, some only in words.
      ...(isDecimal || how === 'nulReceipt' ? {} : { receipted_message_id: id }),
    });
  };

  return async (part: SubmittedPart, outcome: Outcome | null): Promise<void> => {
    if (part.registered === 0 || outcome === 'noReceipt') return;
    if (outcome === 'firstPartOnly' && part.part > 1) return;
    const stats = { undelivered: 'UNDELIV', expired: 'EXPIRED', rejected: 'REJECTD' } as const;
    const stat = outcome !== null && outcome in stats ? stats[outcome as keyof typeof stats] : 'DELIVRD'; // just asked
    if (outcome === 'enRouteFirst') await reportOn(part, 'ENROUTE', outcome);
    await reportOn(part, stat, outcome);
    if (outcome === 'twoReceipts') await reportOn(part, stat, outcome);
  };
}

/** What becomes of the messages that are handed in. */
export function submits(parts: SubmittedPart[], deliver: Deliver) {
  const reportTaken = receipts(deliver);
  const seen = new Map<string, number>();
  const heldBack: (() => void)[] = [];

  /** The error in place of taking it; null where it is taken. */
  function errorOf(to: string, outcome: Outcome | null, part: number): number | null {
    const count = (seen.get(to) ?? 0) + 1;
    seen.set(to, count);
    const isThrottled =
      (outcome === 'throttledOnce' && count === 1) || (outcome === 'secondPartThrottled' && count === 2);
    if (isThrottled) return THROTTLED;
    if (outcome === 'secondPartFull' && part === 2) return THROTTLED;
    if (outcome === 'secondPartBroken' && count === 2) return VENDOR_ERROR;
    return (outcome === null ? undefined : SUBMIT_ERRORS[outcome]) ?? null;
  }

  async function take(session: Session, pdu: Pdu): Promise<void> {
    const to = textIn(pdu, 'destination_addr');
    const outcome = outcomeOf(to);
    const part = readPart(pdu, (FIRST_ID + parts.length).toString(16));
    const error = errorOf(to, outcome, part.part);
    if (error !== null) {
      session.send(pdu.response({ command_status: error }));
      return;
    }
    parts.push(part);
    const answer = (): void => void session.send(pdu.response({ message_id: part.id }));
    switch (outcome) {
      case 'neverAnswers':
        return;
      case 'cutsLink':
        session.destroy();
        return;
      case 'answersWhenTold':
        heldBack.push(answer);
        return;
      case 'receiptFirst':
        void reportTaken(part, outcome);
        await pause(20);
        answer();
        return;
      case 'receiptFirstStrictly':
        await reportTaken(part, outcome);
        answer();
        return;
      default:
        answer();
        await reportTaken(part, outcome);
    }
  }

  return {
    take,
    /** Answers what it held back. */
    answerNow(): void {
      for (const answer of heldBack.splice(0)) answer();
    },
  };
}

function readPart(pdu: Pdu, id: string): SubmittedPart {
  const bytes = bytesIn(pdu);
  const isPart = (numberIn(pdu, 'esm_class') & 0x40) !== 0;
  const [, , , series = 0, of = 1, part = 1] = isPart ? bytes : [];
  return {
    id,
    at: performance.now(),
    from: textIn(pdu, 'source_addr'),
    to: textIn(pdu, 'destination_addr'),
    ton: [numberIn(pdu, 'source_addr_ton'), numberIn(pdu, 'dest_addr_ton')],
    npi: [numberIn(pdu, 'source_addr_npi'), numberIn(pdu, 'dest_addr_npi')],
    dataCoding: numberIn(pdu, 'data_coding'),
    registered: numberIn(pdu, 'registered_delivery'),
    validity: textIn(pdu, 'validity_period'),
    bytes: isPart ? bytes.subarray(1 + (bytes[0] ?? 0)) : bytes,
    series: isPart ? series : null,
    part,
    of,
  };
}
