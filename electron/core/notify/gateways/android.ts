import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import type { GatewayDeps, GatewayHealth, GatewaySink, OutMessage, SmsDriver } from '../driver.ts';
import { isSignedByPhone, nameOnPhone, readInbox, readPhoneSend, readPhoneState } from './android-answer.ts';
import type { AndroidConfig } from './android-config.ts';
import { CALLBACK_BODY_BYTES, type CallbackListener, openCallbackListener } from './callback-listener.ts';
import { tierTold, unfit } from './fit-message.ts';
import { type HeardBook, heardBook, type Listed, LOOK_BACK_MS } from './heard-book.ts';
import {
  basicAuthorization,
  below,
  type Exchange,
  exchange,
  LIST_BYTES,
  readJson,
  troubleOf,
} from './http-exchange.ts';
import { fileFor } from './kept-file.ts';
import { type LastingListener, lastingListener } from './lasting-listener.ts';
import { poller } from './poller.ts';
import { type SentBook, sentBook } from './sent-book.ts';

const POLL_EVERY_MS = 5_000;
/** Below it the phone refuses; a message that has less time left is expired by the outbox. */
const SHORTEST_LIFE_S = 5;
const LONGEST_LIFE_S = 24 * 60 * 60;
/** From 100 on the app sends past its own limits and pauses. */
const URGENT = 100;
const PAGE = 100;
const MOST_PAGES = 20;
/** A SIM is taken for a spammer's when it sends faster. */
const RATE_PER_MINUTE = 10;
/** The app takes a call for failed after 30 s. */
const CALL_LIMIT_MS = 20_000;
const EVENTS = ['sms:received', 'sms:delivered', 'sms:failed'] as const;

type Phone = {
  readonly config: AndroidConfig;
  readonly deps: GatewayDeps;
  readonly sent: SentBook;
  readonly heard: HeardBook;
  call(path: string, signal: AbortSignal, body?: unknown): Promise<Exchange>;
};

function sendBody({ config, deps }: Phone, { key, to, text, expiresAt }: OutMessage): unknown {
  const leftS = expiresAt === null ? null : Math.floor((expiresAt - deps.now()) / 1000);
  const lifeS = leftS === null ? null : Math.min(LONGEST_LIFE_S, Math.max(SHORTEST_LIFE_S, leftS));
  return {
    id: nameOnPhone(key),
    phoneNumbers: [to],
    textMessage: { text },
    withDeliveryReport: true,
    priority: tierTold(text) === 'P1' ? URGENT : 0,
    // How long, not until when: the phone's clock may differ from ours.
    ...(lifeS === null ? {} : { ttl: lifeS }),
    ...(config.simNumber === undefined ? {} : { simNumber: config.simNumber }),
  };
}

/** Hands in what is new in the phone's inbox, newest page first. `isThorough`: pages without anything new are no end. */
async function fetchReplies(phone: Phone, sink: GatewaySink, signal: AbortSignal, isThorough: boolean) {
  const { deps, heard, config } = phone;
  const from = new Date(deps.now() - LOOK_BACK_MS).toISOString();
  // The times are those of the network, which may be ahead of everybody.
  const to = new Date(deps.now() + LOOK_BACK_MS).toISOString();
  const listed: Listed[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ type: 'SMS', limit: String(PAGE), offset: String(page * PAGE), from, to });
    const result = await phone.call(`inbox?${query}`, signal);
    // An app of before it had an inbox sends all the same.
    if (result.kind === 'answer' && result.status === 404)
      return { level: 'warn', detail: 'repliesNotFetched:404' } as const;
    const trouble = troubleOf(result);
    if (trouble !== null || result.kind !== 'answer') return trouble;
    const found = readInbox(result.body, config.country as CountryCode); // checked by the schema
    if (found === null) return { level: 'down', detail: `answerStrange:${result.status}` } as const;
    if (found.replies.length < found.count)
      deps.log('warn', 'android: replies that cannot be read', { count: found.count - found.replies.length });
    listed.push(...found.replies);
    const isNew = found.replies.some(({ message }) => !heard.isKnown(message.id));
    if (found.count < PAGE || !(isNew || isThorough)) break;
  }
  await heard.handIn(listed, sink, 'list');
  return null;
}

/** Asks what became of the messages whose turn it is. */
async function fetchReports(
  { sent, deps, call }: Phone,
  sink: GatewaySink,
  signal: AbortSignal,
): Promise<GatewayHealth | null> {
  for (const { key } of sent.due()) {
    const result = await call(`messages/${nameOnPhone(key)}`, signal);
    if (result.kind === 'answer' && result.status === 404) {
      // Its memory was emptied: there is nothing more to be heard.
      sent.settled(key);
      continue;
    }
    const trouble = troubleOf(result);
    // One that cannot be asked about does not keep the others waiting: the next round begins behind it.
    if (trouble !== null || result.kind !== 'answer') {
      sent.putOff(key);
      return trouble;
    }
    const report = readPhoneState(key, result.body);
    if (report === 'strange') deps.log('warn', 'android: the state of a message cannot be read');
    if (report === null || report === 'strange') {
      sent.putOff(key);
      continue;
    }
    await sent.handIn(report, sink);
  }
  return null;
}

const Health = z.object({ status: z.string() });

function readHealth(result: Exchange): GatewayHealth {
  // A phone that is not well says so with a 500 and the same page.
  const said = result.kind === 'answer' ? readJson(Health, result.body)?.status : undefined;
  if (said === 'pass') return { level: 'ok', detail: 'answersWell' };
  if (said === 'warn') return { level: 'warn', detail: 'saysUnwell' };
  if (said !== undefined) return { level: 'down', detail: 'saysUnwell' };
  return troubleOf(result) ?? { level: 'down', detail: 'wrongAddress' };
}

