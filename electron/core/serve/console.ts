import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { openAccess } from './access.ts';
import { consoleApi } from './api/index.ts';
import type { ConsoleApi } from './console-api.ts';
import { keepAddress, readKeptAddress } from './kept-address.ts';
import type { Parts } from './parts.ts';
import { buildServer } from './server.ts';

const HOST = '127.0.0.1';

export type ConsoleDeps = {
  readonly parts: Parts;
  readonly rendererFolder: string;
  readonly onError: (error: unknown) => void;
};

/** The console's server: built, and heard once `listen` has resolved. */
export type ConsoleServer = {
  readonly api: ConsoleApi;
  readonly token: string;
  /**
   * Listens on loopback, on the port asked for; 0: the one kept in the folder, or a free one the first time. Another
   * program may have taken it meanwhile: then any free one will do. Resolves with the console's address.
   *
   * @throws Node's error when it may not listen at all
   */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
};

/** Builds the console's server; address and token of the data folder are kept in it. */
export async function openConsole({ parts, rendererFolder, onError }: ConsoleDeps): Promise<ConsoleServer> {
  const { folder } = parts.store;
  const kept = readKeptAddress(folder);
  const access = openAccess(parts.clock, kept.token);
  const api = consoleApi(parts);
  const server = await buildServer({ parts, api, access, rendererFolder, onError });
  return {
    api,
    token: access.token,
    async listen(asked) {
      const port = await listenOn(server, asked === 0 ? kept.port : asked);
      keepAddress(folder, { port, token: access.token });
      return `http://${HOST}:${port}`;
    },
    close: () => server.close(),
  };
}

async function listenOn(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ host: HOST, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error; // Node's own error type
    await server.listen({ host: HOST, port: 0 });
  }
  return (server.server.address() as AddressInfo).port; // a TCP server has one
}
