import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What somebody asked a stand-in. */
export type Asked = {
  readonly method: string;
  /** As it stands in the request, without the question mark's part. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** By `performance.now()`, when all of it was there. */
  readonly at: number;
};

/** `hang`: never answered. A text goes as it is, anything else as JSON. */
export type StandInAnswer =
  | 'hang'
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

export type LoopbackServer = {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Nobody listens at its port any more. */
  cut(): Promise<void>;
  /** It does again, at the same one. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** A server on loopback that answers as told and remembers what it was asked. */
export async function loopbackServer(answer: (asked: Asked) => StandInAnswer): Promise<LoopbackServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    bodyOf(request).then(
      (body) => {
        const [path = '', query = ''] = (request.url ?? '').split('?');
        const each: Asked = {
          method: request.method ?? '',
          path,
          query: new URLSearchParams(query),
          headers: request.headers,
          body,
          at: performance.now(),
        };
        asked.push(each);
        const said = answer(each);
        if (said === 'hang') return;
        const text = typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {});
        response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers }).end(text);
      },
      () => response.destroy(),
    );
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port; // it listens on a port
  };
  const port = await listen(0);
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    cut,
    restore: async () => void (await listen(port)),
    close: cut,
  };
}

/** Phones that are in trouble, each in its own way; the same for every stand-in. */
export function troubles() {
  const failing = new Set<string>();
  const returning = new Set<string>();
  const refused = new Set<string>();
  const throttled = new Set<string>();
  const hanging = new Set<string>();
  const into = (phones: Set<string>) => (phone: string) => {
    phones.add(phone);
    return phone;
  };
  return {
    failing,
    returning,
    refused,
    /** Whether it is turned away this time; only once. */
    isThrottled: (phone: string) => throttled.delete(phone),
    hanging,
    doors: {
      fail: into(failing),
      giveBack: into(returning),
      refuse: into(refused),
      throttle: into(throttled),
      hang: into(hanging),
      heal() {
        for (const phones of [failing, returning, refused, throttled, hanging]) phones.clear();
      },
    },
  };
}

/** Time a hundred times as fast as life, for drivers that ask every few seconds. */
export function fastTime() {
  const SPEED = 100;
  const begunAt = Date.now();
  return {
    now: () => begunAt + (Date.now() - begunAt) * SPEED,
    timer: (delayMs: number, run: () => void) => void setTimeout(run, delayMs / SPEED),
  };
}
