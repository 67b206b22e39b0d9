import { setTimeout as pause } from 'node:timers/promises';
import { type Pdu, pduOf, type Session } from '../../electron/core/notify/gateways/smpp-library.ts';

type Fields = Readonly<Record<string, unknown>>;
type Offer = { readonly fields: Fields; readonly done: () => void };

const OFFER_AGAIN_MS = 30;
const OFFER_LIMIT_MS = 5_000;

/** Hands over one after the other, to whoever is signed in to receive, until it was taken. */
export function deliveries(receiver: () => Session | null, isClosed: () => boolean) {
  const queue: Offer[] = [];
  let isRunning = false;
  let turnedDown = 0;
  const offer = (session: Session, pdu: Pdu): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (isTaken: boolean): void => {
        session.off('close', broke);
        resolve(isTaken);
      };
      const broke = (): void => settle(false);
      session.on('close', broke);
      AbortSignal.timeout(OFFER_LIMIT_MS).addEventListener('abort', broke);
      session.send(pdu, (answer) => settle(answer.command_status !== 0x64));
    });
  const run = async (): Promise<void> => {
    for (let next = queue[0]; next !== undefined && !isClosed(); next = queue[0]) {
      const session = receiver();
      if (session !== null && (await offer(session, pduOf('deliver_sm', next.fields)))) {
        queue.shift();
        next.done();
        continue;
      }
      if (session !== null) turnedDown += 1;
      await pause(OFFER_AGAIN_MS);
    }
    // At once: whoever is told that his was taken may put the next before anything else runs.
    isRunning = false;
  };
  return {
    turnedDown: () => turnedDown,
    /** Resolves once it was taken. */
    put(fields: Fields): Promise<void> {
      return new Promise((resolve) => {
        queue.push({ fields, done: resolve });
        if (isRunning) return;
        isRunning = true;
        void run();
      });
    },
  };
}
