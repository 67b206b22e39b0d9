import type { DeliveryReport, GatewayDeps } from '../driver.ts';
import { receiptBook, type TakenPart } from './smpp-book.ts';
import { type BookFile, NOWHERE, openBookFile } from './smpp-book-file.ts';
import { earlyReceipts } from './smpp-early.ts';
import type { SmscReceipt } from './smpp-receipts.ts';

/** Parts of one text are reported within seconds of each other, if at all. */
const SILENT_PARTS_MS = 60_000;
/** A receipt for an id nobody has told us waits so long for the answer that tells it; then the SMSC gets its own answer. */
const EARLY_HOLD_MS = 2_000;
/** What the SMSC offers no more is tried again by ourselves. */
const OWN_ATTEMPTS = 5;
const OWN_ATTEMPT_AFTER_MS = 2_000;

/**
 * Receipts, from what an SMSC says to what the core commits.
 *
 * @param commit resolves once the core has committed it
 */
export function receiptReports(deps: GatewayDeps, commit: (report: DeliveryReport) => Promise<void>) {
  const book = receiptBook(deps.now);
  const early = earlyReceipts(deps.now);
  const waiting = new Set<() => void>();
  let file: BookFile = NOWHERE;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function report(what: DeliveryReport): Promise<boolean> {
    try {
      await commit(what);
      return true;
    } catch (error) {
      const name = error instanceof Error ? error.name : 'not an error';
      deps.log('warn', 'smpp: a delivery report was not committed', { error: name });
      return false;
    }
  }

  /** Until it is committed, or was tried often enough. */
  async function reportByOurselves(what: DeliveryReport, attemptsLeft = OWN_ATTEMPTS): Promise<void> {
    if ((await inTurn(() => report(what))) || attemptsLeft <= 1) return;
    deps.timer(OWN_ATTEMPT_AFTER_MS, () => void reportByOurselves(what, attemptsLeft - 1));
  }

  /** Whether it was committed; false too for an id nobody has told us. */
  const readAndReport = (receipt: SmscReceipt): Promise<boolean> =>
    inTurn(async () => {
      const read = book.read(receipt);
      if (read === 'unknown') return false;
      if (read.report !== null && !(await report(read.report))) return false;
      read.settle();
      const { waitsForOthers } = read;
      if (waitsForOthers !== null)
        deps.timer(SILENT_PARTS_MS, () => {
          const silent = book.readWithoutSilent(waitsForOthers);
          if (silent !== null) void reportByOurselves(silent);
        });
      return true;
    });

  const isKnown = (receipt: SmscReceipt): boolean => book.read(receipt) !== 'unknown';

  /** Until the next id is told, or the time is over. */
  const nextId = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        resolve();
      };
      waiting.add(wake);
      deps.timer(EARLY_HOLD_MS, wake);
    });

  async function reportEarly(receipt: SmscReceipt, attemptsLeft = OWN_ATTEMPTS): Promise<void> {
    if ((await readAndReport(receipt)) || attemptsLeft <= 1) return;
    deps.timer(OWN_ATTEMPT_AFTER_MS, () => void reportEarly(receipt, attemptsLeft - 1));
  }

  return {
    /** Reads what was known before a restart. */
    open(): void {
      file = openBookFile(deps.folder, deps.now(), deps.log);
      for (const part of file.known) book.taken(part);
    },
    /** An SMSC took a part and told its id. */
    taken(part: TakenPart): void {
      book.taken(part);
      file.add(part);
      for (const wake of [...waiting]) wake();
      for (const receipt of early.take(part.id)) void reportEarly(receipt);
    },
    /**
     * Resolves with whether the SMSC may forget it.
     *
     * @param isAnswerDue whether the answer that tells its id may still come
     */
    async take(receipt: SmscReceipt, isAnswerDue: () => boolean): Promise<boolean> {
      const until = deps.now() + EARLY_HOLD_MS;
      while (!isKnown(receipt) && isAnswerDue() && deps.now() < until) await nextId();
      if (isKnown(receipt)) return readAndReport(receipt);
      // Not of this start, or its answer is still to come; offering it again and again would help nobody.
      early.keep(receipt);
      return true;
    },
    reportByOurselves,
    /** Resolves when what is being committed is committed, and what is to be kept is kept. */
    async settled(): Promise<void> {
      await last;
      await file.settled();
    },
  };
}
