import { describe, expect, it } from 'vitest';
import type { OutMessage, SendResult } from '#core/notify';
import { LANES } from '#shared/incident';
import { NIGHT } from '../world.ts';
import { openBench } from './outbox-bench.ts';

/** The outbox over drivers that no gateway is: they throw, hang, or note the order. */

describe('rule 9: lanes of the outbox', () => {
  it.each([
    ['throws', () => Promise.reject(new TypeError('a bug in the driver'))],
    [
      'throws before it promises',
      () => {
        throw new RangeError('a worse bug');
      },
    ],
  ])('one that %s: the answer counts as lost, the loop goes on', async (_, send) => {
    const bench = openBench(send);
    bench.queue('step', LANES.responderP1);
    await bench.turn();
    expect(bench.row('step-1')).toMatchObject({ state: 'unknown' });
    bench.close();
  });

  it('rule 9: five hundred residents’ texts that hang do not delay a P1', async () => {
    const hanging: OutMessage[] = [];
    const bench = openBench((message) => {
      if (message.key.startsWith('step')) return Promise.resolve({ kind: 'accepted', ref: null });
      hanging.push(message);
      return new Promise<SendResult>(() => undefined);
    });
    for (let count = 0; count < 500; count += 1) bench.queue('receipt', LANES.resident);
    await bench.turn();
    expect(hanging.length).toBeGreaterThan(0);
    expect(hanging.length).toBeLessThan(8);
    bench.queue('step', LANES.responderP1);
    bench.queue('step', LANES.responderP2);
    await bench.turn();
    expect(bench.row('step-501')).toMatchObject({ state: 'accepted' });
    expect(bench.row('step-502')).toMatchObject({ state: 'accepted' });
    expect(bench.nextDueAt() ?? Infinity).toBeGreaterThan(NIGHT);
    bench.close();
  });

  it('rule 9: the first lane leaves first, then by age', async () => {
    const order: string[] = [];
    const bench = openBench((message) => {
      order.push(message.key);
      return Promise.resolve({ kind: 'accepted', ref: null });
    });
    bench.queue('receipt', LANES.resident);
    bench.queue('step', LANES.responderP2);
    bench.queue('receipt', LANES.lifeSafety);
    bench.queue('step', LANES.responderP1);
    await bench.turn();
    expect(order).toEqual(['step-4', 'receipt-3', 'step-2', 'receipt-1']);
    bench.close();
  });
});

it('an incident that cannot be read keeps no text waiting: neither its own, which leaves once, nor any other', async () => {
  const left: string[] = [];
  const troubles: unknown[] = [];
  const bench = openBench(
    async (message) => {
      left.push(message.key);
      return { kind: 'accepted', ref: null };
    },
    (error) => troubles.push(error),
  );
  bench.breakIncident('broken');
  bench.queue('step', LANES.responderP1, null, 'broken');
  bench.queue('step', LANES.responderP1);
  for (let minute = 0; minute < 40; minute += 1) {
    await bench.turn();
    bench.pass('1 min');
  }
  expect(left.toSorted()).toEqual(['step-1', 'step-2']);
  expect(bench.row('step-2')).toMatchObject({ state: 'accepted' });
  expect(troubles.length).toBeGreaterThan(0);
  bench.close();
});

describe('an answer that cannot be written down', () => {
  const accepted = async (): Promise<SendResult> => ({ kind: 'accepted', ref: null });

  it('is kept while another program locks the database: the text leaves once', async () => {
    const left: string[] = [];
    const troubles: unknown[] = [];
    const bench = openBench(
      (message) => {
        left.push(message.key);
        if (left.length === 1) bench.lock();
        return accepted();
      },
      (error) => troubles.push(error),
    );
    bench.queue('step', LANES.responderP1);
    await bench.turn();
    expect(troubles.length).toBeGreaterThan(0);
    expect(bench.row('step-1')).toMatchObject({ state: 'sending' });
    expect(bench.nextDueAt()).toBeGreaterThan(NIGHT);
    bench.unlock();
    // Long past the lease of the claim.
    for (const moment of ['20 s', '2 min', '5 min']) {
      bench.pass(moment);
      await bench.turn();
    }
    expect(left).toEqual(['step-1']);
    expect(bench.row('step-1')).toMatchObject({ state: 'accepted' });
    bench.close();
  });
});
