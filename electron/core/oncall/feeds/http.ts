import { type FeedTrouble, troubles } from './feed-trouble.ts';

/** HTTP as a live calendar needs it: few redirects, none to where others listen in, and never more than fits. */

export const MAX_BYTES = 20 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export type HttpRequest = {
  readonly url: URL;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
};
export type HttpAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Headers;
      readonly bytes: Uint8Array;
      readonly url: URL;
    }
  | { readonly ok: false; readonly trouble: FeedTrouble };

const refused = (trouble: FeedTrouble): HttpAnswer => ({ ok: false, trouble });

/** Asks, following redirects. Name and password may stand in the address; they go to that server alone. */
export async function ask(request: HttpRequest): Promise<HttpAnswer> {
  let url = withoutCredentials(request.url);
  let headers = { ...credentialsIn(request.url), ...request.headers };
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const answer = await askOnce({ ...request, url, headers });
    if (!answer.ok || !REDIRECTS.has(answer.status)) return answer;
    const location = answer.headers.get('location');
    const next = location ? URL.parse(location, url.href) : null;
    if (!next || !/^https?:$/.test(next.protocol)) return refused(troubles.badAddress);
    if (url.protocol === 'https:' && next.protocol === 'http:') return refused(troubles.downgraded);
    if (next.origin !== url.origin) headers = withoutAuthorization(headers);
    url = withoutCredentials(next);
  }
  return refused(troubles.tooManyRedirects);
}

async function askOnce({ url, method = 'GET', headers, body, signal }: HttpRequest): Promise<HttpAnswer> {
  const ended = new AbortController();
  try {
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'Nightdesk', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([signal, ended.signal]),
      ...(body === undefined ? {} : { body }),
    });
    const isRedirect = REDIRECTS.has(response.status);
    if (!isRedirect && Number(response.headers.get('content-length') ?? 0) > MAX_BYTES)
      return refused(troubles.tooLarge);
    const bytes = isRedirect ? new Uint8Array() : await bodyOf(response);
    if (!bytes) return refused(troubles.tooLarge);
    return { ok: true, status: response.status, headers: response.headers, bytes, url };
  } catch (error) {
    if (signal.aborted) throw error;
    return refused(networkTrouble(error));
  } finally {
    // What is left of an answer that was not read to its end must not keep the connection.
    ended.abort();
  }
}

/** The body, unpacked; null when it is longer than it may be. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What broke, by the code of the system or of OpenSSL. Their sentences may repeat the address and are left where they are. */
function networkTrouble(error: unknown): FeedTrouble {
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return troubles.noName;
  if (/CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(code)) return troubles.badCertificate;
  if (/^(?:ECONN(?:REFUSED|ABORTED)|EHOST|ENET|ETIMEDOUT|UND_ERR_CONNECT)/.test(code)) return troubles.noServer;
  return troubles.brokenOff;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Several addresses of one name were tried: the first says enough.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const inner = error.cause === undefined ? '' : codeOf(error.cause);
  return inner || ('code' in error && typeof error.code === 'string' ? error.code : '');
}

function withoutCredentials(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  return bare;
}

function credentialsIn(url: URL): Readonly<Record<string, string>> {
  return url.username === '' ? {} : { authorization: basic(unescaped(url.username), unescaped(url.password)) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % stands for itself
  }
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function withoutAuthorization(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}
