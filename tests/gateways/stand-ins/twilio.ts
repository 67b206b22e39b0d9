import { type Asked, loopbackServer, type StandInAnswer, troubles } from './loopback-server.ts';

/**
 * Twilio's Messages resource as twilio.com/docs has it: Basic auth, forms in and JSON out, lists newest first in pages,
 * filters of a whole day, a number of its own for each error.
 */

export const ACCOUNT = 'AC00000000000000000000000000000000';
export const TOKEN = 'auth-token-of-the-test';
export const DESK = '+12025550100';

type Resource = {
  readonly sid: string;
  readonly direction: 'outbound-api' | 'inbound';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  status: string;
  error_code: number | null;
  readonly at: number;
  readonly form: URLSearchParams;
};

const refusal = (status: number, code: number): StandInAnswer => ({
  status,
  body: { code, message: `error ${code}`, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

export async function twilioStandIn(now: () => number) {
  const resources: Resource[] = [];
  const phones = troubles();
  let override: StandInAnswer | null = null;
  const broken = new Set<string>();
  /** Whether messages to a list come with the next ask only, as they may at the real one. */
  let pageSizeLimit = 1_000;
  const root = `/2010-04-01/Accounts/${ACCOUNT}`;

  const shown = (each: Resource) => ({
    sid: each.sid,
    account_sid: ACCOUNT,
    direction: each.direction,
    from: each.from,
    to: each.to,
    body: each.body,
    status: each.status,
    error_code: each.error_code,
    error_message: null,
    num_segments: '1',
    date_created: new Date(each.at).toUTCString().replace('GMT', '+0000'),
    date_sent: each.status === 'queued' ? null : new Date(each.at).toUTCString().replace('GMT', '+0000'),
    uri: `${root}/Messages/${each.sid}.json`,
  });

  const post = ({ body }: Asked): StandInAnswer => {
    const form = new URLSearchParams(body);
    const to = form.get('To') ?? '';
    const text = form.get('Body') ?? '';
    if (form.get('From') === null && form.get('MessagingServiceSid') === null) return refusal(400, 21603);
    if (phones.refused.has(to)) return refusal(400, 21211);
    if (phones.isThrottled(to)) return refusal(429, 20429);
    if (text === '') return refusal(400, 21602);
    if (text.length > 1_600) return refusal(400, 21617);
    const resource: Resource = {
      sid: `SM${String(resources.length + 1).padStart(32, '0')}`,
      direction: 'outbound-api',
      from: form.get('From') ?? DESK,
      to,
      body: text,
      status: 'queued',
      error_code: null,
      at: now(),
      form,
    };
    resources.push(resource);
    return phones.hanging.has(to) ? 'hang' : { status: 201, body: shown(resource) };
  };

  const one = (sid: string): StandInAnswer => {
    const found = resources.find((each) => each.sid === sid);
    if (found === undefined) return refusal(404, 20404);
    if (found.status === 'queued' && phones.returning.has(found.to)) {
      found.status = 'failed';
      found.error_code = 30_001;
    } else if (found.status === 'queued') found.status = 'sent';
    else if (found.status === 'sent' && phones.failing.has(found.to)) {
      found.status = 'undelivered';
      found.error_code = 30_003;
    } else if (found.status === 'sent') found.status = 'delivered';
    return { status: 200, body: shown(found) };
  };

  const list = ({ query }: Asked): StandInAnswer => {
    const pageSize = Math.min(pageSizeLimit, Number(query.get('PageSize') ?? 50));
    const page = Number(query.get('Page') ?? 0);
    const since = query.get('DateSent>');
    const fits = (each: Resource) =>
      (!query.has('To') || each.to === query.get('To')) &&
      (!query.has('From') || each.from === query.get('From')) &&
      (since === null || new Date(each.at).toISOString().slice(0, 10) >= since);
    const found = resources.filter(fits).toSorted((a, b) => b.at - a.at || (a.sid < b.sid ? 1 : -1));
    const next = new URLSearchParams(query);
    next.set('Page', String(page + 1));
    next.set('PageToken', 'PASM0');
    const isMore = found.length > (page + 1) * pageSize;
    const messages = found.slice(page * pageSize, (page + 1) * pageSize).map(shown);
    return {
      status: 200,
      body: { messages, page, page_size: pageSize, next_page_uri: isMore ? `${root}/Messages.json?${next}` : null },
    };
  };

  const server = await loopbackServer((asked) => {
    if (override !== null) return override;
    const given = Buffer.from(asked.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    if (given !== `${ACCOUNT}:${TOKEN}`) return refusal(401, 20003);
    if (asked.path === `${root}/Messages.json`) return asked.method === 'POST' ? post(asked) : list(asked);
    const sid = new RegExp(`^${root}/Messages/(\\w+)\\.json$`).exec(asked.path)?.[1];
    if (sid !== undefined && broken.has(sid)) return refusal(500, 20500);
    return sid === undefined ? refusal(404, 20404) : one(sid);
  });

  return {
    ...server,
    doors: phones.doors,
    /** What was sent to a phone, oldest first. */
    at: (phone: string) => resources.filter((each) => each.direction === 'outbound-api' && each.to === phone),
    /** Everything is answered so; null: as it should be. */
    answerWith(answer: StandInAnswer | null) {
      override = answer;
    },
    /** Whoever asks about this message is told that something broke. */
    break: (sid: string) => void broken.add(sid),
    showAtMost(count: number) {
      pageSizeLimit = count;
    },
    /** A text comes in. */
    receive(from: string, body: string, at = now()): string {
      const sid = `SM${String(resources.length + 1).padStart(32, '1')}`;
      const form = new URLSearchParams();
      resources.push({
        sid,
        direction: 'inbound',
        from,
        to: DESK,
        body,
        status: 'received',
        error_code: null,
        at,
        form,
      });
      return sid;
    },
  };
}
export type TwilioStandIn = Awaited<ReturnType<typeof twilioStandIn>>;
