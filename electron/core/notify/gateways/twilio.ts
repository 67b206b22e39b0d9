import type { CountryCode } from 'libphonenumber-js';
import type { GatewayDeps, GatewayHealth, GatewaySink, OutMessage, SmsDriver } from '../driver.ts';
import { unfit } from './fit-message.ts';
import { type HeardBook, heardBook, type Listed, LOOK_BACK_MS } from './heard-book.ts';
import { basicAuthorization, below, type Exchange, exchange, troubleOf } from './http-exchange.ts';
import { fileFor } from './kept-file.ts';
import { poller } from './poller.ts';
import { markOf, type SentBook, sentBook } from './sent-book.ts';
import {
  madeAt,
  readTwilioMessage,
  readTwilioPage,
  readTwilioReply,
  readTwilioSend,
  readTwilioState,
  type TwilioPage,
} from './twilio-answer.ts';
import { callbackAddress, twilioCallbacks } from './twilio-callbacks.ts';
import type { TwilioConfig } from './twilio-config.ts';

const POLL_EVERY_MS = 10_000;
const LONGEST_BODY = 1_600;
/** 1600 characters in parts of 153. */
const MOST_SEGMENTS = 10;
/** A long code carries one part a second. */
const RATE_PER_MINUTE = 60;
const LONGEST_LIFE_S = 36_000;
const PAGE = '100';
const MOST_PAGES = 20;
/** What the gateway may still be busy taking is not absent yet. */
const SETTLED_AFTER_MS = 60_000;
/** Its clock may differ from ours. */
const CLOCK_SLACK_MS = 10 * 60_000;
/** What trial accounts put before each text. */
const TRIAL_WORDS = /^Sent from your .{1,40} trial account - /;

export type Account = {
  readonly config: TwilioConfig;
  readonly deps: GatewayDeps;
  readonly sent: SentBook;
  readonly heard: HeardBook;
  get(path: string, signal: AbortSignal): Promise<Exchange>;
  post(path: string, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Exchange>;
};

function account(config: TwilioConfig, deps: GatewayDeps): Account {
  const authorization = basicAuthorization(config.accountSid, config.authToken);
  const at = (path: string) => below(config.address, `Accounts/${config.accountSid}/${path}`);
  return {
    config,
    deps,
    sent: sentBook(deps, fileFor('sent', config.accountSid)),
    heard: heardBook(deps, fileFor('heard', config.accountSid)),
    get: (path, signal) => exchange({ url: at(path), headers: { authorization } }, signal),
    post(path, form, signal) {
      const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
      return exchange({ url: at(path), method: 'POST', headers, body: `${new URLSearchParams(form)}` }, signal);
    },
  };
}

function sendForm({ config, deps }: Account, { to, text, expiresAt }: OutMessage): Record<string, string> {
  const lifeS = expiresAt === null ? null : Math.floor((expiresAt - deps.now()) / 1000);
  return {
    To: to,
    // A service picks the sender; a number beside it says which of its own.
    ...(config.from === undefined ? {} : { From: config.from }),
    ...(config.messagingServiceSid === undefined ? {} : { MessagingServiceSid: config.messagingServiceSid }),
    Body: text,
    ...(lifeS === null ? {} : { ValidityPeriod: String(Math.min(LONGEST_LIFE_S, Math.max(1, lifeS))) }),
    ...(config.callbackUrl === undefined ? {} : { StatusCallback: callbackAddress(config.callbackUrl, 'status').href }),
  };
}

/**
 * Pages of a list, newest first, until `isEnough`. What the next page is called the gateway says: only what follows its
 * question mark is taken, so that the credentials go nowhere else. Null with why it cannot be told.
 */
async function eachPage(
  { get, deps }: Account,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
  isEnough: (page: TwilioPage) => boolean,
): Promise<{ readonly trouble: GatewayHealth | null; readonly isWhole: boolean }> {
  let search = `${new URLSearchParams({ ...query, PageSize: PAGE })}`;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const result = await get(`Messages.json?${search}`, signal);
    const trouble = troubleOf(result);
    if (trouble !== null || result.kind !== 'answer') return { trouble, isWhole: false };
    const page = readTwilioPage(result.body);
    if (page === null) return { trouble: { level: 'down', detail: `answerStrange:${result.status}` }, isWhole: false };
    if (page.unreadable > 0) deps.log('warn', 'twilio: messages that cannot be read', { count: page.unreadable });
    if (isEnough(page) || page.next === null) return { trouble: null, isWhole: true };
    search = page.next.slice(page.next.indexOf('?') + 1);
  }
  return { trouble: null, isWhole: false };
}

/** Hands in the replies of today and of the day before, which the list can be asked for only whole. */
async function fetchReplies(of: Account, sink: GatewaySink, signal: AbortSignal, isThorough: boolean) {
  const { config, deps, heard } = of;
  const country = config.country as CountryCode; // checked by the schema
  const since = new Date(deps.now() - LOOK_BACK_MS).toISOString().slice(0, 10);
  const query = { ...(config.from === undefined ? {} : { To: config.from }), 'DateSent>': since };
  const listed: Listed[] = [];
  const { trouble } = await eachPage(of, query, signal, ({ messages }) => {
    const replies = messages.flatMap((each) => readTwilioReply(each, country) ?? []);
    listed.push(...replies);
    return !isThorough && replies.some(({ message }) => heard.isKnown(message.id));
  });
  // Half a list would be handed in newest first: the older ones could not be told from those that are known.
  if (trouble === null) await heard.handIn(listed, sink, 'list');
  return trouble;
}

