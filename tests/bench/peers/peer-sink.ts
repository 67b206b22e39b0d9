import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { namesIn } from '../../integration/kannel-sink.ts';

/** One HTTP sink for all three. `step` counts the notices of a ticket: 0 is the first. */
export type PeerSink = {
  readonly port: number;
  /** When the body of that notice was here, on this process's clock; null where it has not come. */
  arrivalOf(ticket: string, step: number): number | null;
  /** The same, waited for. */
  arrival(ticket: string, step: number): Promise<number>;
  stop(): Promise<void>;
};

const LIMIT_MS = 30_000;
const ICINGA_USERS = ['tech1', 'tech2', 'manager'];
const ALERTMANAGER_DOORS = ['/tech1', '/tech2', '/manager'];

export async function openPeerSink(): Promise<PeerSink> {
  const arrivals = new Map<string, number>();
  /** Nightdesk's texts to responders come one per step here: they are counted as they come, repeats of a key aside. */
  const keys = new Map<string, Set<string>>();
  const note = (ticket: string, step: number, at: number): void => {
    const name = `${ticket} ${step}`;
    if (!arrivals.has(name)) arrivals.set(name, at);
  };

  const noteText = (url: URL, at: number): void => {
    const key = url.searchParams.get('dlr-url') ?? '';
    // What is due in one moment for one phone is one text about all of it.
    for (const { number } of namesIn(url.searchParams.get('text') ?? '')) {
      const ticket = `nightdesk-${number}`;
      const seen = keys.get(ticket) ?? new Set();
      keys.set(ticket, seen);
      if (seen.has(key)) continue;
      seen.add(key);
      note(ticket, seen.size - 1, at);
    }
  };

  const noteBody = (path: string, body: string, at: number): void => {
    if (path === '/icinga') {
      const [user = '', , type = '', service = ''] = body.split('|');
      if (type.toLowerCase() === 'problem') note(`icinga-${service}`, ICINGA_USERS.indexOf(user), at);
      return;
    }
    const { alerts } = JSON.parse(body) as { alerts: readonly { labels: { ticket: string } }[] }; // Alertmanager's own shape
    for (const { labels } of alerts) note(`alertmanager-${labels.ticket}`, ALERTMANAGER_DOORS.indexOf(path), at);
  };

  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const at = performance.now();
      const url = new URL(request.url ?? '', 'http://sink');
      const isText = url.pathname === '/cgi-bin/sendsms';
      if (isText) noteText(url, at);
      else noteBody(url.pathname, body, at);
      // The desk asks for the gateway's health with an empty number.
      const isProbe = isText && !url.searchParams.get('to');
      response.writeHead(isProbe ? 400 : isText ? 202 : 200);
      response.end(isProbe ? 'No receiver number that could be used.' : isText ? '0: Accepted for delivery' : '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const arrivalOf = (ticket: string, step: number): number | null => arrivals.get(`${ticket} ${step}`) ?? null;

  return {
    port,
    arrivalOf,
    async arrival(ticket, step) {
      const limit = AbortSignal.timeout(LIMIT_MS);
      for (;;) {
        const at = arrivalOf(ticket, step);
        if (at !== null) return at;
        if (limit.aborted) throw new Error(`notice ${step} of ${ticket} did not come within ${LIMIT_MS} ms`);
        await pause(1);
      }
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a stream without an encoding gives these
  return Buffer.concat(chunks).toString('utf8');
}
