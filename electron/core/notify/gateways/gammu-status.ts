import type { MessageReason } from '#shared/messages';
import type { DeliveryReport, GatewayHealth } from '../driver.ts';

/** What the columns of gammu-smsd say, in the desk's own reasons. */

/**
 * Why the modem or its network would not take a message, by the number behind `+CMS ERROR` (3GPP TS 27.005, 3.2.5, and
 * TS 24.011). Whatever stands in no range is a failure of the modem.
 */
const CMS_REASONS: readonly (readonly [MessageReason, readonly number[]])[] = [
  ['numberRefused', [1, 28, 30]],
  ['simBarred', [8, 10, 29, 50]],
  ['networkRefused', [21, 69, 81, 95, 96, 97, 98, 99, 111]],
  ['networkTrouble', [17, 22, 27, 38, 41, 42, 47, 127, 332]],
  ['noNetwork', [331]],
  ['simMissing', [310, 313, 315]],
  ['simLocked', [311, 312, 316, 317, 318]],
  ['smsCentreUnknown', [330]],
];

/** @param code what gammu-smsd noted; below 0 where the modem gave no reason */
function refusalReason(code: number): MessageReason {
  if (code < 0) return 'modemFailed';
  const found = CMS_REASONS.find(([, codes]) => codes.includes(code))?.[0] ?? 'modemFailed';
  return `${found}:CMS ${code}` as MessageReason; // a code of the table with a detail behind it
}

/** @param status TP-Status of a report (3GPP TS 23.040, 9.2.3.15): from 0x40 the network has given up */
function undeliveredReason(status: number): MessageReason {
  if (status < 0) return 'notDelivered';
  return status === 0x46 ? 'expiredOnTheWay:70' : `notDelivered:${status}`;
}

/** One part of a message that gammu-smsd has tried to send. */
export type SentPart = { readonly status: string; readonly statusError: number; readonly statusCode: number };

/** The modem or its SIM sends nothing to anybody: that a message was refused so says nothing about the message. */
const FAULTS_OF_MODEM: readonly MessageReason[] = [
  'simBarred',
  'noNetwork',
  'simMissing',
  'simLocked',
  'smsCentreUnknown',
];

/**
 * What is said of a message that was refused, and of which nothing has left: one that the modem could not have sent to anybody may
 * leave through another gateway.
 *
 * @param code what gammu-smsd noted
 */
export function refused(code: number): Said {
  const reason = refusalReason(code);
  const isFaultOfModem = FAULTS_OF_MODEM.some((each) => reason.startsWith(`${each}:`));
  return isFaultOfModem ? { state: 'returned', reason, mayHaveLeft: false } : { state: 'failed', reason };
}

/** A report but for the key. */
export type Said = DeliveryReport extends infer Report ? (Report extends unknown ? Omit<Report, 'key'> : never) : never;

const ON_THE_WAY = ['SendingOK', 'SendingOKNoReport', 'DeliveryPending', 'DeliveryUnknown', 'DeliveryOK'];

/** Nothing of it left: it may be sent again under the same key. */
export const neverLeft = (parts: readonly Pick<SentPart, 'status'>[]): boolean =>
  parts.length > 0 && parts.every(({ status }) => status === 'SendingError' || status === 'Error');

/**
 * What is known of a message from its parts. One part that failed fails the text; it has arrived when every part has.
 * @param isQueued parts of it still wait
 * @returns null while there is nothing to say
 */
export function sentState(parts: readonly SentPart[], isQueued: boolean): Said | null {
  if (neverLeft(parts) && !isQueued) return refused(parts[0]?.statusCode ?? -1);
  const failed = parts.find(({ status }) => status === 'SendingError' || status === 'Error');
  if (failed) return { state: 'failed', reason: refusalReason(failed.statusCode) };
  const lost = parts.find(({ status }) => status === 'DeliveryFailed');
  if (lost) return { state: 'failed', reason: undeliveredReason(lost.statusError) };
  if (isQueued || parts.length === 0) return null;
  if (parts.every(({ status }) => status === 'DeliveryOK')) return { state: 'delivered', reason: null };
  return parts.every(({ status }) => ON_THE_WAY.includes(status)) ? { state: 'sent', reason: null } : null;
}

/** What gammu-smsd says of its modem, and what waits for it. */
export type ModemSigns = {
  /** Since it last said that its modem is there; null where it never did. */
  readonly ageS: number | null;
  /** In percent; below 0 where the modem does not say. */
  readonly signal: number;
  readonly queued: number;
  /** How long the oldest of ours has waited that could have left. */
  readonly waitedS: number;
};

/** Beside three missed signs of life: it says nothing while it sends a long text. */
const GRACE_S = 10;
/** A modem sends one part in about five seconds; a queue that has not moved for so long does not move at all. */
const STUCK_S = 90;
const WEAK_PERCENT = 10;

/**
 * How the modem is. Where gammu-smsd does not notice that its modem was pulled out it goes on saying that it is there, with
 * a signal of nothing.
 */
export function modemHealth({ ageS, signal, queued, waitedS }: ModemSigns, statusEveryS: number): GatewayHealth {
  if (ageS === null) return { level: 'down', detail: 'modemNeverSeen' };
  if (ageS > 3 * statusEveryS + GRACE_S || signal === 0) return { level: 'down', detail: 'modemGone' };
  if (waitedS > STUCK_S) return { level: 'down', detail: `modemStuck:${queued}` };
  if (signal < 0) return { level: 'ok', detail: `modemUnmeasured:${queued}` };
  if (signal < WEAK_PERCENT) return { level: 'warn', detail: `modemWeak:${signal}:${queued}` };
  return { level: 'ok', detail: `modemWorks:${signal}:${queued}` };
}
