import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A message as it came to the sink. `key` is ours: it stands in the address the report goes to. */
export type SunkMessage = { readonly key: string; readonly to: string; readonly text: string; readonly at: number };

/**
 * What the sink does with one. `accept`: as smsbox answers. `lose`: takes it, then cuts the line before the answer.
 * `full`: Kannel's own words for "not now". `refuseNumber`: for good. `refuseUs`: wrong user or password. `slowDown`: 429,
 * come again after {@link SLOW_DOWN_S} seconds. `late`: takes it, and answers when nobody waits for it any more.
 */
export type SinkAnswer = 'accept' | 'lose' | 'full' | 'refuseNumber' | 'refuseUs' | 'slowDown' | 'late';

export const SLOW_DOWN_S = 3;
/** Longer than the core waits for an answer, and what it allows a driver on top. */
const LATE_ANSWER_MS = 18_000;

export type KannelSink = {
  /** What to give `saveGateway` for the kind `kannel`. */
  readonly config: { readonly sendUrl: string; readonly username: string; readonly password: string };
  /** Everything the sink has taken, in order; what it refused is not among it. */
  readonly taken: readonly SunkMessage[];
  /** Every request for a message, refused ones too. */
  readonly asked: readonly SunkMessage[];
  countOf(key: string): number;
  /** From now on each message is answered so. The promise is awaited: a message can be held. */
  answerWith(rule: (message: SunkMessage) => SinkAnswer | Promise<SinkAnswer>): void;
  /** A text comes in. Resolves with the status the core answered. */
  reply(text: { readonly id: string; readonly from: string; readonly text: string }): Promise<number>;
  /** A delivery report with Kannel's number for the state: 1 delivered, 2 failed, 8 taken by the network. */
  report(key: string, status: 1 | 2 | 8): Promise<number>;
  /** From now on nobody listens at its address. */
  goDown(): Promise<void>;
  /** Listens there again. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
};

const ANSWERS = {
  accept: [202, '0: Accepted for delivery'],
  full: [503, 'Temporal failure, try again later.'],
  refuseNumber: [400, 'No receiver number that could be used.'],
  refuseUs: [403, 'Authorization failed for sendsms'],
  slowDown: [429, 'Too many requests'],
} as const satisfies Record<Exclude<SinkAnswer, 'lose' | 'late'>, readonly [number, string]>;

/**
 * Which incident a step's text is about, and the letter to answer with; null for any other text. The first text on a phone
 * shows none: its letter is A.
 */
export function nameIn(text: string): { readonly number: number; readonly code: string } | null {
  const found = /^(?:([A-Z]+) )?#(\d+) P[12]/.exec(text);
  return found ? { number: Number(found[2]), code: found[1] ?? 'A' } : null;
}

/** The same of every incident in it: several of one phone leave in one text, each on a line of its own. */
export function namesIn(text: string): readonly { readonly number: number; readonly code: string }[] {
  return text.split('\n').flatMap((line) => nameIn(line) ?? []);
}

/** An HTTP server on loopback that answers as Kannel's smsbox does, and counts. */
export async function openKannelSink(): Promise<KannelSink> {
  const taken: SunkMessage[] = [];
  const asked: SunkMessage[] = [];
  let rule: (message: SunkMessage) => SinkAnswer | Promise<SinkAnswer> = () => 'accept';
  let callback = '';

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const query = new URL(request.url ?? '', 'http://sink').searchParams;
    const to = query.get('to') ?? '';
    const say = ([status, body]: readonly [number, string]): void => {
      const more = status === 429 ? { 'retry-after': String(SLOW_DOWN_S) } : {};
      response.writeHead(status, { 'content-type': 'text/html', ...more }).end(body);
    };
    // The driver asks for its health with an empty number.
    if (to === '') return say(ANSWERS.refuseNumber);
    const [base = '', report = ''] = (query.get('dlr-url') ?? '').split('/report?');
    callback = base;
    const key = Buffer.from(new URLSearchParams(report).get('key') ?? '', 'base64url').toString('utf8');
    const message = { key, to, text: query.get('text') ?? '', at: Date.now() };
    asked.push(message);
    const answer = await rule(message);
    const isTaken = answer === 'accept' || answer === 'lose' || answer === 'late';
    if (isTaken) taken.push({ ...message, at: Date.now() });
    if (answer === 'lose') return void request.socket.destroy();
    if (answer === 'late') await pause(LATE_ANSWER_MS, undefined, { ref: false });
    say(ANSWERS[answer === 'late' ? 'accept' : answer]);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has one

  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const call = async (door: string, fields: Readonly<Record<string, string>>): Promise<number> => {
    if (callback === '') throw new Error('nothing was sent yet, so nobody knows where to call');
    const answer = await fetch(`${callback}/${door}?${new URLSearchParams(fields)}`);
    await answer.arrayBuffer();
    return answer.status;
  };

  return {
    config: { sendUrl: `http://127.0.0.1:${port}/cgi-bin/sendsms`, username: 'desk', password: 'only-here' },
    taken,
    asked,
    countOf: (key) => taken.filter((each) => each.key === key).length,
    answerWith(next) {
      rule = next;
    },
    reply: ({ id, from, text }) => call('reply', { id, from, to: '+12025550100', charset: 'UTF-8', text }),
    report: (key, status) =>
      call('report', { key: Buffer.from(key).toString('base64url'), status: String(status), answer: '' }),
    goDown: close,
    async comeBack() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async stop() {
      if (server.listening) await close();
    },
  };
}
