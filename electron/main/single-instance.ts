import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { CallLink } from './call-link.ts';

/** Long enough for a busy computer, short enough for a person who clicked. */
const ANSWER_MS = 2_000;
const MOST_BYTES = 2_000;

const Place = z.object({ port: z.number().int().positive(), secret: z.string().length(64) });
const Knock = z.object({
  secret: z.string(),
  link: z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable(),
});

export type Claim =
  | { readonly isFirst: true; release(): void }
  /** Another one runs and has been told. */
  | { readonly isFirst: false };

/**
 * One shell per data folder, for shells without Electron's lock. The first listens on loopback and leaves its port and
 * a secret in a file only its owner reads; a later one knocks there and ends. A file left by a crash answers nobody,
 * and is replaced. What really guards the data is the core's own lock.
 *
 * @param whenKnocked called in the first one when another was started, with the call link it was given
 */
export const claimFolder = async (
  dataFolder: string,
  link: CallLink | null,
  whenKnocked: (link: CallLink | null) => void,
): Promise<Claim> => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'shell.json');
  const place = readPlace(file);
  if (place !== null && (await knock(place, link))) return { isFirst: false };
  const secret = randomBytes(32).toString('hex');
  const server = await listen(secret, whenKnocked);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ port, secret }), { mode: 0o600 });
  return {
    isFirst: true,
    release: () => {
      server.close();
      rmSync(file, { force: true });
    },
  };
};

const readPlace = (file: string): z.infer<typeof Place> | null => {
  try {
    const parsed = Place.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not there, or cut off by a crash: nobody to ask.
    return null;
  }
};

const knock = (place: z.infer<typeof Place>, link: CallLink | null): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: place.port, signal: AbortSignal.timeout(ANSWER_MS) });
    socket.setEncoding('utf8');
    socket.on('connect', () => socket.write(`${JSON.stringify({ secret: place.secret, link })}\n`));
    socket.on('data', (answer) => resolve(answer.toString().startsWith('yes')));
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });

const listen = (secret: string, whenKnocked: (link: CallLink | null) => void): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8');
      socket.setTimeout(ANSWER_MS, () => socket.destroy());
      socket.on('error', () => socket.destroy());
      socket.on('data', (part) => {
        text += part;
        if (text.length > MOST_BYTES) socket.destroy();
        else if (text.endsWith('\n')) {
          const heard = readKnock(text, secret);
          socket.end(heard === null ? 'no\n' : 'yes\n');
          if (heard !== null) whenKnocked(heard.link);
        }
      });
    });
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
    // The claim alone must not keep the program alive.
    server.unref();
  });

const readKnock = (text: string, secret: string): z.infer<typeof Knock> | null => {
  try {
    const parsed = Knock.safeParse(JSON.parse(text));
    if (!parsed.success || parsed.data.secret.length !== secret.length) return null;
    return timingSafeEqual(Buffer.from(parsed.data.secret), Buffer.from(secret)) ? parsed.data : null;
  } catch {
    // Not JSON: somebody else's program tries the port.
    return null;
  }
};
