import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryReport, GatewaySink, InboundMessage, SmsDriver } from '../../electron/core/notify/driver.ts';
import { eventually, patience } from '../patience.ts';

/**
 * What every gateway driver owes the outbox, whatever stands behind it. Run by each driver's own test with a bench: the
 * driver, started, and the far end of its network.
 */

type Given = DeliveryReport | InboundMessage;

/** A core that commits reports and replies, refuses when told to, and knows a repeated reply by its id. */
export type CommittingSink = GatewaySink & {
  readonly reports: readonly DeliveryReport[];
  /** Committed replies, each id once. */
  readonly replies: readonly InboundMessage[];
  /** Ids as they were handed in, refused and repeated ones included. */
  readonly handedIn: readonly string[];
  readonly refused: readonly Given[];
  /** Of what is meant; stragglers of another test may come in between. */
  refuseNext(count: number, isMeant?: (given: Given) => boolean): void;
};

export function committingSink(): CommittingSink {
  const reports: DeliveryReport[] = [];
  const replies = new Map<string, InboundMessage>();
  const handedIn: string[] = [];
  const refused: Given[] = [];
  let toRefuse = 0;
  let isToBeRefused = (_given: Given): boolean => true;
  const mayRefuse = (given: Given) => {
    if (toRefuse === 0 || !isToBeRefused(given)) return;
    toRefuse -= 1;
    refused.push(given);
    throw new Error('the disk is full');
  };
  return {
    reports,
    get replies() {
      return [...replies.values()];
    },
    handedIn,
    refused,
    refuseNext(count, isMeant = () => true) {
      toRefuse = count;
      isToBeRefused = isMeant;
    },
    async delivery(report) {
      mayRefuse(report);
      reports.push(report);
    },
    async inbound(message) {
      handedIn.push(message.id);
      mayRefuse(message);
      if (!replies.has(message.id)) replies.set(message.id, message);
    },
  };
}

export type GatewayBench = {
  readonly driver: SmsDriver;
  /** The text that arrived at a phone, whole; the first one, or the `nth` from 0. */
  arrived(phone: string, nth?: number): Promise<string>;
  /** Somebody types on a phone of the network. */
  reply(phone: string, text: string): Promise<void>;
  /** Until a reply of that phone, typed while the driver was stopped, has been offered to it in vain. */
  turnedAway(phone: string): Promise<void>;
  /** Makes the gateway unreachable for good. */
  breakDown(): Promise<void>;
  close(): Promise<void>;
};

/** Texts of every kind the product sends, by what is hard about them. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['plain', 'P1 Maple Court 14B: water through the ceiling light. Reply 1 to accept'],
  ['GSM-7 with accents and brackets', 'Señora Peña: ¿qué baño? [14B] ~ 5€'],
  ['Spanish outside GSM-7', 'Inundación: cierre la válvula. Llegará un técnico a las 9'],
  ['emoji and a line break', 'Water 💧\nand 🔥'],
  ['three parts of GSM-7', 'Shut-off is behind the washer. '.repeat(12)],
  ['an emoji across the seam of two parts', `${'á'.repeat(66)}${'🔧'.repeat(40)}`],
];

let phoneCount = 0;
/** A phone no other case has used. */
function newPhone(): string {
  phoneCount += 1;
  return `+1202555${String(1000 + phoneCount)}`;
}

type Kind = {
  readonly name: string;
  /** Whether it can say where a message is. */
  readonly canBeAsked: boolean;
  openBench(sink: GatewaySink): Promise<GatewayBench>;
};

