import { randomInt } from 'node:crypto';
import { Phone } from '#shared/contract';
import type { GatewayDeps, GatewayHealth, GatewaySink, OutMessage, SendResult, SmsDriver } from '../driver.ts';
import type { GammuConfig } from './gammu-config.ts';
import { messageOf, modemSigns, queueMessage, unfitFor, type Visited, visit } from './gammu-database.ts';
import { gammuPoll } from './gammu-poll.ts';
import { modemHealth, neverLeft } from './gammu-status.ts';
import { type GammuText, gammuText, MOST_PARTS } from './gammu-text.ts';

/** A SIM in a stick takes about one part in five seconds, and networks look askance at more. */
const RATE_PER_MINUTE = 10;
const POLL_MS = 1_000;
/** A lock of gammu-smsd is over in milliseconds: the thread goes on in between, and then it is tried again. */
const LOCK_PAUSE_MS = 25;
const LOCK_TRIES = 8;
const RETRY_MS = 2_000;
const VALIDITY_STEP_MS = 5 * 60_000;
/** The last of the steps of five minutes; what is valid for longer is as long as the network likes. */
const LONGEST_VALIDITY = 143;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = AbortSignal.any([signal, AbortSignal.timeout(LOCK_PAUSE_MS)]);
    if (over.aborted) resolve();
    else over.addEventListener('abort', () => resolve(), { once: true });
  });

/** Tries again while the database is locked, a few times; the core's thread is free in between. */
async function patiently<Value>(
  look: () => Visited<Value> | Promise<Visited<Value>>,
  signal: AbortSignal,
): Promise<Visited<Value>> {
  for (let tries = 1; ; tries += 1) {
    const found = await look();
    if (found.ok || !found.isBusy || tries === LOCK_TRIES || signal.aborted) return found;
    await pause(signal);
  }
}

/** TP-VP for a message that is worth nothing after `expiresAt`. */
function validityUntil(expiresAt: number | null, now: number): number {
  if (expiresAt === null) return -1;
  const steps = Math.max(0, Math.ceil((expiresAt - now) / VALIDITY_STEP_MS) - 1);
  return steps > LONGEST_VALIDITY ? -1 : steps;
}

/**
 * A USB modem driven by gammu-smsd, over the SQLite database it keeps its messages in. Our key stands in its rows, so a
 * repeat is recognised and it can be asked about a message; what becomes of messages, and replies, are looked for each
 * second. Start never rejects: a database that is not there yet is found once it is.
 */
export function gammuDriver(config: GammuConfig, { timer, now, log }: GatewayDeps): SmsDriver {
  const { database, phoneId = null, statusEveryS } = config;
  const poll = gammuPoll(config, log);
  let sink: GatewaySink | null = null;
  /** Counts starts: a look that was arranged before the last one is not taken. */
  let starts = 0;
  let looking: Promise<Visited<null>> = Promise.resolve({ ok: true, value: null });

  const look = (target: GatewaySink): Promise<Visited<null>> => {
    const start = starts;
    looking = looking.catch(() => undefined).then(() => poll.run(target, () => sink === null || starts !== start));
    return looking;
  };

  const lookAgain = (start: number): void => {
    timer(POLL_MS, () => {
      if (sink === null || start !== starts) return;
      look(sink)
        .catch((error: unknown) =>
          log('warn', 'gammu: a look at its database failed', {
            error: error instanceof Error ? error.name : 'not an error',
          }),
        )
        .finally(() => lookAgain(start));
    });
  };

  const queue = (message: OutMessage, text: GammuText): Visited<SendResult> =>
    visit(database, (db) =>
      db.transact((): SendResult => {
        const known = messageOf(db, message.key);
        if (known && (known.isQueued || !neverLeft(known.parts))) return { kind: 'duplicate', ref: `${known.id}` };
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
      const unfit = unfitFor(database, db);
      return unfit ? { level: 'down', detail: unfit } : modemHealth(modemSigns(db, phoneId), statusEveryS);
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
      starts += 1;
      lookAgain(starts);
    },
    async stop() {
      sink = null;
      await looking.catch(() => undefined);
    },
    async send(message, signal) {
      if (signal.aborted) return { kind: 'notSent', reason: 'givenUp', retryAfterMs: null };
      if (!Phone.safeParse(message.to).success) return { kind: 'rejected', reason: 'notANumber', scope: 'recipient' };
      if (message.text === '') return { kind: 'rejected', reason: 'emptyText', scope: 'content' };
      const text = gammuText(message.text, randomInt(256));
      if (text.parts.length > MOST_PARTS) return { kind: 'rejected', reason: 'tooLong', scope: 'content' };
      const queued = await patiently(() => queue(message, text), signal);
      if (queued.ok) return queued.value;
      // A disk that failed while it was written may have it all the same.
      if (queued.reason.includes('IOERR')) return { kind: 'unknown', reason: queued.reason };
      return { kind: 'notSent', reason: queued.reason, retryAfterMs: queued.isBusy ? RETRY_MS : null };
    },
    async find(key, signal) {
      const found = await patiently(() => visit(database, (db) => messageOf(db, key)), signal);
      if (!found.ok) return 'cannotTell';
      const known = found.value;
      return known && (known.isQueued || !neverLeft(known.parts)) ? 'present' : 'absent';
    },
    async catchUp(signal) {
      const target = sink;
      if (target) await patiently(() => look(target), signal);
    },
    async health(signal) {
      const found = await patiently(healthNow, signal);
      if (found.ok) return found.value;
      return { level: found.isBusy ? 'warn' : 'down', detail: found.reason };
    },
  };
}
