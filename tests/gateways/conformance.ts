import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { GatewaySink } from '../../electron/core/notify/driver.ts';
import { eventually, patience, until } from '../patience.ts';
import { type CommittingSink, committingSink } from './committing-sink.ts';
import { GATEWAYS, type GatewayName } from './declared.ts';
import { describeProgram } from './program.ts';
import type { GatewayRig } from './rig.ts';
import { capability, door, keyOf, messageOf, nextPhone, type SuiteBench } from './suite-bench.ts';

/**
 * What every gateway driver owes the outbox, whatever stands behind it. Each driver's own test runs it with a rig: the
 * driver, started, and the far side of its network. What a driver is held to stands in `declared.ts`.
 */

/** Texts of every kind the product sends, by what is hard about them. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['plain', 'P1 Maple Court 14B: water through the ceiling light. Reply 1 to accept'],
  ['GSM-7 with accents and brackets', 'Señora Peña: ¿qué baño? [14B] ~ 5€'],
  ['Spanish outside GSM-7', 'Inundación: cierre la válvula. Llegará un técnico a las 9'],
  ['emoji and a line break', 'Water 💧\nand 🔥'],
  ['right to left', 'דליפה בדירה 14B, קומה 2'],
  ['three parts of GSM-7', 'Shut-off is behind the washer. '.repeat(12)],
  ['a letter of two units at the seam of two parts', `${'a'.repeat(152)}€${'b'.repeat(40)}`],
  ['an emoji across the seam of two parts', `${'á'.repeat(66)}${'🔧'.repeat(40)}`],
];

function textTests(bench: SuiteBench): void {
  it.each(TEXTS)('%s', async (_, text) => {
    expect((await bench.send('text', text)).kind).toBe('accepted');
    expect(await bench.far().arrived(bench.phone())).toBe(text);
  });

  it('sends nothing once given up', async () => {
    const late = messageOf(keyOf('late', bench.phone()), bench.phone(), 'late');
    expect((await bench.driver().send(late, AbortSignal.abort())).kind).toBe('notSent');
    await bench.send('next', 'the next');
    expect(await bench.far().arrived(bench.phone())).toBe('the next');
  });

  it('is well', async () => {
    expect(await bench.driver().health(patience())).toMatchObject({ level: 'ok' });
  });
}

function receiptTests(bench: SuiteBench): void {
  it.each(['01J0KEY', 'with space & = % + / ü', '%d%A', 'k'.repeat(60)])('delivered, under our key %s', async (key) => {
    await bench.driver().send(messageOf(key, bench.phone(), 'hello'), patience());
    expect((await bench.delivered(key)).reason).toBeNull();
  });

  it('delivered, of a text in three parts', async () => {
    await bench.send('parts', 'Shut-off is behind the washer. '.repeat(12));
    await bench.delivered(keyOf('parts', bench.phone()));
  });

  it('reported again when it could not be committed', async () => {
    const key = keyOf('refused', bench.phone());
    bench.sink().refuseNext(1, (given) => 'state' in given && given.key === key && given.state === 'delivered');
    await bench.send('refused');
    const report = await bench.delivered(key);
    expect(bench.sink().refused.at(-1)).toEqual(report);
  });
}

function failureTests(bench: SuiteBench): void {
  it('failed, under our key and with a reason', async () => {
    const phone = await door(bench.far(), 'fail')(bench.phone());
    await bench.send('failed', 'hello', phone);
    const key = keyOf('failed', phone);
    const failed = await eventually(
      () => bench.sink().reports.find((each) => each.key === key && each.state === 'failed') ?? null,
      `a report that ${key} failed`,
    );
    expect(failed.reason).not.toBeNull();
    expect(bench.sink().reports.some((each) => each.key === key && each.state === 'delivered')).toBe(false);
  });
}

function giveBackTests(bench: SuiteBench): void {
  it('under our key, with a reason, and certain that nothing of it left', async () => {
    const phone = await door(bench.far(), 'giveBack')(bench.phone());
    await bench.send('back', 'hello', phone);
    const key = keyOf('back', phone);
    const told = await eventually(
      () => bench.sink().reports.find((each) => each.key === key && each.state !== 'sent') ?? null,
      `${key} to come back`,
    );
    expect(told).toMatchObject({ state: 'returned', reason: expect.any(String), mayHaveLeft: false });
  });
}

function replyTests(bench: SuiteBench): void {
  it.each(['1 30', 'sí, 20 minutos 👍', '¿Quién?', 'x'.repeat(300)])('handed in: %s', async (text) => {
    await door(bench.far(), 'reply')(bench.phone(), text);
    const reply = await bench.replied();
    expect(reply.text).toBe(text);
    expect(reply.id).not.toBe('');
  });

  it('told apart when two are equal', async () => {
    const reply = door(bench.far(), 'reply');
    await reply(bench.phone(), '1');
    await reply(bench.phone(), '1');
    const ids = [(await bench.replied(0)).id, (await bench.replied(1)).id];
    expect(new Set(ids).size).toBe(2);
  });

  it('offered again under the same id when it could not be committed', async () => {
    const phone = bench.phone();
    const before = bench.sink().handedIn.length;
    bench.sink().refuseNext(1, (given) => 'from' in given && given.from === phone);
    await door(bench.far(), 'reply')(phone, '2');
    const { id } = await bench.replied();
    expect(bench.sink().handedIn.slice(before)).toEqual([id, id]);
    expect(bench.sink().replies.filter((each) => each.from === phone)).toHaveLength(1);
  });
}

function keptReplyTests(bench: SuiteBench): void {
  it('typed while we are stopped, handed in once we are back', async () => {
    await bench.driver().stop();
    await door(bench.far(), 'reply')(bench.phone(), 'HERE');
    await door(bench.far(), 'turnedAway')(bench.phone());
    expect(bench.sink().replies.some((each) => each.from === bench.phone())).toBe(false);
    await bench.driver().start(bench.sink());
    await bench.driver().catchUp?.(patience());
    expect((await bench.replied()).text).toBe('HERE');
  });
}

function sameKeyTests(bench: SuiteBench): void {
  it('arrives once', async () => {
    await bench.send('twice', 'only once?');
    expect((await bench.send('twice', 'only once?')).kind).toBe('duplicate');
    // What arrives second is the next message, so the repeated one arrived once.
    await bench.send('next', 'the next');
    expect(await bench.far().arrived(bench.phone(), 1)).toBe('the next');
  });
}

function noSameKeyTests(bench: SuiteBench): void {
  it('says so, and sends it again', async () => {
    expect(bench.driver().capabilities.isIdempotent).toBe(false);
    await bench.send('twice', 'only once?');
    expect((await bench.send('twice', 'only once?')).kind).toBe('accepted');
    expect(await bench.far().arrived(bench.phone(), 1)).toBe('only once?');
  });
}

function findTests(bench: SuiteBench): void {
  it('says where a message is', async () => {
    const find = (name: string) => bench.driver().find?.(keyOf(name, bench.phone()), patience());
    await bench.send('find');
    expect(await find('find')).toBe('present');
    expect(await find('never')).toBe('absent');
  });
}

function wrongNumberTests(bench: SuiteBench): void {
  it('is the number’s fault, not ours', async () => {
    const phone = await door(bench.far(), 'refuse')(bench.phone());
    expect(await bench.send('refused', 'hello', phone)).toMatchObject({ kind: 'rejected', scope: 'recipient' });
  });
}

function slowDownTests(bench: SuiteBench): void {
  it('was not sent, and leaves later', async () => {
    const phone = await door(bench.far(), 'throttle')(bench.phone());
    expect((await bench.send('slow', 'slowly', phone)).kind).toBe('notSent');
    expect((await bench.send('slow', 'slowly', phone)).kind).toBe('accepted');
    expect(await bench.far().arrived(phone)).toBe('slowly');
  });
}

function lostAnswerTests(bench: SuiteBench): void {
  it('is neither sent nor not sent', async () => {
    const phone = await door(bench.far(), 'hang')(bench.phone());
    const giveUp = new AbortController();
    const sending = bench.driver().send(messageOf(keyOf('hung', phone), phone, 'hello'), giveUp.signal);
    expect(await bench.far().arrived(phone)).toBe('hello');
    giveUp.abort();
    expect((await sending).kind).toBe('unknown');
  });
}

function cutTests(bench: SuiteBench): void {
  it('says so, without throwing', async () => {
    await door(bench.far(), 'cut')();
    expect((await bench.send('down')).kind).toBe('notSent');
    expect(await bench.driver().health(patience())).toMatchObject({ level: 'down' });
  });
}

function comesBackTests(bench: SuiteBench): void {
  it('sends and hears again, by itself', async () => {
    await door(bench.far(), 'cut')();
    await door(bench.far(), 'restore')();
    await until(async () => (await bench.driver().health(patience())).level === 'ok', 'the gateway to be well again');
    expect((await bench.send('back', 'we are back')).kind).toBe('accepted');
    // A gateway with a queue of its own may bring another before it.
    const arrived = await bench.far().arrived(bench.phone());
    expect(arrived).toBe('we are back');
    if (bench.declared.does.replies !== true) return;
    await door(bench.far(), 'reply')(bench.phone(), 'heard');
    expect((await bench.replied()).text).toBe('heard');
  });
}

function accountTests(bench: SuiteBench): void {
  it('is our account’s fault, and health says so', async () => {
    const stranger = await bench.rig().stranger?.();
    if (stranger === undefined) throw new Error('this rig has no "stranger", which its column in declared.ts needs');
    const message = messageOf(keyOf('stranger', bench.phone()), bench.phone(), 'hello');
    expect(await stranger.send(message, patience())).toMatchObject({ kind: 'rejected', scope: 'account' });
    expect(await stranger.health(patience())).toMatchObject({ level: 'down' });
    await stranger.stop();
  });
}

/** What a driver says of itself is what `declared.ts` says of it. */
function claimTests(bench: SuiteBench): void {
  const { receipts, replies, sameKey, find } = bench.declared.does;
  it('says of itself what it does', () => {
    const { hasReceipts, hasInbound, isIdempotent } = bench.driver().capabilities;
    expect({ hasReceipts, hasInbound, isIdempotent, canBeAsked: bench.driver().find !== undefined }).toEqual({
      hasReceipts: receipts === true,
      hasInbound: replies === true,
      isIdempotent: sameKey === true,
      canBeAsked: find === true,
    });
  });
}

