import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutMessage, SendResult } from '#core/notify';
import { LANES } from '#shared/incident';
import { duration } from '../world.ts';
import { benchDriver, openBench } from './outbox-bench.ts';

/** Two gateways and what each says: where messages leave, and that none leaves twice without need. */

let bench: ReturnType<typeof openBench>;
afterEach(() => bench.close());

const TAKEN: SendResult = { kind: 'accepted', ref: null };
const NOT_SENT: SendResult = { kind: 'notSent', reason: 'unreachable', retryAfterMs: null };
const REFUSED: SendResult = { kind: 'rejected', reason: 'textRefused', scope: 'content' };
const LOST: SendResult = { kind: 'unknown', reason: 'answerLost' };

/** What a gateway answers, one after the other, the last for good; and what it was given. */
function gateway(name: string, ...answers: readonly SendResult[]) {
  const given: OutMessage[] = [];
  const send = async (message: OutMessage): Promise<SendResult> => {
    given.push(message);
    return answers[Math.min(given.length, answers.length) - 1] ?? TAKEN;
  };
  return { given, send, driver: benchDriver(name, send) };
}

describe('fail-over', () => {
  it('what the primary did not take leaves through the fallback at once, and the log names it', async () => {
    const [primary, fallback] = [gateway('kannel', NOT_SENT), gateway('gammu')];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    const key = bench.queue('step', LANES.responderP1);
    const since = bench.now();
    await bench.run('1 s');
    expect([primary.given.length, fallback.given.length]).toEqual([1, 1]);
    expect(fallback.given[0]).toMatchObject({ key, expiresAt: since + duration('30 min') });
    expect(bench.states(key)).toMatchObject([
      { state: 'retrying', gateway: 'kannel' },
      { state: 'accepted', gateway: 'gammu', slot: 'fallback' },
    ]);
    expect(bench.states(key)[0]).not.toHaveProperty('slot');
  });

  it('what neither takes is tried by turns, with growing pauses', async () => {
    const [primary, fallback] = [gateway('kannel', NOT_SENT), gateway('gammu', NOT_SENT)];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    bench.queue('step', LANES.responderP1);
    await bench.run('90 s');
    const tries = primary.given.length + fallback.given.length;
    expect(Math.abs(primary.given.length - fallback.given.length)).toBeLessThanOrEqual(3);
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(16);
  });

  it('one that wants to be asked again at once is asked no more than every second', async () => {
    const impatient: SendResult = { kind: 'notSent', reason: 'slowDown', retryAfterMs: 0 };
    const primary = gateway('kannel', ...Array.from({ length: 200 }, () => impatient), TAKEN);
    bench = openBench({ primary: primary.driver });
    bench.queue('step', LANES.responderP1);
    await bench.run('30 s');
    expect(primary.given.length).toBeGreaterThan(5);
    expect(primary.given.length).toBeLessThanOrEqual(31);
  });

  it('a primary that refuses the account for good is not asked about every message', async () => {
    const refused: SendResult = { kind: 'rejected', reason: 'accountRefused', scope: 'account' };
    const [primary, fallback] = [gateway('kannel', refused), gateway('gammu')];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    for (let count = 0; count < 10; count += 1) {
      bench.queue('step', LANES.responderP2);
      await bench.run('1 s');
    }
    expect([primary.given.length, fallback.given.length]).toEqual([3, 10]);
  });

  it('a number that the primary refuses is refused: another gateway would not have it either', async () => {
    const refused: SendResult = { kind: 'rejected', reason: 'numberRefused', scope: 'recipient' };
    const [primary, fallback] = [gateway('kannel', refused), gateway('gammu')];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    const key = bench.queue('step', LANES.responderP1);
    await bench.run('5 min');
    expect(bench.row(key)).toMatchObject({ state: 'failed' });
    expect(fallback.given).toEqual([]);
  });

  it('a primary that is down for a minute is passed over, and used again when it has been well for two', async () => {
    const [primary, fallback] = [gateway('kannel'), gateway('gammu')];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    const sent = async (): Promise<readonly number[]> => {
      bench.queue('step', LANES.responderP1);
      await bench.run('1 s');
      return [primary.given.length, fallback.given.length];
    };
    bench.says('primary', 'down');
    bench.pass('50 s');
    expect(await sent()).toEqual([1, 0]);
    bench.pass('10 s');
    expect(await sent()).toEqual([1, 1]);
    bench.says('primary', 'ok');
    bench.pass('118 s');
    expect(await sent()).toEqual([1, 2]);
    bench.pass('2 s');
    expect(await sent()).toEqual([2, 2]);
  });
});