/** What the phone calls with is not read: a call that it signed says that there is something to fetch. */
function hearing({ config, deps }: Phone, fetchNow: () => Promise<void>): LastingListener<CallbackListener> | null {
  const { callbackUrl, signingKey, callbackHost: host, callbackPort: port } = config;
  if (callbackUrl === undefined || signingKey === undefined) return null;
  const { log } = deps;
  let fetching: Promise<void> | null = null;
  const open = () =>
    openCallbackListener({
      name: 'android',
      host,
      port,
      mostBodyBytes: CALLBACK_BODY_BYTES,
      log,
      async take(callback) {
        if (callback.method !== 'POST') return { status: 405 };
        if (!isSignedByPhone(callback, signingKey)) {
          log('warn', 'android: a call that the phone did not sign was refused');
          return { status: 403 };
        }
        // Whoever repeats a call makes us look once more, and no more often than one look takes.
        fetching ??= fetchNow().finally(() => {
          fetching = null;
        });
        await fetching;
        return { status: 200 };
      },
    });
  return lastingListener(open, { name: 'android', port, log });
}

/**
 * A phone with SMS Gateway for Android on the office network. It knows our keys, so a repeat is harmless; replies and what
 * became of messages are fetched every 5 s, at once where it can call us.
 */
export function androidDriver(config: AndroidConfig, deps: GatewayDeps): SmsDriver {
  const authorization = basicAuthorization(config.username, config.password);
  const phone: Phone = {
    config,
    deps,
    // Made up by each installation of the app, unlike its address, which a router may change.
    sent: sentBook(deps, fileFor('sent', config.username)),
    heard: heardBook(deps, fileFor('heard', config.username)),
    call(path, signal, body) {
      const url = below(config.address, path);
      if (body === undefined) return exchange({ url, headers: { authorization }, mostBytes: LIST_BYTES }, signal);
      const headers = { authorization, 'content-type': 'application/json' };
      return exchange({ url, method: 'POST', headers, body: JSON.stringify(body) }, signal);
    },
  };
  let sink: GatewaySink | null = null;
  let isRegistered = false;

  /** The phone remembers where to call; told again at each start, under the same names. */
  const register = async (signal: AbortSignal): Promise<void> => {
    if (isRegistered || listening?.current() === null || config.callbackUrl === undefined) return;
    for (const event of EVENTS) {
      const id = `nightdesk-${event.replace(':', '-')}`;
      const result = await phone.call('webhooks', signal, { id, url: config.callbackUrl, event });
      if (troubleOf(result) === null) continue;
      deps.log('warn', 'android: the phone does not take the address for its calls', { event });
      return;
    }
    isRegistered = true;
  };

  const polling = poller({
    name: 'android',
    timer: deps.timer,
    everyMs: POLL_EVERY_MS,
    log: deps.log,
    async poll(signal, isThorough) {
      await Promise.all([phone.sent.open(), phone.heard.open()]);
      // Stopped meanwhile or not: what this round fetched is handed in.
      const target = sink;
      if (target === null) return null;
      if (listening !== null && isThorough) await register(signal);
      const replies = await fetchReplies(phone, target, signal, isThorough);
      return (await fetchReports(phone, target, signal)) ?? replies;
    },
  });
  const listening = hearing(phone, () => polling.now(AbortSignal.timeout(CALL_LIMIT_MS)));

  return {
    name: 'android',
    capabilities: {
      isIdempotent: true,
      hasReceipts: true,
      hasInbound: true,
      medium: 'sms',
      ratePerMinute: RATE_PER_MINUTE,
      handlesStop: false,
      maxSegments: null,
      needsPublicAddress: false,
    },
    async start(newSink) {
      sink = newSink;
      await listening?.ensure();
      polling.start();
    },
    async stop() {
      sink = null;
      await polling.stop();
      await listening?.stop();
      await Promise.all([phone.sent.written(), phone.heard.written()]);
    },
    async send(message, signal) {
      const refused = unfit(message);
      if (refused !== null) return refused;
      const name = nameOnPhone(message.key);
      await phone.sent.begin(message, name);
      // Our own key is in the address we hand over: the number is checked here, by the same rules for every gateway.
      const result = readPhoneSend(
        await phone.call('messages?skipPhoneValidation=true', signal, sendBody(phone, message)),
      );
      if (result.kind === 'accepted' || result.kind === 'duplicate') phone.sent.took(message.key, name);
      // Not sent is no end: an attempt before it may have been taken.
      if (result.kind === 'rejected') phone.sent.drop(message.key);
      return result;
    },
    async find(key, signal) {
      const result = await phone.call(`messages/${nameOnPhone(key)}`, signal);
      if (result.kind !== 'answer') return 'cannotTell';
      if (result.status === 404) return 'absent';
      return readPhoneState(key, result.body) === 'strange' || troubleOf(result) !== null ? 'cannotTell' : 'present';
    },
    catchUp: (signal) => polling.now(signal),
    async health(signal) {
      if (sink !== null) await listening?.ensure();
      const health = readHealth(await phone.call('health', signal));
      if (health.level === 'down') return health;
      // Anybody is told how it is; whether it knows us only a question with our name shows.
      const known = troubleOf(await phone.call('inbox?type=SMS&limit=1', signal));
      const isOld = known !== null && known.detail === 'wrongAddress:404';
      if (known !== null && !isOld) return known;
      const deaf = listening?.trouble() ?? null;
      if (deaf !== null) return { level: 'warn', detail: `repliesNotHeard:${deaf}` };
      // It answers again: looked at now rather than after a pause that grew while it did not.
      if (polling.trouble() !== null) await polling.now(signal);
      return polling.trouble() ?? health;
    },
  };
}
