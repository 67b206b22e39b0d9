import { describe, expect, it } from 'vitest';
import { type PracticeTrouble, practiceDriver } from '#core/notify/gateways';
import { eventually, patience } from '../patience.ts';
import { committingSink } from './committing-sink.ts';
import { describeGateway } from './conformance.ts';

const ALICE = '+12025550111';
const hello = (key: string) => ({ key, to: ALICE, text: `hello ${key}`, expiresAt: null });

/** A practice gateway whose time is a list: `pass()` runs what is due. */
function practiceWithHandClock() {
  const due: (() => void)[] = [];
  const delays: number[] = [];
  const driver = practiceDriver({
    deliverAfterMs: 1_500,
    timer: (delayMs, run) => {
      delays.push(delayMs);
      due.push(run);
    },
    log: () => undefined,
  });
  const pass = () => {
    for (const run of due.splice(0)) run();
  };
  return { driver, delays, pass };
}

const quick = () =>
  practiceDriver({
    deliverAfterMs: 5,
    timer: (delayMs, run) => void setTimeout(run, delayMs),
    log: () => undefined,
  });

describeGateway({
  name: 'practice',
  missing: '',
  async openRig(sink) {
    const driver = quick();
    await driver.start(sink);
    return {
      driver,
      far: {
        arrived: (phone, nth = 0) => eventually(() => driver.messages(phone)[nth]?.text ?? null, `a text at ${phone}`),
        // A phone network offers a reply again by itself; here the core asks.
        reply: (phone, text) =>
          driver.reply(phone, text).then(
            () => undefined,
            () => driver.catchUp?.(patience()),
          ),
        // `reply` has offered it already.
        turnedAway: async () => undefined,
        hang(phone) {
          driver.setTrouble('silent');
          return phone;
        },
        heal: () => driver.setTrouble('none'),
        cut: async () => driver.setTrouble('down'),
        restore: async () => driver.setTrouble('none'),
      },
      stranger() {
        const stranger = quick();
        stranger.setTrouble('refusing');
        return stranger;
      },
      close: () => driver.stop(),
    };
  },
});

describe('practice gateway', () => {
  it('reports delivered after the time it was given, not before', async () => {
    const { driver, delays, pass } = practiceWithHandClock();
    const sink = committingSink();
    await driver.start(sink);
    expect(await driver.send(hello('a'), patience())).toEqual({ kind: 'accepted', ref: 'practice-1' });
    expect(sink.reports).toEqual([]);
    expect(delays).toEqual([1_500]);
    pass();
    expect(sink.reports).toEqual([{ key: 'a', state: 'delivered', reason: null }]);
  });

  it('reports a message once, however often its key is sent', async () => {
    const { driver, pass } = practiceWithHandClock();
    const sink = committingSink();
    await driver.start(sink);
    await driver.send(hello('a'), patience());
    expect(await driver.send(hello('a'), patience())).toEqual({ kind: 'duplicate', ref: 'practice-1' });
    pass();
    expect(driver.messages(ALICE)).toHaveLength(1);
    expect(sink.reports).toHaveLength(1);
  });

  it('gives up reporting after five refused commits', async () => {
    const { driver, delays, pass } = practiceWithHandClock();
    const sink = committingSink();
    await driver.start(sink);
    sink.refuseNext(100);
    await driver.send(hello('a'), patience());
    for (let round = 0; round < 10; round += 1) {
      pass();
      // A refusal comes back as a promise; then the next try is due.
      await new Promise(setImmediate);
    }
    expect(delays).toHaveLength(5);
    expect(sink.reports).toEqual([]);
  });

  it.each<[PracticeTrouble, string, number, string, string]>([
    ['none', 'accepted', 1, 'present', 'ok'],
    ['refusing', 'rejected', 0, 'absent', 'down'],
    ['down', 'notSent', 0, 'cannotTell', 'down'],
    ['silent', 'unknown', 1, 'cannotTell', 'down'],
  ])('in trouble "%s" a message is %s', async (trouble, kind, stored, found, level) => {
    const { driver, pass } = practiceWithHandClock();
    const sink = committingSink();
    await driver.start(sink);
    driver.setTrouble(trouble);
    expect((await driver.send(hello('a'), patience())).kind).toBe(kind);
    pass();
    expect(driver.messages(ALICE)).toHaveLength(stored);
    expect(sink.reports).toHaveLength(trouble === 'none' ? 1 : 0);
    expect(await driver.find?.('a', patience())).toBe(found);
    expect((await driver.health(patience())).level).toBe(level);
  });

  it('settles a lost answer once it can be asked again, and a resend is harmless', async () => {
    const { driver } = practiceWithHandClock();
    driver.setTrouble('silent');
    await driver.send(hello('a'), patience());
    driver.setTrouble('none');
    expect(await driver.find?.('a', patience())).toBe('present');
    expect((await driver.send(hello('a'), patience())).kind).toBe('duplicate');
    expect(driver.messages(ALICE)).toHaveLength(1);
  });

  it('keeps replies while it is down and hands them in, in order, afterwards', async () => {
    const { driver } = practiceWithHandClock();
    const sink = committingSink();
    await driver.start(sink);
    driver.setTrouble('down');
    for (const text of ['1', '2', '3']) await driver.reply(ALICE, text);
    expect(sink.replies).toEqual([]);
    driver.setTrouble('none');
    await driver.catchUp?.(patience());
    expect(sink.replies.map((reply) => reply.text)).toEqual(['1', '2', '3']);
  });

  it('reports nothing after it was stopped', async () => {
    const { driver, pass } = practiceWithHandClock();
    const sink = committingSink();
    await driver.start(sink);
    await driver.send(hello('a'), patience());
    await driver.stop();
    pass();
    expect(sink.reports).toEqual([]);
  });
});
