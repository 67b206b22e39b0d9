import { segmentsOf } from '#shared/messages';
import { rawSmpp } from '../../electron/core/notify/gateways/smpp-library.ts';

/** One `submit_sm` as the SMSC read it, without its user data header. */
export type SubmittedPart = {
  readonly id: string;
  /** When it came, by `performance.now()`. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly ton: readonly [source: number, destination: number];
  readonly npi: readonly [source: number, destination: number];
  readonly dataCoding: number;
  readonly registered: number;
  readonly validity: string;
  readonly bytes: Buffer;
  /** Names the text the part belongs to; null for a text in one piece. */
  readonly series: number | null;
  readonly part: number;
  readonly of: number;
};

function textOf(parts: readonly SubmittedPart[]): string {
  const bytes = Buffer.concat(parts.toSorted((a, b) => a.part - b.part).map((part) => part.bytes));
  return parts[0]?.dataCoding === 8 ? bytes.swap16().toString('utf16le') : rawSmpp().encodings.ASCII.decode(bytes);
}

/** The texts at one phone, in the order in which they were complete. */
export function wholeTexts(parts: readonly SubmittedPart[]): readonly string[] {
  const open = new Map<number, SubmittedPart[]>();
  const texts: string[] = [];
  for (const part of parts) {
    if (part.series === null) {
      texts.push(textOf([part]));
      continue;
    }
    const group = [...(open.get(part.series) ?? []), part];
    open.set(part.series, group);
    if (group.length < part.of) continue;
    open.delete(part.series);
    texts.push(textOf(group));
  }
  return texts;
}

let series = 0;

/** The `deliver_sm`s of a text somebody types: cut by bytes, as phones do, through the middle of an emoji where it comes so. */
export function inboundParts(from: string, to: string, text: string): readonly Readonly<Record<string, unknown>>[] {
  const isGsm = segmentsOf(text).encoding === 'GSM-7';
  const bytes = isGsm ? rawSmpp().encodings.ASCII.encode(text) : Buffer.from(text, 'utf16le').swap16();
  const [alone, room] = isGsm ? [160, 153] : [140, 134];
  const fields = {
    source_addr_ton: 1,
    source_addr_npi: 1,
    source_addr: from,
    destination_addr: to,
    data_coding: isGsm ? 0 : 8,
  };
  if (bytes.length <= alone) return [{ ...fields, esm_class: 0, short_message: bytes }];
  series = (series + 1) % 256;
  const count = Math.ceil(bytes.length / room);
  return Array.from({ length: count }, (_, index) => ({
    ...fields,
    esm_class: 0x40,
    short_message: Buffer.concat([
      Buffer.from([5, 0, 3, series, count, index + 1]),
      bytes.subarray(index * room, (index + 1) * room),
    ]),
  }));
}

/** `YYMMDDhhmm`, as receipts have it. */
export const dateOf = (at: number): string => new Date(at).toISOString().replace(/\D/g, '').slice(2, 12);

/** A receipt in words: Appendix B of SMPP 3.4. */
export function receiptText(id: string, stat: string, date: string): string {
  const isDelivered = stat === 'DELIVRD';
  return `id:${id} sub:001 dlvrd:${isDelivered ? '001' : '000'} submit date:${date} done date:${date} stat:${stat} err:${isDelivered ? '000' : '034'} text:P1 Maple Court`;
}
