import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came to the sink. `key` is ours: it stands in the address the report goes to. */
export type SunkMessage = { readonly key: string; readonly to: string; readonly text: string };

/**
 * What the sink does with one. `accept`: as smsbox answers. `lose`: takes it, then cuts the line before the answer.
 * `full`: Kannel's own words for "not now". `refuseNumber`: for good. `refuseUs`: wrong user or password.
 */
export type SinkAnswer = 'accept' | 'lose' | 'full' | 'refuseNumber' | 'refuseUs';

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
  stop(): Promise<void>;
};

const ANSWERS = {
  accept: [202, '0: Accepted for delivery'],
  full: [503, 'Temporal failure, try again later.'],
  refuseNumber: [400, 'No receiver number that could be used.'],
  refuseUs: [403, 'Authorization failed for sendsms'],
} as const satisfies Record<Exclude<SinkAnswer, 'lose'>, readonly [number, string]>;

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
      response.writeHead(status, { 'content-type': 'text/html' }).end(body);
    };
    // The driver asks for its health with an empty number.
    if (to === '') return say(ANSWERS.refuseNumber);
    const [base = '', report = ''] = (query.get('dlr-url') ?? '').split('/report?');
    callback = base;
    const key = Buffer.from(new URLSearchParams(report).get('key') ?? '', 'base64url').toString('utf8');
    const message = { key, to, text: query.get('text') ?? '' };
    asked.push(message);
    const answer = await rule(message);
    if (answer === 'accept' || answer === 'lose') taken.push(message);
    if (answer === 'lose') request.socket.destroy();
    else say(ANSWERS[answer]);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has one

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
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
