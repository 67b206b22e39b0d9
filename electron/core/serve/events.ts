import type { FastifyInstance } from 'fastify';
import type { Presence } from '#core/alarm';
import type { Hub } from '#core/desk';

/** What changed is gathered for this long, so that a storm does not become a storm of messages to the window. */
const GATHER_MS = 15;
/** An empty line now and then tells the window that the core is alive. */
const ALIVE_MS = 5_000;

/** A window that does not read (a stopped browser) is cut off here; it comes back by itself and asks for everything. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/**
 * One server-sent stream of the names of what changed; the window asks for the rows it shows. The timers are a window's own
 * pace, not deadlines of the desk, so they are the machine's: lost with the connection, and nothing depends on them.
 */
export function eventRoutes(server: FastifyInstance, hub: Hub, presence: Presence): void {
  server.get('/events', (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    // Hijacked, so the headers that every answer carries have to be handed over by hand.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) stream.setHeader(name, value);
    }
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      connection: 'keep-alive',
    });
    stream.write('retry: 1000\n\n');
    let waiting = new Set<string>();
    const say = (line: string): void => {
      if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy();
      else stream.write(line);
    };
    const flush = (): void => {
      const changed = [...waiting];
      waiting = new Set();
      say(`data: ${JSON.stringify({ changed })}\n\n`);
    };
    const unsubscribe = hub.subscribe((changed) => {
      if (waiting.size === 0) setTimeout(flush, GATHER_MS);
      for (const each of changed) waiting.add(each);
    });
    const windowClosed = presence.windowOpened();
    const alive = setInterval(() => say(': alive\n\n'), ALIVE_MS);
    request.raw.on('close', () => {
      clearInterval(alive);
      unsubscribe();
      windowClosed();
      // What it could have sounded is somebody else's to hear now.
      hub.publish(['alarm']);
    });
  });
}
