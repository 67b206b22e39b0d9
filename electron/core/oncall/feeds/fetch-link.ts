import { createHash } from 'node:crypto';
import { linkOf } from './addresses.ts';
import { type Fetched, type Fetcher, failed, type Tags } from './asked.ts';
import { statusTrouble, troubles } from './feed-trouble.ts';
import { ask, basic } from './http.ts';

/**
 * A calendar or sheet behind one address. The server is told which copy is known; where it does not heed that, the
 * SHA-256 of what it sends says whether anything changed.
 */
export const fetchLink: Fetcher = async (source, { tags, signal }) => {
  const url = linkOf(source.address);
  if (!url) return failed(troubles.badAddress);
  const answer = await ask({ url, headers: { ...conditions(tags), ...signIn(source) }, signal });
  if (!answer.ok) return failed(answer.trouble);
  const { status, headers, bytes } = answer;
  const isKnown = tags.sha256 !== undefined;
  if (status === 304 && isKnown) return { kind: 'unchanged', tags };
  if (status !== 200) return failed(statusTrouble(status));
  if (bytes.byteLength === 0) return failed(troubles.empty);
  if (isWebPage(headers, bytes)) return failed(troubles.webPage);
  return compared(bytes, tags, {
    ...named('etag', headers.get('etag')),
    ...named('lastModified', headers.get('last-modified')),
  });
};

/** What came, or that it is what was there already. */
export function compared(bytes: Uint8Array, before: Tags, found: Tags): Fetched {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const tags = { ...found, sha256 };
  return before.sha256 === sha256 ? { kind: 'unchanged', tags } : { kind: 'content', bytes, sha256, tags };
}

function conditions({ etag, lastModified }: Tags): Readonly<Record<string, string>> {
  return {
    accept: 'text/calendar, text/csv, text/plain;q=0.9, */*;q=0.5',
    ...named('if-none-match', etag),
    ...named('if-modified-since', lastModified),
  };
}

function signIn({ username, password }: { readonly username: string; readonly password: string }) {
  return named('authorization', username === '' ? null : basic(username, password));
}

function named(name: string, value: string | null | undefined): Readonly<Record<string, string>> {
  return value ? { [name]: value } : {};
}

/** A sign-in page comes with status 200 and would be read as a calendar without a single event. */
function isWebPage(headers: Headers, bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 512));
  if (/\bhtml\b/i.test(headers.get('content-type') ?? '')) return !/^\s*BEGIN:VCALENDAR/i.test(head);
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head)\b/i.test(head);
}
