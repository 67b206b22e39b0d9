import { randomInt } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { GatewayDeps, GatewayHealth, GatewaySink, OutMessage, SendResult, SmsDriver } from '../driver.ts';
import { unfit } from './fit-message.ts';
import type { GammuConfig } from './gammu-config.ts';
import {
  type KnownMessage,
  messageOf,
  modemSigns,
  queueMessage,
  unfitFor,
  type Visited,
  visit,
} from './gammu-database.ts';
import { patiently } from './gammu-lock.ts';
import { gammuPoll } from './gammu-poll.ts';
import { modemHealth, neverLeft } from './gammu-status.ts';
import { type GammuText, gammuText, MOST_PARTS } from './gammu-text.ts';
import { poller } from './poller.ts';

/** A SIM in a stick takes about one part in five seconds, and networks look askance at more. */
const RATE_PER_MINUTE = 10;
const POLL_MS = 1_000;
const LOCKED_RETRY_MS = 2_000;
const VALIDITY_STEP_MS = 5 * 60_000;
/** The last of the steps of five minutes; what is valid for longer is as long as the network likes. */
const LONGEST_VALIDITY = 143;

/** TP-VP for a message that is worth nothing after `expiresAt`. */
function validityUntil(expiresAt: number | null, now: number): number {
  if (expiresAt === null) return -1;
  const steps = Math.max(0, Math.ceil((expiresAt - now) / VALIDITY_STEP_MS) - 1);
  return steps > LONGEST_VALIDITY ? -1 : steps;
}

/** Lines of smsdrc. With gammu-smsd's own values nobody hears of receipts, and a refusal costs ten minutes. */
const smsdLines = ({ database, statusEveryS, phoneId }: GammuConfig): string =>
  [
    'service = sql',
    'driver = sqlite3',
    `dbdir = ${dirname(database)}/`,
    `database = ${basename(database)}`,
    ...(phoneId === undefined ? [] : [`phoneid = ${phoneId}`]),
    'deliveryreport = sms',
    `statusfrequency = ${statusEveryS}`,
    'maxretries = 2',
    'retrytimeout = 10',
    'multiparttimeout = 60',
  ].join('\n');

const isKnown = (found: KnownMessage | null): found is KnownMessage =>
  found !== null && (found.isQueued || !neverLeft(found.parts));

/**
 * A USB modem driven by gammu-smsd, over the SQLite database it keeps its messages in. Our key stands in its rows, so a
 * repeat is recognised and it can be asked about a message; what becomes of messages, and replies, are looked for each
 * second. Start never rejects: a database that is not there yet is found once it is.
 */
export function gammuDriver(config: GammuConfig, { timer, now, log }: GatewayDeps): SmsDriver {
  const { database, phoneId = null, statusEveryS } = config;
  const look = gammuPoll(config, log);
  let sink: GatewaySink | null = null;
  const polling = poller({
    name: 'gammu',
    timer,
    everyMs: POLL_MS,
    log,
    poll: async (signal) => (sink === null ? null : look(sink, signal)),
  });

  const queue = (message: OutMessage, text: GammuText): Visited<SendResult> =>
    visit(database, (db) =>
      db.transact((): SendResult => {
        const known = messageOf(db, message.key);
        if (isKnown(known)) return { kind: 'duplicate', ref: `${known.id}` };
        // What is queued while the modem is gone would leave whenever it is plugged in again.
        const { level, detail } = modemHealth(modemSigns(db, phoneId), statusEveryS);
        if (level === 'down') return { kind: 'notSent', reason: detail, retryAfterMs: null };
        const validity = validityUntil(message.expiresAt, now());
        const id = queueMessage(db, { key: message.key, to: message.to, text, phoneId, validity });
        return { kind: 'accepted', ref: `${id}` };
      }),
    );

  const healthNow = (): Visited<GatewayHealth> =>
    visit(database, (db) => {
      const reason = unfitFor(database, db);
      return reason ? { level: 'down', detail: reason } : modemHealth(modemSigns(db, phoneId), statusEveryS);
    });

  return {
    name: 'gammu',
    capabilities: {
      isIdempotent: true,
      hasReceipts: true,
      hasInbound: true,
      medium: 'sms',
      ratePerMinute: RATE_PER_MINUTE,
      handlesStop: false,
      maxSegments: MOST_PARTS,
      needsPublicAddress: false,
    },
    async start(newSink) {
      sink = newSink;
      polling.start();
    },
    async stop() {
      await polling.stop();
      sink = null;
    },
    async send(message, signal) {
      if (signal.aborted) return { kind: 'notSent', reason: 'givenUp', retryAfterMs: null };
      const refused = unfit(message);
      if (refused) return refused;
      const text = gammuText(message.text, randomInt(256));
      if (text.parts.length > MOST_PARTS) return { kind: 'rejected', reason: 'tooLong', scope: 'content' };
      const queued = await patiently(() => queue(message, text), signal);
      if (queued.ok) return queued.value;
      // A disk that failed while it was written may have it all the same.
      if (queued.reason.includes('IOERR')) return { kind: 'unknown', reason: queued.reason };
      return { kind: 'notSent', reason: queued.reason, retryAfterMs: queued.isBusy ? LOCKED_RETRY_MS : null };
    },
    async find(key, signal) {
      const found = await patiently(() => visit(database, (db) => messageOf(db, key)), signal);
      if (!found.ok) return 'cannotTell';
      return isKnown(found.value) ? 'present' : 'absent';
    },
    catchUp: (signal) => polling.now(signal),
    async health(signal) {
      const found = await patiently(healthNow, signal);
      if (!found.ok) return { level: found.isBusy ? 'warn' : 'down', detail: found.reason };
      const trouble = polling.trouble();
      return found.value.level === 'ok' && trouble?.level === 'warn' ? trouble : found.value;
    },
    paste: () => [{ label: '[smsd]', text: smsdLines(config) }],
  };
}