describe('an answer that was lost', () => {
  it('keeps a message with the gateway that may have it: the fallback never gets it', async () => {
    const [primary, fallback] = [gateway('kannel', LOST, NOT_SENT), gateway('gammu')];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    const key = bench.queue('step', LANES.responderP1);
    await bench.run('1 s');
    bench.says('primary', 'down');
    await bench.run('5 min');
    expect(fallback.given).toEqual([]);
    expect(primary.given.length).toBeGreaterThan(3);
    expect(bench.row(key)).toMatchObject({ isPossiblyTwice: true, mayBeAt: 'primary' });
  });

  it('is settled by asking: what is there counts as sent, and is not sent again', async () => {
    const primary = gateway('android', LOST);
    let found: 'cannotTell' | 'present' = 'cannotTell';
    const driver = benchDriver('android', primary.send, { find: async () => found });
    bench = openBench({ primary: driver });
    const key = bench.queue('answer', LANES.responderP2);
    await bench.run('1 min');
    expect(bench.row(key)).toMatchObject({ state: 'unknown', mayBeAt: 'primary' });
    found = 'present';
    await bench.run('1 min');
    expect(bench.row(key)).toMatchObject({ state: 'accepted', mayBeAt: null });
    expect(primary.given).toHaveLength(1);
    expect(bench.states(key).at(-1)).toMatchObject({ state: 'accepted', gateway: 'android' });
  });

  it('and what is not there may leave through the fallback', async () => {
    const [primary, fallback] = [gateway('android', LOST), gateway('gammu')];
    let found: 'cannotTell' | 'absent' = 'cannotTell';
    const driver = benchDriver('android', primary.send, { find: async () => found });
    bench = openBench({ primary: driver, fallback: fallback.driver });
    const key = bench.queue('answer', LANES.responderP2);
    await bench.run('1 min');
    expect(fallback.given).toEqual([]);
    found = 'absent';
    await bench.run('1 min');
    expect(bench.row(key)).toMatchObject({ state: 'accepted', slot: 'fallback', isPossiblyTwice: false });
    expect([primary.given.length, fallback.given.length]).toEqual([1, 1]);
  });

  it('before a step leaves once more its gateway is asked whether it has it', async () => {
    const primary = gateway('android', LOST);
    const answers = ['cannotTell', 'present'] as const;
    let asked = 0;
    const find = async () => answers[Math.min(asked++, 1)] ?? 'present';
    bench = openBench({ primary: benchDriver('android', primary.send, { find }) });
    const key = bench.queue('step', LANES.responderP1);
    await bench.run('10 s');
    expect(bench.row(key)).toMatchObject({ state: 'accepted' });
    expect(primary.given).toHaveLength(1);
  });

  it('and called back while its gateway is asked, it leaves no more', async () => {
    const primary = gateway('android', LOST);
    let asked = 0;
    const find = async () => {
      asked += 1;
      // Somebody else takes it over in the middle of the question before the second try.
      if (asked === 2) bench.cancel(key);
      return 'cannotTell' as const;
    };
    bench = openBench({ primary: benchDriver('android', primary.send, { find }) });
    const key = bench.queue('step', LANES.responderP1);
    await bench.run('5 min');
    expect(asked).toBeGreaterThan(1);
    expect(primary.given).toHaveLength(1);
    expect(bench.nextDueAt()).toBeNull();
  });

  it.each([
    ['present', 1, 'accepted'],
    ['absent', 2, 'accepted'],
  ] as const)('of a core that died is settled the same way: %s', async (found, times, state) => {
    let isDead = true;
    const given: string[] = [];
    const send = (message: OutMessage): Promise<SendResult> => {
      given.push(message.key);
      return isDead ? new Promise(() => undefined) : Promise.resolve(TAKEN);
    };
    bench = openBench({ primary: benchDriver('android', send, { find: async () => found }) });
    const keys = [bench.queue('answer', LANES.responderP2), bench.queue('step', LANES.responderP1)];
    await bench.turn();
    isDead = false;
    bench.restart();
    await bench.run('10 s');
    for (const key of keys) {
      expect(bench.row(key)).toMatchObject({ state });
      expect(given.filter((each) => each === key)).toHaveLength(times);
    }
  });
});

