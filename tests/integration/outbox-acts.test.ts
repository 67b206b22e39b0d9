import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEvents } from '#core/store';
import type { OutboxEntry } from '#shared/contract';
import { narrate } from '#shared/incident';
import { type Night, openNight } from '../world.ts';
import { openKannelSink } from './kannel-sink.ts';

/** PRODUCT 8: what waits to leave, and what a person does about it: every act in the log with a name. */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const MARCUS = 'Marcus Chen';

async function trouble(how: 'none' | 'down' | 'silent'): Promise<void> {
  night.core.api.practiceTrouble(how);
  await night.settle();
}
const entry = (filter: 'waiting' | 'trouble' | 'all', name = MARCUS): OutboxEntry | undefined =>
  night.core.api.outbox(filter).find((each) => each.name === name && each.purpose === 'step');
const said = (id: string): string =>
  loadEvents(night.core.store.read, id)
    .map(({ event }) => narrate(event, 'en', 'UTC').sentence)
    .join('\n');
function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

describe('the outbox', () => {
  it('lists what waits, with its age, its tries, the reason and the incident', async () => {
    await trouble('down');
    const id = await night.report(LEAK);
    const since = night.clock.now();
    await night.pass('10 s');
    expect(entry('waiting')).toMatchObject({
      incidentId: id,
      incidentNumber: night.incident(id).row.number,
      state: 'retrying',
      reason: 'practiceDown',
      gateway: 'practice',
      slot: 'primary',
      queuedAt: since,
      canRetry: true,
      mayBeTwice: false,
      canCancel: true,
    });
    expect(entry('waiting')?.attempts).toBeGreaterThan(1);
    await trouble('none');
    await night.pass('1 min');
    expect(entry('waiting')).toBeUndefined();
    expect(entry('trouble')).toBeUndefined();
    expect(entry('all')).toMatchObject({ state: 'delivered', canRetry: false, canCancel: false });
  });

  it('tries again at once what waits for its next turn', async () => {
    await trouble('down');
    await night.report(LEAK);
    await night.pass('40 s');
    const { key, nextAt } = needed(entry('waiting'));
    expect(nextAt).toBeGreaterThan(night.clock.now() + 1_000);
    night.core.gateway.practice()?.setTrouble('none');
    expect(night.core.api.retryMessage({ key })).toEqual({ ok: true, value: null });
    await night.settle();
    expect(entry('all')).toMatchObject({ state: 'accepted' });
  });

  it('tries again what has expired, for as long as it was worth at first, and the log says who did it', async () => {
    await trouble('down');
    const id = await night.report(LEAK);
    await night.pass('31 min');
    const expired = needed(
      night.core.api.outbox('trouble').find((each) => each.state === 'expired' && each.name === MARCUS),
    );
    expect(expired).toMatchObject({ canRetry: true, mayBeTwice: false, canCancel: false });
    await trouble('none');
    expect(night.core.api.retryMessage({ key: expired.key })).toMatchObject({ ok: true });
    await night.pass('5 s');
    expect(night.core.api.outbox('all').find((each) => each.key === expired.key)).toMatchObject({ state: 'delivered' });
    const { name } = needed(night.core.api.session().deskSession?.staff);
    expect(said(id)).toContain(`${name} had the message tried again`);
  });

  it('warns before what may have arrived is sent again', async () => {
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    expect(await night.core.api.saveGateway({ kind: 'kannel', config })).toMatchObject({ ok: true });
    sink.answerWith(() => 'lose');
    const id = await night.report(LEAK);
    await night.pass('10 s');
    const lost = needed(night.core.api.outbox('trouble').find((each) => each.state === 'unknown' && each.canRetry));
    expect(lost.mayBeTwice).toBe(true);
    expect(night.core.api.retryMessage({ key: lost.key })).toMatchObject({ ok: false, code: 'mayBeTwice' });
    sink.answerWith(() => 'accept');
    const before = sink.countOf(lost.key);
    expect(night.core.api.retryMessage({ key: lost.key, isConfirmed: true })).toMatchObject({ ok: true });
    await night.pass('5 s');
    expect(sink.countOf(lost.key)).toBe(before + 1);
    expect(night.core.api.outbox('all').find((each) => each.key === lost.key)).toMatchObject({
      state: 'accepted',
      isPossiblyTwice: true,
    });
    expect(said(id)).toContain('though it may have arrived');
    sink.answerWith(() => 'accept');
    await sink.stop();
  });

  it('calls back what has not left, once and for all', async () => {
    await trouble('down');
    const id = await night.report(LEAK);
    const { key } = needed(entry('waiting'));
    expect(night.core.api.cancelMessage(key)).toEqual({ ok: true, value: null });
    await trouble('none');
    await night.pass('3 min');
    expect(night.core.gateway.practice()?.messages(night.phone(MARCUS).number)).toEqual([]);
    expect(entry('all')).toMatchObject({ state: 'cancelled', canRetry: false, canCancel: false });
    expect(said(id)).toMatch(/Message cancelled, not sent \(called back by hand\)/);
    expect(night.core.api.cancelMessage(key)).toMatchObject({ ok: false, code: 'hasLeft' });
    expect(night.core.api.retryMessage({ key })).toMatchObject({ ok: false, code: 'notTriedAgain' });
  });

  it('does the same for messages of no incident', async () => {
    await trouble('down');
    const test = await night.core.api.testGateway({ phone: '+14235550177' });
    if (!test.ok) throw new Error(test.reason.en);
    const { key } = test.value;
    await night.settle();
    expect(night.core.api.retryMessage({ key })).toMatchObject({ ok: true });
    expect(night.core.api.cancelMessage(key)).toMatchObject({ ok: true });
    const lines = night.core.store.read.all<{ type: string; by: string }>(
      `SELECT payload ->> '$.type' AS type, payload ->> '$.by.kind' AS by FROM log
       WHERE payload ->> '$.key' = ? AND payload ->> '$.type' IN ('messageRetried', 'messageCancelled') ORDER BY seq`,
      key,
    );
    expect(lines).toEqual([
      { type: 'messageRetried', by: 'staff' },
      { type: 'messageCancelled', by: 'staff' },
    ]);
    await trouble('none');
    await night.pass('2 min');
    expect(night.core.gateway.practice()?.messages('+14235550177')).toEqual([]);
  });

  it('lets nobody act without a name, nor on what is not there', async () => {
    await trouble('down');
    await night.report(LEAK);
    const { key } = needed(entry('waiting'));
    expect(night.core.api.cancelMessage('nothing')).toMatchObject({ ok: false, code: 'noSuchMessage' });
    await night.core.api.signOut();
    expect(night.core.api.cancelMessage(key)).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(night.core.api.retryMessage({ key })).toMatchObject({ ok: false, code: 'signInFirst' });
  });

  it('survives a rebuild: what a person did is folded out of the log as it was', async () => {
    await trouble('down');
    const id = await night.report(LEAK);
    const { key } = needed(entry('waiting'));
    night.core.api.retryMessage({ key });
    night.core.api.cancelMessage(key);
    await night.settle();
    const before = night.incident(id).messages;
    await night.restart();
    expect(night.incident(id).messages).toEqual(before);
  });
});
