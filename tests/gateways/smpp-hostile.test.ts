import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmsDriver } from '../../electron/core/notify/driver.ts';
import { bytesIn, type Pdu, pduOf } from '../../electron/core/notify/gateways/smpp-library.ts';
import { patience, until } from '../patience.ts';
import { committingSink } from './committing-sink.ts';
import { NO_OPENSSL, ownCertificate } from './own-certificate.ts';
import { type Logged, openSmpp, quickDeps } from './smpp-rig.ts';
import { openSmsc, type Smsc } from './smsc-rig.ts';

/** The SMPP driver against what no SMSC should send, and servers that are none. */

const VERA = '+12025550143';
const HELLO = { key: 'key', to: VERA, text: 'hello', expiresAt: null };

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

/** A server that answers the first bytes it gets, whatever they are. */
async function answering(answer: (socket: Socket, asked: Buffer) => void): Promise<object> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (asked: Buffer) => answer(socket, asked));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { host: '127.0.0.1', port: address.port, systemId: 'desk', password: 'pw', from: '+12025550100' };
}

type Opened = { readonly smsc: Smsc; readonly driver: SmsDriver; readonly sink: ReturnType<typeof committingSink> };

async function openBoth(logged: Logged[] = []): Promise<Opened> {
  const smsc = await openSmsc();
  const driver = openSmpp(smsc.config, quickDeps(logged));
  const sink = committingSink();
  await driver.start(sink);
  toStop.push(() => driver.stop().then(() => smsc.close()));
  return { smsc, driver, sink };
}

const length = (bytes: number): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
};

describe('an answer to the sign-in', () => {
  it.each<[string, (asked: Buffer) => Buffer | null]>([
    ['that never comes', () => null],
    ['that is cut off', () => length(40).subarray(0, 3)],
    ['that is shorter than it says', () => Buffer.concat([length(400), Buffer.alloc(12)])],
    ['that claims no length', () => length(0)],
    ['that claims a length no message can have', () => Buffer.concat([length(4), length(4), length(4), length(4)])],
    ['that claims to be endless', () => length(0xffff_ffff)],
    ['of a web server', () => Buffer.from('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')],
    ['that is its own words', (asked) => asked],
  ])('%s: not sent', async (_, answer) => {
    const config = await answering((socket, asked) => {
      const bytes = answer(asked);
      if (bytes === null) return;
      socket.write(bytes);
      // Those who wait for more wait in vain; one that breaks off is told from one that is silent.
      if (bytes.length < 40) socket.end();
    });
    const result = await openSmpp(config).send(HELLO, AbortSignal.timeout(1_000));
    expect(result).toMatchObject({ kind: 'notSent' });
  });

  it('is waited for by health no longer than it is told to', async () => {
    const config = await answering(() => undefined);
    expect(await openSmpp(config).health(AbortSignal.timeout(200))).toMatchObject({ level: 'down' });
  });
});

