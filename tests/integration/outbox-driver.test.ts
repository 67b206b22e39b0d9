import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDesk, openHub } from '#core/desk';
import { type OutMessage, outbox, type SendResult, type SmsDriver } from '#core/notify';
import { onCallBook } from '#core/oncall';
import { appendLine, keepPersonal, openStore, putInOutbox } from '#core/store';
import { LANES } from '#shared/incident';
import { type Connection, openConnection } from '../../electron/core/store/connection.ts';
import { fakeClock } from '../fake-clock.ts';
import { duration, NIGHT } from '../world.ts';

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
    expect(bench.nextDueAt()).toBeGreaterThan(NIGHT);
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

/** The real outbox over a real store, with a driver of the test's making and messages of no incident. */
function openBench(
  send: (message: OutMessage) => Promise<SendResult>,
  onTrouble = (error: unknown): void => {
    throw error;
  },
) {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-outbox-'));
  const store = openStore(folder, { busyMs: 50 });
  let other: Connection | null = null;
  const clock = fakeClock(NIGHT);
  const book = onCallBook(store.read);
  const desk = openDesk({
    weatherAt: () => null,
    store,
    book,
    clock,
    hub: openHub(),
    hasVoice: () => false,
    onBroken: () => {},
    oldCopies: () => [],
    askCalendars: () => undefined,
    noticeMove: () => undefined,
    poke: () => undefined,
  });
  const driver: SmsDriver = {
    name: 'bench',
    capabilities: {
      isIdempotent: false,
      hasReceipts: false,
      hasInbound: false,
      medium: 'sms',
      ratePerMinute: null,
      handlesStop: false,
      maxSegments: null,
      needsPublicAddress: false,
    },
    start: async () => undefined,
    stop: async () => undefined,
    send,
    health: async () => ({ level: 'ok', detail: 'practiceWorks' }),
  };
  const box = outbox({
    store,
    desk,
    clock,
    driver: () => driver,
    poke: () => undefined,
    onAccepted: () => undefined,
    onAttempt: () => undefined,
    onTrouble,
  });
  let count = 0;
  return {
    queue(purpose: string, lane: number) {
      count += 1;
      const key = `${purpose}-${count}`;
      store.write.transact(() => {
        const to = keepPersonal(store.write, '+14235550199');
        const text = keepPersonal(store.write, 'words');
        const at = clock.now();
        const times = { queuedAt: at, nextAt: at, expiresAt: at + duration('30 min') };
        putInOutbox(store.write, { key, incidentId: null, lane, purpose, toRef: to.id, textRef: text.id, ...times });
        appendLine(store.write, null, { type: 'testMessage', v: 1, at, key });
      });
    },
    /** A turn of the loop, and time for answers that come at once. */
    async turn() {
      box.run(clock.now());
      await new Promise(setImmediate);
    },
    pass: (time: string) => clock.sleep(duration(time)),
    /** Another program takes the database for itself. */
    lock() {
      other = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
      other.script('BEGIN IMMEDIATE');
    },
    unlock() {
      other?.close();
      other = null;
    },
    row: (key: string) => store.read.get<{ state: string }>('SELECT state FROM outbox WHERE key = ?', key),
    nextDueAt: () => box.nextDueAt(clock.now()),
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
