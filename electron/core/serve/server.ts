import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { asTrouble, StoreTrouble } from '#core/store';
import type { BothLanguages } from '#shared/contract';
import type { Access } from './access.ts';
import type { ConsoleApi } from './console-api.ts';
import { documentRoutes } from './documents.ts';
import { eventRoutes } from './events.ts';
import type { Parts } from './parts.ts';
import { type Router, router } from './router.ts';
import { shellRoutes } from './shell-routes.ts';

/** Imports of 20 MB as JSON text, with room for its escapes. */
const BODY_LIMIT = 30 * 1024 * 1024;

const CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "object-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export type ServerDeps = {
  readonly parts: Parts;
  readonly api: ConsoleApi;
  readonly access: Access;
  /** The folder of the built renderer; without it every other route still works. */
  readonly rendererFolder: string;
  readonly onError: (error: unknown) => void;
};

/** The console API: one page, tRPC, one event stream, documents; on 127.0.0.1, for token or cookie only. */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  const { access, api } = deps;
  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: true,
  });

  server.addHook('onRequest', async (request, reply) => {
    reply
      .header('content-security-policy', CSP)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store');
    const { host, origin, authorization, cookie } = request.headers;
    const port = request.socket.localPort ?? 0;
    if (request.method === 'GET' && request.url.startsWith('/?ticket='))
      return admit(reply, access, request.url, port, host);
    const why = access.refuse({ host, origin, authorization, cookie }, port);
    if (why === null) return;
    if (why === 'credentials' && request.url === '/') return reply.code(401).type('text/html').send(SIGN);
    return reply.code(why === 'credentials' ? 401 : 403).send({ error: why });
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if ((error.statusCode ?? 500) >= 500) deps.onError(error);
    return reply.code(error.statusCode ?? 500).send({ error: 'failed' });
  });

  const trpcOptions: FastifyTRPCPluginOptions<Router> = {
    prefix: '/trpc',
    trpcOptions: {
      router,
      createContext: () => ({ api, explain: (error, isRead) => explain(error, isRead, deps.parts.store.folder) }),
      onError: ({ error }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') deps.onError(error.cause ?? error);
      },
    },
  };
  await server.register(fastifyTRPCPlugin, trpcOptions);
  eventRoutes(server, deps.parts.hub, deps.parts.presence);
  documentRoutes(server, deps.parts);
  shellRoutes(server, deps.parts, access);
  if (existsSync(deps.rendererFolder)) {
    await server.register(fastifyStatic, { root: deps.rendererFolder, cacheControl: false });
  } else {
    server.get('/', (_request, reply) =>
      reply
        .type('text/html')
        .send(
          '<!doctype html><title>Nightdesk</title><p>The console has not been built yet. Run <code>npm start</code>.',
        ),
    );
  }
  return server;
}

const UNEXPECTED: BothLanguages = {
  en: 'Something went wrong inside Nightdesk. This step was not saved; everything before it was. Try again; the details are in nightdesk.log.',
  es: 'Algo falló dentro de Nightdesk. Este paso no se guardó; todo lo anterior sí. Intente de nuevo; los detalles están en nightdesk.log.',
};

const NOT_READ: BothLanguages = {
  en: 'Something went wrong inside Nightdesk while reading. Nothing was changed; the details are in nightdesk.log.',
  es: 'Algo falló dentro de Nightdesk al leer. No se cambió nada; los detalles están en nightdesk.log.',
};

/** What a person is told of an error: the machine's trouble in plain words, or that it was our fault. */
function explain(error: unknown, isRead: boolean, folder: string): BothLanguages {
  const trouble = asTrouble(error, folder);
  if (trouble instanceof StoreTrouble) return trouble.sentence;
  return isRead ? NOT_READ : UNEXPECTED;
}

/** A window arrives with its ticket and leaves with its cookie; the ticket does not stay in the address. */
function admit(reply: FastifyReply, access: Access, url: string, port: number, host: string | undefined): FastifyReply {
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return reply.code(403).send({ error: 'host' });
  const ticket = new URLSearchParams(url.slice(2)).get('ticket') ?? '';
  const cookie = access.redeem(ticket);
  if (cookie === null) return reply.code(401).type('text/html').send(SIGN);
  return reply
    .header('set-cookie', `${access.cookieName(port)}=${cookie}; HttpOnly; SameSite=Strict; Path=/`)
    .redirect('/');
}

const SIGN =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Nightdesk</title><p>This address opens only from the Nightdesk program. Start it again with its icon, or with <code>npm start</code>.</p><p lang="es">Esta dirección solo se abre desde el programa Nightdesk. Inícielo de nuevo.</p></html>';
