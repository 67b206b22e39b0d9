import type { OutMessage, SendResult, SmsDriver } from './driver.ts';
import { withinLimit } from './time-limit.ts';

/** A gateway that has not answered by then is taken for lost. */
const SEND_LIMIT_MS = 15_000;
/** What a driver gets to say what became of it once it was told to give up. */
const SEND_GRACE_MS = 2_000;

type Found = 'present' | 'absent' | 'cannotTell';

/** One attempt. A driver does not throw for a gateway's reasons; if it does, or hangs, the answer counts as lost. */
export async function attempt(driver: SmsDriver, message: OutMessage): Promise<SendResult> {
  try {
    return await withinLimit(
      (signal) => driver.send(message, signal),
      (): SendResult => ({ kind: 'unknown', reason: 'noAnswer' }),
      { limitMs: SEND_LIMIT_MS, graceMs: SEND_GRACE_MS },
    );
  } catch (error) {
    return { kind: 'unknown', reason: `driverFailed:${error instanceof Error ? error.name : ''}` };
  }
}

/** Whether the gateway has a message it may have taken; not every one can be asked. */
export async function ask(driver: SmsDriver, key: string): Promise<Found> {
  const found = async (signal: AbortSignal): Promise<Found> => (await driver.find?.(key, signal)) ?? 'cannotTell';
  try {
    return await withinLimit(found, () => 'cannotTell', { limitMs: SEND_LIMIT_MS });
  } catch {
    return 'cannotTell'; // not being able to ask is an answer of its own
  }
}