describe('states only rise', () => {
  it('a receipt that comes before the answer stays', async () => {
    let answer: (result: SendResult) => void = () => undefined;
    const send = () => new Promise<SendResult>((resolve) => (answer = resolve));
    bench = openBench({ primary: benchDriver('smpp', send, { hasReceipts: true }) });
    const key = bench.queue('test', LANES.responderP2);
    await bench.turn();
    bench.delivered(key);
    answer(TAKEN);
    await bench.run('20 min');
    bench.delivered(key);
    expect(bench.row(key)).toMatchObject({ state: 'delivered' });
    expect(bench.states(key).map((each) => each.state)).toEqual(['delivered']);
  });

  it('of a gateway without receipts none is waited for', async () => {
    const primary = gateway('modem');
    bench = openBench({ primary: primary.driver });
    const key = bench.queue('test', LANES.responderP2);
    await bench.run('20 min');
    expect(bench.row(key)).toMatchObject({ state: 'accepted' });
  });
});

describe('the rate of a gateway', () => {
  const slow = (given: string[]) =>
    benchDriver(
      'modem',
      async ({ key }) => {
        given.push(key);
        return TAKEN;
      },
      { ratePerMinute: 10 },
    );

  it('is kept: sixty residents’ texts take six minutes, in the order in which they were written', async () => {
    const given: string[] = [];
    bench = openBench({ primary: slow(given) });
    const keys = Array.from({ length: 60 }, () => bench.queue('receipt', LANES.resident));
    await bench.run('3 min');
    expect(given.length).toBeGreaterThanOrEqual(29);
    expect(given.length).toBeLessThanOrEqual(31);
    await bench.run('4 min');
    expect(given.toSorted()).toEqual(keys.toSorted());
  });

  it('delays what is urgent by no more than a few seconds behind those that wait', async () => {
    const given: string[] = [];
    bench = openBench({ primary: slow(given) });
    for (let count = 0; count < 60; count += 1) bench.queue('receipt', LANES.resident);
    await bench.run('30 s');
    const before = given.length;
    bench.queue('receipt', LANES.lifeSafety);
    await bench.turn();
    expect(given.slice(before)).toEqual(['receipt-61']);
    bench.queue('step', LANES.responderP2);
    await bench.run('30 s');
    expect(given.slice(before, before + 2)).toEqual(['receipt-61', 'step-62']);
  });

  it('of one gateway holds up nothing for the other', async () => {
    const [modem, other] = [[] as string[], gateway('kannel')];
    bench = openBench({ primary: slow(modem), fallback: other.driver });
    for (let count = 0; count < 10; count += 1) bench.queue('receipt', LANES.resident);
    const test = bench.queue('test', LANES.responderP2, 'fallback');
    await bench.run('1 s');
    expect(other.given.map((each) => each.key)).toEqual([test]);
  });
});

