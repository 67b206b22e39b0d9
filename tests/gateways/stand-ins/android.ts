import { createHmac } from 'node:crypto';
import { type Asked, loopbackServer, type StandInAnswer, troubles } from './loopback-server.ts';

/**
 * SMS Gateway for Android, local mode, as docs.sms-gate.app has it: Basic auth everywhere but at /health, names of messages
 * given by the client, an inbox listed newest first by the network's time.
 */

export const PHONE_USER = 'sms';
export const PHONE_PASSWORD = 'phone-password-of-the-test';

type Sent = { readonly id: string; readonly to: string; readonly text: string; asks: number; readonly body: unknown };
type Received = { readonly id: string; readonly from: string; readonly text: string; readonly at: number };

export type PhoneTrouble = StandInAnswer | null;

export async function androidStandIn(now: () => number) {
  const sent = new Map<string, Sent>();
  const inbox: Received[] = [];
  const webhooks = new Map<string, { readonly url: string; readonly event: string }>();
  const phones = troubles();
  /** What it answers to everything of a path; null: what it should. */
  const overrides = new Map<string, StandInAnswer>();
  let health: StandInAnswer = { status: 200, body: { status: 'pass', version: '1.68.0', checks: {} } };

  const post = (asked: Asked): StandInAnswer => {
    const message = JSON.parse(asked.body);
    const to = String(message.phoneNumbers?.[0] ?? '');
    if (phones.refused.has(to)) return { status: 400, body: { message: 'Invalid phone number' } };
    if (phones.isThrottled(to)) return { status: 429, body: { message: 'Too many requests' } };
    if (sent.has(message.id)) return { status: 409, body: { message: 'Message with the same ID already exists' } };
    const text = message.textMessage?.text ?? '';
    if (text === '') return { status: 400, body: { message: 'Text message is empty' } };
    sent.set(message.id, { id: message.id, to, text, asks: 0, body: message });
    if (phones.hanging.has(to)) return 'hang';
    return { status: 202, body: state(message.id, to, 'Pending') };
  };

  const state = (id: string, phoneNumber: string, value: string, error: string | null = null) => ({
    id,
    state: value,
    isHashed: false,
    recipients: [{ phoneNumber, state: value, error }],
    states: { [value]: new Date(now()).toISOString() },
  });

  const stateOf = (id: string): StandInAnswer => {
    const message = sent.get(id);
    if (message === undefined) return { status: 404, body: '' };
    message.asks += 1;
    const first = phones.returning.has(message.to) ? 'Pending' : 'Sent';
    if (message.asks < 2) return { status: 200, body: state(id, message.to, first) };
    if (phones.returning.has(message.to)) return { status: 200, body: state(id, message.to, 'Cancelled') };
    if (!phones.failing.has(message.to)) return { status: 200, body: state(id, message.to, 'Delivered') };
    return { status: 200, body: state(id, message.to, 'Failed', `${message.to}: RESULT_ERROR_GENERIC_FAILURE`) };
  };

  const list = ({ query }: Asked): StandInAnswer => {
    const limit = Number(query.get('limit') ?? 50);
    if (limit < 1 || limit > 500) return { status: 400, body: { message: 'limit must be between 1 and 500' } };
    const from = Date.parse(query.get('from') ?? new Date(0).toISOString());
    const to = query.has('to') ? Date.parse(query.get('to') ?? '') : now();
    if (Number.isNaN(from) || Number.isNaN(to)) return { status: 400, body: { message: 'Invalid from datetime' } };
    const offset = Number(query.get('offset') ?? 0);
    const found = inbox.filter(({ at }) => from <= at && at <= to).toSorted((a, b) => b.at - a.at);
    const body = found.slice(offset, offset + limit).map((each) => ({
      id: each.id,
      type: 'SMS',
      sender: each.from,
      recipient: null,
      simNumber: 1,
      contentPreview: each.text,
      createdAt: new Date(each.at).toISOString(),
    }));
    return { status: 200, body, headers: { 'x-total-count': String(found.length) } };
  };

  const server = await loopbackServer((asked) => {
    const override = overrides.get(asked.path.slice(1)) ?? overrides.get(asked.path.split('/')[1] ?? '');
    if (override !== undefined) return override;
    if (asked.path === '/health') return health;
    const given = Buffer.from(asked.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    if (given !== `${PHONE_USER}:${PHONE_PASSWORD}`) return { status: 401, body: '' };
    if (asked.path === '/messages' && asked.method === 'POST') return post(asked);
    if (asked.path.startsWith('/messages/')) return stateOf(decodeURIComponent(asked.path.slice('/messages/'.length)));
    if (asked.path === '/inbox') return list(asked);
    if (asked.path !== '/webhooks') return { status: 404, body: '' };
    const { id, url, event } = JSON.parse(asked.body);
    webhooks.set(id, { url, event });
    return { status: 201, body: { id, url, event } };
  });

  let receivedCount = 0;
  return {
    ...server,
    url: server.url,
    webhooks,
    overrides,
    doors: phones.doors,
    /** What arrived at a phone, oldest first. */
    at: (phone: string) => [...sent.values()].filter(({ to }) => to === phone),
    setHealth(answer: StandInAnswer) {
      health = answer;
    },
    /** A text comes in; `at` is the network's time for it. */
    receive(from: string, text: string, at = now()) {
      receivedCount += 1;
      inbox.push({ id: `text:${receivedCount}`, from, text, at: at + receivedCount });
    },
    /** Calls as the app does; answers with the status it got. */
    async callBack(url: string, event: string, signingKey: string): Promise<number> {
      const body = JSON.stringify({ id: `call-${receivedCount}`, event, deviceId: 'd', payload: {} });
      const timestamp = String(Math.floor(now() / 1000));
      const signature = createHmac('sha256', signingKey)
        .update(body + timestamp)
        .digest('hex');
      const headers = { 'x-timestamp': timestamp, 'x-signature': signature };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
  };
}
export type AndroidStandIn = Awaited<ReturnType<typeof androidStandIn>>;