export function describeGateway({ name, canBeAsked, openBench }: Kind): void {
  describe(`${name}, as every gateway`, () => {
    let sink: CommittingSink;
    let bench: GatewayBench;
    let phone: string;
    beforeAll(async () => {
      sink = committingSink();
      bench = await openBench(sink);
    });
    afterAll(() => bench.close());
    beforeEach(() => {
      phone = newPhone();
    });
    const delivered = (key: string): Promise<DeliveryReport> =>
      eventually(
        () => sink.reports.find((each) => each.key === key && each.state === 'delivered') ?? null,
        `a report that ${key} was delivered`,
      );
    const replied = (): Promise<InboundMessage> =>
      eventually(() => sink.replies.find((each) => each.from === phone) ?? null, `the reply of ${phone}`);

    it.each(TEXTS)('carries a text unchanged: %s', async (_, text) => {
      const result = await bench.driver.send({ key: `text ${phone}`, to: phone, text, expiresAt: null }, patience());
      expect(result.kind).toBe('accepted');
      expect(await bench.arrived(phone)).toBe(text);
    });

    it.each(['01J0KEY', 'with space & = % + / ü', '%d%A', 'k'.repeat(60)])(
      'reports delivery under our key %s',
      async (key) => {
        await bench.driver.send({ key, to: phone, text: 'hello', expiresAt: null }, patience());
        expect((await delivered(key)).reason).toBeNull();
      },
    );

    it('reports again what could not be committed', async () => {
      const key = `refused ${phone}`;
      sink.refuseNext(1, (given) => 'state' in given && given.key === key && given.state === 'delivered');
      await bench.driver.send({ key, to: phone, text: 'hello', expiresAt: null }, patience());
      const report = await delivered(key);
      expect(sink.refused.at(-1)).toEqual(report);
    });

    it('says truly whether it knows a repeated key', async () => {
      const message = { key: `twice ${phone}`, to: phone, text: 'only once?', expiresAt: null };
      await bench.driver.send(message, patience());
      const again = await bench.driver.send(message, patience());
      if (bench.driver.capabilities.isIdempotent) {
        expect(again.kind).toBe('duplicate');
        // What arrives second is the next message, so the repeated one arrived once.
        await bench.driver.send({ key: `next ${phone}`, to: phone, text: 'the next', expiresAt: null }, patience());
        expect(await bench.arrived(phone, 1)).toBe('the next');
      } else {
        expect(again.kind).toBe('accepted');
        expect(await bench.arrived(phone, 1)).toBe(message.text);
      }
    });

    it.each(['1 30', 'sí, 20 minutos 👍', '¿Quién?'])('hands in a reply: %s', async (text) => {
      await bench.reply(phone, text);
      const reply = await replied();
      expect(reply.text).toBe(text);
      expect(reply.id).not.toBe('');
    });

    it('tells two equal replies apart', async () => {
      await bench.reply(phone, '1');
      await bench.reply(phone, '1');
      const ids = await eventually(() => {
        const found = sink.replies.filter((each) => each.from === phone);
        return found.length === 2 ? found.map((each) => each.id) : null;
      }, 'both replies');
      expect(new Set(ids).size).toBe(2);
    });

    it('offers a reply again that could not be committed, under the same id', async () => {
      const before = sink.handedIn.length;
      sink.refuseNext(1, (given) => 'from' in given && given.from === phone);
      await bench.reply(phone, '2');
      const reply = await replied();
      expect(sink.handedIn.slice(before)).toEqual([reply.id, reply.id]);
      expect(sink.replies.filter((each) => each.from === phone)).toHaveLength(1);
    });

    it('keeps a reply that comes while we are stopped', async () => {
      await bench.driver.stop();
      await bench.reply(phone, 'HERE');
      await bench.turnedAway(phone);
      expect(sink.replies.some((each) => each.from === phone)).toBe(false);
      await bench.driver.start(sink);
      await bench.driver.catchUp?.(patience());
      expect((await replied()).text).toBe('HERE');
    });

    if (canBeAsked)
      it('says where a message is', async () => {
        const find = (key: string) => bench.driver.find?.(key, patience());
        await bench.driver.send({ key: `find ${phone}`, to: phone, text: 'hello', expiresAt: null }, patience());
        expect(await find(`find ${phone}`)).toBe('present');
        expect(await find(`never ${phone}`)).toBe('absent');
      });
    else
      it('does not pretend to know where a message is', () => {
        expect(bench.driver.find).toBeUndefined();
      });

    it('sends nothing once given up', async () => {
      const result = await bench.driver.send(
        { key: `late ${phone}`, to: phone, text: 'late', expiresAt: null },
        AbortSignal.abort(),
      );
      expect(result.kind).toBe('notSent');
    });

    it('is well', async () => {
      expect(await bench.driver.health(patience())).toMatchObject({ level: 'ok' });
    });

    it('says so when it cannot be reached, without throwing', async () => {
      await bench.breakDown();
      const result = await bench.driver.send(
        { key: `down ${phone}`, to: phone, text: 'hello', expiresAt: null },
        patience(),
      );
      expect(result.kind).toBe('notSent');
      expect(await bench.driver.health(patience())).toMatchObject({ level: 'down' });
    });
  });
}
