import type { Instant } from '#shared/contract';
import { otherBases, plainId, type SmscReceipt } from './smpp-receipts.ts';

/** The answer that names a message follows within seconds, or was lost with its link. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 1_000;

/** Receipts for ids nobody has told us yet: some SMSCs report a message before they answer that they took it. */
export function earlyReceipts(now: () => Instant) {
  const kept: { readonly receipt: SmscReceipt; readonly at: Instant }[] = [];
  return {
    keep(receipt: SmscReceipt): void {
      kept.push({ receipt, at: now() });
      while (kept.length > MOST_KEPT || (kept[0] !== undefined && kept[0].at < now() - KEPT_MS)) kept.shift();
    },
    /** Those that are about the message with this id, which are then forgotten here. */
    take(id: string): readonly SmscReceipt[] {
      const plain = plainId(id);
      const names = new Set([plain, ...otherBases(plain)]);
      const found = kept.filter(({ receipt }) => names.has(plainId(receipt.id)));
      for (const each of found) kept.splice(kept.indexOf(each), 1);
      return found.map(({ receipt }) => receipt);
    },
  };
}