async function fetchReports({ get, sent, deps }: Account, sink: GatewaySink, signal: AbortSignal) {
  for (const { key, ref } of sent.due()) {
    const result = await get(`Messages/${ref}.json`, signal);
    if (result.kind === 'answer' && result.status === 404) {
      sent.settled(key);
      continue;
    }
    const trouble = troubleOf(result);
    if (trouble !== null || result.kind !== 'answer') return trouble;
    const message = readTwilioMessage(result.body);
    if (message === null) deps.log('warn', 'twilio: the state of a message cannot be read');
    const report = message === null ? null : readTwilioState(key, message.status, message.error_code ?? null);
    if (report === null) {
      sent.putOff(key);
      continue;
    }
    await sink.delivery(report);
    // It may leave through here once more, as another.
    if (report.state === 'returned') sent.drop(key);
    else sent.settled(key);
  }
  return null;
}

/** Looks for a message whose answer was lost among those to its number: the same text, and nobody else's. */
async function find(of: Account, key: string, signal: AbortSignal): Promise<'present' | 'absent' | 'cannotTell'> {
  const { sent, config, deps } = of;
  await sent.open();
  const wanted = sent.get(key);
  // It is written down before it leaves: what does not stand there has not.
  if (wanted === null) return sent.isComplete() ? 'absent' : 'cannotTell';
  if (wanted.ref !== null) return 'present';
  const oldest = wanted.sentAt - CLOCK_SLACK_MS;
  const query = config.from === undefined ? {} : { From: config.from };
  let ref: string | null = null;
  const { trouble, isWhole } = await eachPage(of, query, signal, ({ messages }) => {
    const found = messages.find(
      ({ sid, direction, to, body }) =>
        direction !== 'inbound' &&
        markOf(to ?? '', (body ?? '').replace(TRIAL_WORDS, '')) === wanted.mark &&
        sent.byRef(sid) === null,
    );
    if (found !== undefined && !(madeAt(found) < oldest)) ref = found.sid;
    return ref !== null || messages.some((each) => madeAt(each) < oldest);
  });
  if (ref !== null) {
    sent.took(key, ref);
    return 'present';
  }
  const isSettled = deps.now() - wanted.sentAt >= SETTLED_AFTER_MS;
  return trouble === null && isWhole && isSettled ? 'absent' : 'cannotTell';
}

/**
 * Twilio's REST, or somebody's who serves the same. It knows no key of ours, so an answer that was lost is settled by
 * looking for the text; replies and what became of messages are fetched every 10 s, at once where it can call us.
 */
export function twilioDriver(config: TwilioConfig, deps: GatewayDeps): SmsDriver {
  const of = account(config, deps);
  let sink: GatewaySink | null = null;
  const listening = twilioCallbacks(of, () => sink);
  const polling = poller({
    name: 'twilio',
    timer: deps.timer,
    everyMs: POLL_EVERY_MS,
    log: deps.log,
    async poll(signal, isThorough) {
      await Promise.all([of.sent.open(), of.heard.open()]);
      // Stopped meanwhile or not: what this round fetched is handed in.
      const target = sink;
      if (target === null) return null;
      const replies = await fetchReplies(of, target, signal, isThorough);
      return (await fetchReports(of, target, signal)) ?? replies;
    },
  });

  return {
    name: 'twilio',
    capabilities: {
      isIdempotent: false,
      hasReceipts: true,
      hasInbound: true,
      medium: 'sms',
      ratePerMinute: RATE_PER_MINUTE,
      handlesStop: true,
      maxSegments: MOST_SEGMENTS,
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
      await Promise.all([of.sent.written(), of.heard.written()]);
    },
    async send(message, signal) {
      const refused = unfit(message);
      if (refused !== null) return refused;
      if (message.text.length > LONGEST_BODY) return { kind: 'rejected', reason: 'tooLong', scope: 'content' };
      await of.sent.begin(message);
      const result = readTwilioSend(await of.post('Messages.json', sendForm(of, message), signal));
      if (result.kind === 'accepted') of.sent.took(message.key, result.ref);
      // Not sent is no end: an attempt before it may have been taken.
      if (result.kind === 'rejected') of.sent.drop(message.key);
      return result;
    },
    find: (key, signal) => find(of, key, signal),
    catchUp: (signal) => polling.now(signal),
    async health(signal) {
      if (sink !== null) await listening?.ensure();
      const result = await of.get('Messages.json?PageSize=1', signal);
      const trouble = troubleOf(result);
      if (trouble !== null) return trouble;
      if (result.kind !== 'answer' || readTwilioPage(result.body) === null)
        return { level: 'down', detail: 'wrongAddress' };
      const deaf = listening?.trouble() ?? null;
      if (deaf !== null) return { level: 'warn', detail: `repliesNotHeard:${deaf}` };
      // It answers again: looked at now rather than after a pause that grew while it did not.
      if (polling.trouble() !== null) await polling.now(signal);
      return polling.trouble() ?? { level: 'ok', detail: 'answersWell' };
    },
    paste: () =>
      config.callbackUrl === undefined
        ? []
        : [{ label: 'A message comes in: Webhook, POST', text: callbackAddress(config.callbackUrl, 'reply').href }],
  };
}
