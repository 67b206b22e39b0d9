import { z } from 'zod';
import type { Tier } from '#shared/contract';
import type { GatewayHealth, SendResult, SmsDriver } from '../driver.ts';
import { tierTold } from './fit-message.ts';
import { below, type Exchange, exchange, failedSend, readJson, readStatus, troubleOf } from './http-exchange.ts';
import { type GotifyConfig, type NtfyConfig, TOPIC } from './push-config.ts';

/** What push has of a gateway: it goes one way, to whoever listens, and twice is once too often and no more. */
const PUSH = {
  isIdempotent: false,
  hasReceipts: false,
  hasInbound: false,
  medium: 'push',
  handlesStop: false,
  maxSegments: null,
  needsPublicAddress: false,
} as const;

/** What ntfy hands to one visitor: one every 5 s once a first 60 are used up. */
const NTFY_PER_MINUTE = 12;
/** What is longer ntfy makes a file of. */
const NTFY_BYTES = 4_096;

/** How loud, by what the text tells. */
type Priorities = Readonly<Record<Tier | 'none', number>>;
const NTFY_PRIORITIES: Priorities = { P1: 5, P2: 4, P3: 3, none: 3 };
const GOTIFY_PRIORITIES: Priorities = { P1: 10, P2: 8, P3: 5, none: 5 };

/** The beginning of a text, in so many bytes and in whole characters. */
function within(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const ellipsis = '…';
  let kept = '';
  let byteCount = Buffer.byteLength(ellipsis);
  for (const character of text) {
    byteCount += Buffer.byteLength(character);
    if (byteCount > mostBytes) break;
    kept += character;
  }
  return kept + ellipsis;
}

const isTokenRefused = (result: Exchange): boolean =>
  result.kind === 'answer' && (result.status === 401 || result.status === 403);

const TOKEN_REFUSED = { kind: 'rejected', reason: 'tokenRefused', scope: 'account' } as const;

/** What the answer to a push says; `name` reads the message's own name out of an answer that took it. */
function readPush(result: Exchange, name: (body: string) => string | null): SendResult {
  if (result.kind !== 'answer') return failedSend(result);
  if (isTokenRefused(result)) return TOKEN_REFUSED;
  // No room for it: it keeps messages for whoever is not listening just then.
  if (result.status === 507) return { kind: 'notSent', reason: 'full:507', retryAfterMs: result.retryAfterMs };
  const refused = readStatus(result);
  if (refused !== null) return refused;
  const ref = name(result.body);
  return ref === null ? { kind: 'unknown', reason: `answerStrange:${result.status}` } : { kind: 'accepted', ref };
}

const EMPTY: SendResult = { kind: 'rejected', reason: 'emptyText', scope: 'content' };
const WELL: GatewayHealth = { level: 'ok', detail: 'answersWell' };
const NOT_IT: GatewayHealth = { level: 'down', detail: 'wrongAddress' };

/** How a push server says it is; null where it is well. */
function readHealth<Schema extends z.ZodType<{ readonly isWell: boolean }>>(
  result: Exchange,
  schema: Schema,
): GatewayHealth | null {
  const trouble = troubleOf(result);
  if (trouble !== null || result.kind !== 'answer') return trouble;
  const said = readJson(schema, result.body);
  if (said === null) return NOT_IT;
  return said.isWell ? null : { level: 'down', detail: 'saysUnwell' };
}

const Published = z.object({ id: z.string().min(1), event: z.literal('message') });
const NtfyHealth = z.object({ healthy: z.boolean() }).transform(({ healthy }) => ({ isWell: healthy }));

/** The company's own ntfy: to the topic of whoever is told, else to the one of the settings. docs.ntfy.sh/publish */
export function ntfyDriver({ address, topic, token }: NtfyConfig): SmsDriver {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    name: 'ntfy',
    capabilities: { ...PUSH, ratePerMinute: NTFY_PER_MINUTE },
    start: async () => undefined,
    stop: async () => undefined,
    async send({ to, text }, signal) {
      if (text === '') return EMPTY;
      const push = {
        topic: TOPIC.test(to) ? to : topic,
        message: within(text, NTFY_BYTES),
        priority: NTFY_PRIORITIES[tierTold(text) ?? 'none'],
      };
      const request = { url: new URL(address), method: 'POST', headers, body: JSON.stringify(push) } as const;
      return readPush(await exchange(request, signal), (body) => readJson(Published, body)?.id ?? null);
    },
    async health(signal) {
      const trouble = readHealth(await exchange({ url: below(address, 'v1/health') }, signal), NtfyHealth);
      if (trouble !== null || token === undefined) return trouble ?? WELL;
      // It asks who may read. One that may only write is refused as well, but not for being unknown.
      const known = await exchange({ url: below(address, `${topic}/auth`), headers }, signal);
      return known.kind === 'answer' && known.status === 401 ? { level: 'down', detail: 'tokenRefused' } : WELL;
    },
  };
}

const Stored = z.object({ id: z.int() });
const GotifyHealth = z
  .object({ health: z.string(), database: z.string() })
  .transform(({ health, database }) => ({ isWell: health === 'green' && database === 'green' }));

/** The company's own Gotify: everybody who reads the application is told. gotify.net/api-docs */
export function gotifyDriver({ address, token }: GotifyConfig): SmsDriver {
  const headers = { 'x-gotify-key': token, 'content-type': 'application/json' };
  const post = (message: unknown, signal: AbortSignal) =>
    exchange({ url: below(address, 'message'), method: 'POST', headers, body: JSON.stringify(message) }, signal);
  return {
    name: 'gotify',
    capabilities: { ...PUSH, ratePerMinute: null },
    start: async () => undefined,
    stop: async () => undefined,
    async send({ text }, signal) {
      if (text === '') return EMPTY;
      const push = { title: 'Nightdesk', message: text, priority: GOTIFY_PRIORITIES[tierTold(text) ?? 'none'] };
      return readPush(await post(push, signal), (body) => {
        const id = readJson(Stored, body)?.id;
        return id === undefined ? null : String(id);
      });
    },
    async health(signal) {
      const trouble = readHealth(await exchange({ url: below(address, 'health') }, signal), GotifyHealth);
      if (trouble !== null) return trouble;
      // A message without words is refused, but only once the token is known.
      const known = await post({}, signal);
      if (isTokenRefused(known)) return { level: 'down', detail: 'tokenRefused' };
      return known.kind === 'answer' && known.status === 400 ? WELL : (troubleOf(known) ?? NOT_IT);
    },
  };
}