describe('what comes over the link', () => {
  it.each<[string, Buffer]>([
    ['noise', Buffer.from('this is no SMPP at all, and long enough to be read')],
    [
      'a message cut off in its last field',
      Buffer.concat([
        length(37),
        Buffer.from('000000050000000000000007', 'hex'),
        Buffer.alloc(17),
        Buffer.from('020c0002', 'hex'),
      ]),
    ],
    ['a length without a message', length(9)],
  ])('%s breaks it, and it is built again', async (_, bytes) => {
    const logged: Logged[] = [];
    const { smsc, driver } = await openBoth(logged);
    const binds = smsc.binds.length;
    smsc.write(bytes);
    smsc.write(bytes);
    await until(async () => {
      // What cannot be read as broken is found when the SMSC's next answer cannot be read.
      await driver.health(AbortSignal.timeout(200));
      return smsc.binds.length > binds;
    }, 'the next link');
    await until(async () => (await driver.send(HELLO, patience())).kind === 'accepted', 'a message to be taken again');
    expect(JSON.stringify(logged)).not.toContain('no SMPP at all');
  });

  it('a command nobody knows is refused, and the link stays', async () => {
    const { smsc, driver } = await openBoth();
    const answer = await smsc.request(pduOf('query_sm', { message_id: '1' }));
    expect([answer.command, answer.command_status]).toEqual(['generic_nack', 0x03]);
    expect(smsc.binds).toHaveLength(1);
    expect((await driver.send(HELLO, patience())).kind).toBe('accepted');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['of nobody', { short_message: Buffer.from('hello') }],
    [
      'that is a receipt without an id',
      { source_addr: '12025550143', esm_class: 4, short_message: Buffer.from('stat:DELIVRD') },
    ],
    [
      'that is a receipt of a state nobody knows',
      { source_addr: '12025550143', esm_class: 4, short_message: Buffer.from('id:1 stat:PONDERS err:000') },
    ],
  ])('a text %s is let go', async (_, fields) => {
    const { smsc, sink } = await openBoth();
    const answer = await smsc.request(pduOf('deliver_sm', fields));
    expect(answer.command_status).toBe(0);
    expect([sink.handedIn, sink.reports]).toEqual([[], []]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['with a header longer than itself', { esm_class: 0x40, short_message: Buffer.from([200, 0, 3, 1, 2, 1]) }, ''],
    ['with a place beyond its parts', { esm_class: 0x40, short_message: Buffer.from([5, 0, 3, 1, 2, 3, 0x31]) }, '1'],
    ['with half a letter at its end', { data_coding: 8, short_message: Buffer.from([0, 0x31, 0]) }, '1'],
    ['in ASCII, where @ is another number', { data_coding: 1, short_message: Buffer.from('@ home') }, '@ home'],
    ['in Latin-1', { data_coding: 3, short_message: Buffer.from('sí', 'latin1') }, 'sí'],
    ['in the coding of the radio side', { data_coding: 0x18, short_message: Buffer.from([0, 0xed]) }, 'í'],
    ['in the field for long ones', { message_payload: Buffer.from('1 30') }, '1 30'],
    ['as long as that field can be', { message_payload: Buffer.from('a'.repeat(65_535)) }, 'a'.repeat(65_535)],
  ])('a text %s is handed in as what can be read of it', async (_, fields, text) => {
    const { smsc, sink } = await openBoth();
    const answer = await smsc.request(pduOf('deliver_sm', { source_addr: '12025550143', ...fields }));
    expect(answer.command_status).toBe(0);
    expect(sink.replies.map((each) => [each.from, each.text])).toEqual([[VERA, text]]);
  });
});

describe('an answer to a message', () => {
  /** An SMSC that signs everybody in and answers a message as told. */
  const answeringMessages = (answer: (sequence: number) => Pdu): Promise<object> =>
    answering((socket, asked) => {
      socket.write(pduOf('bind_transmitter_resp', { sequence_number: asked.readUInt32BE(12) }).toBuffer());
      socket.on('data', (next: Buffer) => {
        if (next.readUInt32BE(4) === 4) socket.write(answer(next.readUInt32BE(12)).toBuffer());
        else socket.end();
      });
    });

  it.each<[string, (sequence: number) => Pdu, object]>([
    [
      'without an id',
      (sequence_number) => pduOf('submit_sm_resp', { sequence_number }),
      { kind: 'accepted', ref: null },
    ],
    [
      'that answers something else',
      (sequence_number) => pduOf('enquire_link_resp', { sequence_number }),
      { kind: 'unknown', reason: 'answerStrange:enquire_link_resp' },
    ],
    [
      'that says it is no message',
      (sequence_number) => pduOf('generic_nack', { sequence_number, command_status: 0x02 }),
      { kind: 'rejected', scope: 'account', reason: 'setUpDiffers:ESME_RINVCMDLEN' },
    ],
  ])('%s', async (_, answer, result) => {
    expect(await openSmpp(await answeringMessages(answer)).send(HELLO, patience())).toEqual(result);
  });

  it('to another one is none', async () => {
    const config = await answeringMessages((sequence) => pduOf('submit_sm_resp', { sequence_number: sequence + 7 }));
    expect(await openSmpp(config).send(HELLO, AbortSignal.timeout(500))).toMatchObject({ kind: 'unknown' });
  });
});

describe.skipIf(NO_OPENSSL !== '')(`TLS${NO_OPENSSL}`, () => {
  async function openTls(subjectAltName: string) {
    const tls = ownCertificate(subjectAltName);
    const smsc = await openSmsc({ tls });
    toStop.push(() => smsc.close());
    return { smsc, cert: tls.cert };
  }

  it('carries a message where the authority is known', async () => {
    const { smsc, cert } = await openTls('IP:127.0.0.1');
    const driver = openSmpp({ ...smsc.config, tlsAuthority: cert });
    expect((await driver.send(HELLO, patience())).kind).toBe('accepted');
    expect(await smsc.arrived(VERA)).toBe('hello');
  });

  it('that does not verify lets nothing out, the password neither', async () => {
    const { smsc, cert } = await openTls('DNS:somebody.else');
    const unknown = await openSmpp(smsc.config).send(HELLO, patience());
    const wrongName = await openSmpp({ ...smsc.config, tlsAuthority: cert }).send(HELLO, patience());
    for (const result of [unknown, wrongName])
      expect(result).toMatchObject({ kind: 'notSent', reason: expect.stringMatching(/^notTrusted:/) });
    expect([smsc.binds, smsc.parts]).toEqual([[], []]);
  });

  it('is not taken for granted where nobody speaks it', async () => {
    const smsc = await openSmsc();
    toStop.push(() => smsc.close());
    const result = await openSmpp({ ...smsc.config, tls: 'yes' }).send(HELLO, AbortSignal.timeout(1_000));
    expect(result).toMatchObject({ kind: 'notSent' });
    expect(smsc.binds).toEqual([]);
  });
});

it('reads a message in either of its fields', () => {
  expect(bytesIn(pduOf('deliver_sm', { short_message: Buffer.from('a') })).toString()).toBe('a');
  expect(bytesIn(pduOf('deliver_sm', { message_payload: Buffer.from('b') })).toString()).toBe('b');
});