function everyTest(bench: SuiteBench): void {
  capability(bench, 'texts', () => {
    textTests(bench);
    claimTests(bench);
  });
  capability(bench, 'receipts', () => receiptTests(bench));
  capability(bench, 'failures', () => failureTests(bench));
  capability(bench, 'givesBack', () => giveBackTests(bench));
  capability(bench, 'replies', () => replyTests(bench));
  capability(bench, 'keptReplies', () => keptReplyTests(bench));
  capability(
    bench,
    'sameKey',
    () => sameKeyTests(bench),
    () => noSameKeyTests(bench),
  );
  capability(bench, 'find', () => findTests(bench));
  capability(bench, 'wrongNumber', () => wrongNumberTests(bench));
  capability(bench, 'slowDown', () => slowDownTests(bench));
  capability(bench, 'lostAnswer', () => lostAnswerTests(bench));
  capability(bench, 'wrongAccount', () => accountTests(bench));
  // Last, since a gateway that cannot come back stays away.
  capability(bench, 'comesBack', () => comesBackTests(bench));
  capability(bench, 'linkCut', () => cutTests(bench));
}

type Gateway = {
  readonly name: GatewayName;
  /** Why it cannot be tried on this machine; empty where it can. */
  readonly missing: string;
  /** The driver, started with `sink`, and its far side. */
  openRig(sink: GatewaySink): Promise<GatewayRig>;
};

/** Holds one driver to its column. */
export function describeGateway({ name, missing, openRig }: Gateway): void {
  describeProgram(name, missing, () => {
    let sink: CommittingSink;
    let rig: GatewayRig;
    let phone: string;
    beforeAll(async () => {
      sink = committingSink();
      rig = await openRig(sink);
    });
    afterAll(() => rig.close());
    afterEach(() => rig.far.heal?.());
    beforeEach(() => {
      phone = rig.newPhone?.() ?? nextPhone();
    });
    everyTest({
      declared: GATEWAYS[name],
      driver: () => rig.driver,
      far: () => rig.far,
      rig: () => rig,
      sink: () => sink,
      phone: () => phone,
      send: (each, text = 'hello', to = phone) => rig.driver.send(messageOf(keyOf(each, to), to, text), patience()),
      delivered: (key) =>
        eventually(
          () => sink.reports.find((each) => each.key === key && each.state === 'delivered') ?? null,
          `a report that ${key} was delivered`,
        ),
      replied: (nth = 0) =>
        eventually(() => sink.replies.filter((each) => each.from === phone)[nth] ?? null, `a reply of ${phone}`),
    });
  });
}
