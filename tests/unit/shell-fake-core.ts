import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CoreState } from '../../electron/main/core-client.ts';
import type { CoreAddress } from '../../electron/main/shell.ts';

/** A core as the shell sees it: the agreed loopback API on an ephemeral port, and what it was asked. */
export type FakeCore = {
  readonly address: CoreAddress;
  /** Bodies of the POSTs by path, oldest first. */
  readonly heard: { readonly path: string; readonly body: unknown }[];
  /** Each request to a page, with what let it in. */
  readonly pages: { readonly path: string; readonly authorization: string | null; readonly ticket: string | null }[];
  state: CoreState;
  isSilent: boolean;
  /** Requests that came while it was silent. */
  unheard: number;
  close(): Promise<void>;
};

export const QUIET: CoreState = { alarm: null, keepAwake: false, runningLadders: 0, badge: 0, notifications: [] };

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? null : JSON.parse(text);
};

export const openFakeCore = async (token = 'a-token'): Promise<FakeCore> => {
  const tickets = new Set<string>();
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (core.isSilent) {
      core.unheard += 1;
      return void request.socket.destroy();
    }
    const isLetIn = request.headers.authorization === `Bearer ${token}`;
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname === '/') {
      const ticket = url.searchParams.get('ticket');
      core.pages.push({ path: url.pathname, authorization: request.headers.authorization ?? null, ticket });
      const isGood = isLetIn || (ticket !== null && tickets.delete(ticket));
      response.writeHead(isGood ? 200 : 401, { 'content-type': 'text/html' });
      return void response.end(`<!doctype html><title>${isGood ? 'desk' : 'refused'}</title><p>${isGood}</p>`);
    }
    if (!isLetIn) return answer(401, {});
    if (url.pathname === '/shell/state') return answer(200, core.state);
    const body = await bodyOf(request);
    core.heard.push({ path: url.pathname, body });
    if (url.pathname !== '/ticket') return answer(200, {});
    const ticket = `ticket-${core.heard.length}`;
    tickets.add(ticket);
    return answer(200, { ticket });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server, so never a pipe's name
  const core: FakeCore = {
    address: { url: `http://127.0.0.1:${port}`, token, pid: process.pid },
    heard: [],
    pages: [],
    state: QUIET,
    isSilent: false,
    unheard: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return core;
};