describe('what a gateway gives back', () => {
  const begin = async (boundSlot: 'primary' | null = null) => {
    const [primary, fallback] = [gateway('gammu'), gateway('kannel')];
    bench = openBench({ primary: primary.driver, fallback: fallback.driver });
    const key = bench.queue('reminder', LANES.reminder, boundSlot);
    await bench.run('1 s');
    expect(primary.given.map((each) => each.key)).toEqual([key]);
    return { key, primary, fallback };
  };

  it('leaves through the other, once, and the log says that it came back', async () => {
    const { key, fallback } = await begin();
    bench.returned(key);
    // Told again: it is on its way elsewhere, and what the one says of it is no news.
    bench.returned(key);
    await bench.run('1 s');
    bench.returned(key);
    await bench.run('1 min');
    expect(fallback.given.map((each) => each.key)).toEqual([key]);
    expect(bench.states(key)).toMatchObject([
      { state: 'accepted', gateway: 'gammu' },
      { state: 'retrying', gateway: 'gammu', reason: 'modemPulled', isReturned: true },
      { state: 'accepted', gateway: 'kannel', slot: 'fallback' },
    ]);
    expect(bench.row(key)).toMatchObject({ isPossiblyTwice: false });
  });

  it('has failed where nobody knows how far it came, or where it is a test of that gateway', async () => {
    const doubted = await begin();
    bench.returned(doubted.key, 'primary', true);
    await bench.run('1 min');
    expect(doubted.fallback.given).toEqual([]);
    expect(bench.row(doubted.key)).toMatchObject({ state: 'failed', isPossiblyTwice: true });
    bench.close();
    const bound = await begin('primary');
    bench.returned(bound.key);
    await bench.run('1 min');
    expect(bound.fallback.given).toEqual([]);
    expect(bench.row(bound.key)).toMatchObject({ state: 'failed' });
  });

  it('and comes back before its own answer was written down is to be offered again', async () => {
    const answer = Promise.withResolvers<SendResult>();
    const late = benchDriver('gammu', () => answer.promise);
    bench = openBench({ primary: late, fallback: gateway('kannel').driver });
    const key = bench.queue('reminder', LANES.reminder);
    await bench.turn();
    expect(() => bench.returned(key)).toThrow('before it was written down');
    answer.resolve(TAKEN);
    await bench.run('1 s');
    bench.returned(key);
    await bench.run('1 s');
    expect(bench.states(key).map((each) => each.gateway)).toEqual(['gammu', 'gammu', 'kannel']);
  });

  it('is given up when it comes back again and again', async () => {
    const primary = gateway('gammu');
    bench = openBench({ primary: primary.driver });
    const key = bench.queue('reminder', LANES.reminder);
    for (let turn = 0; turn < 8; turn += 1) {
      await bench.run('1 s');
      bench.returned(key);
    }
    expect(primary.given).toHaveLength(5);
    expect(bench.row(key)?.state).toBe('failed');
  });
});

describe('a place that is empty', () => {
  it('takes nothing: what is bound to it fails in plain words', async () => {
    bench = openBench({ primary: gateway('kannel').driver });
    const key = bench.queue('push', LANES.responderP2, 'push');
    await bench.run('1 s');
    expect(bench.states(key)).toMatchObject([{ state: 'failed', reason: 'noGateway' }]);
  });
});

describe('whatever two gateways answer', () => {
  const answers = fc.array(fc.constantFrom(TAKEN, NOT_SENT, LOST, REFUSED), { maxLength: 8 });
  const endings: readonly string[] = ['accepted', 'failed', 'expired', 'unknown'];

  it('a message leaves once, twice only where an answer was lost, and never by another gateway after that', async () => {
    const purposes = fc.constantFrom('step', 'answer');
    await fc.assert(
      fc.asyncProperty(answers, answers, purposes, async (first, second, purpose) => {
        const handed: { readonly name: string; readonly result: SendResult }[] = [];
        const scripted = (name: string, script: readonly SendResult[]) => {
          const left = [...script];
          return benchDriver(name, async () => {
            const result = left.shift() ?? TAKEN;
            handed.push({ name, result });
            return result;
          });
        };
        bench = openBench({ primary: scripted('kannel', first), fallback: scripted('gammu', second) });
        const key = bench.queue(purpose, LANES.responderP1);
        await bench.run('40 min');
        const row = bench.row(key);
        bench.close();
        const lost = handed.flatMap(({ result }, index) => (result === LOST ? index : []));
        expect(lost.length).toBeLessThanOrEqual(purpose === 'step' ? 2 : 1);
        const [since = handed.length] = lost;
        expect(new Set(handed.slice(since).map((each) => each.name)).size).toBeLessThanOrEqual(1);
        const over = handed.findIndex(({ result }) => result === TAKEN || result === REFUSED);
        expect(over === -1 || over === handed.length - 1).toBe(true);
        expect(endings).toContain(row?.state);
        expect(row?.isPossiblyTwice).toBe(lost.length > 0 && purpose === 'step');
      }),
      { numRuns: 25 },
    );
    bench = openBench({ primary: gateway('kannel').driver });
  });
});
