import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEvents, markSuccess } from '#core/store';
import { narrate } from '#shared/incident';
import { loopbackServer } from '../gateways/stand-ins/loopback-server.ts';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { openKannelSink } from './kannel-sink.ts';

/** PRODUCT 8: primary and fallback on a whole night, both of them practice gateways with trouble of their own. */

let night: Night;
beforeEach(async () => {
  night = await openNight();
  expect(await night.core.api.saveGateway({ slot: 'fallback', kind: 'practice' })).toMatchObject({
    ok: true,
    value: { isSaved: true },
  });
  await night.pass('1 s');
});
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const MARCUS = 'Marcus Chen';

const place = (slot: 'primary' | 'fallback') => night.core.gateway.place(slot);
const phoneAt = (slot: 'primary' | 'fallback') => place(slot).practice()?.messages(night.phone(MARCUS).number) ?? [];
async function trouble(slot: 'primary' | 'fallback', how: 'none' | 'refusing' | 'down' | 'silent'): Promise<void> {
  place(slot).practice()?.setTrouble(how);
  place(slot).askNow();
  await night.settle();
}
const stepTo = (id: string) =>
  night.incident(id).messages.find((each) => each.purpose === 'step' && each.toName === MARCUS);
const view = (slot: string) => night.core.api.gateways().find((each) => each.slot === slot);
const alarms = () => night.core.api.alarms().map((each) => each.kind);

it('a practice gateway beside a real one says that it never takes over', async () => {
  expect(view('fallback')).toMatchObject({ health: { level: 'ok' } });
  const sink = await openKannelSink();
  try {
    expect(
      await night.core.api.saveGateway({ kind: 'kannel', config: { ...sink.config, callbackPort: 0 } }),
    ).toMatchObject({ ok: true });
    expect(view('fallback')).toMatchObject({ health: { level: 'warn', detail: 'standsAside' } });
    expect(night.core.api.readiness().fallback).toMatchObject({ level: 'warn', detail: 'standsAside' });
  } finally {
    await sink.stop();
  }
});

describe('a primary that takes nothing', () => {
  it.each(['down', 'refusing'] as const)(
    '%s: the text leaves through the fallback at once, and says so',
    async (how) => {
      await trouble('primary', how);
      const id = await night.report(LEAK);
      expect(phoneAt('primary')).toEqual([]);
      expect(phoneAt('fallback')).toHaveLength(1);
      expect(stepTo(id)).toMatchObject({ state: 'accepted', isPossiblyTwice: false });
      const said = loadEvents(night.core.store.read, id).map(({ event }) => narrate(event, 'en', 'UTC').sentence);
      expect(said.join('\n')).toContain('through the fallback gateway');
      await night.pass('10 s');
      expect(stepTo(id)).toMatchObject({ state: 'delivered' });
    },
  );

  it('is no alarm while the fallback takes its place, but a warning; when both are down it is one', async () => {
    await trouble('primary', 'down');
    expect(alarms()).not.toContain('gatewayDown');
    expect(night.core.api.status().gateway).toMatchObject({ level: 'warn', detail: 'onFallback' });
    await trouble('fallback', 'down');
    expect(alarms()).toContain('gatewayDown');
    expect(night.core.api.status().gateway).toMatchObject({ level: 'down' });
  });

  it('for a minute is passed over, and used again when it has been well for two', async () => {
    await trouble('primary', 'down');
    await night.pass('70 s');
    expect([view('primary')?.isInUse, view('fallback')?.isInUse]).toEqual([false, true]);
    const id = await night.report(LEAK);
    expect(stepTo(id)).toMatchObject({ state: 'accepted', attempt: 1 });
    await trouble('primary', 'none');
    await night.pass('100 s');
    expect(view('fallback')?.isInUse).toBe(true);
    await night.pass('60 s');
    expect([view('primary')?.isInUse, view('fallback')?.isInUse]).toEqual([true, false]);
    await night.report({ ...LEAK, place: 'maple 14b' });
    expect(phoneAt('primary').length).toBeGreaterThan(0);
  });

  it('and may have it, keeps it: the fallback gets nothing of it', async () => {
    await trouble('primary', 'silent');
    const id = await night.report(LEAK);
    await night.pass('2 min');
    expect(phoneAt('fallback')).toEqual([]);
    expect(stepTo(id)).toMatchObject({ state: 'unknown' });
    await trouble('primary', 'none');
    await night.pass('2 min');
    expect(stepTo(id)?.state).toMatch(/accepted|delivered/);
    expect(phoneAt('primary')).toHaveLength(1);
  });

  it('is answered through the fallback: the reply is taken like any other', async () => {
    await trouble('primary', 'down');
    const id = await night.report(LEAK);
    await night.phone(MARCUS).replies('1 20');
    expect(night.incident(id).holder).toMatchObject({ name: MARCUS });
    expect(view('fallback')).toMatchObject({
      lastSuccessAt: expect.any(Number),
      lastInboundAt: night.clock.now(),
    });
    expect(view('primary')).toMatchObject({ lastInboundAt: null });
  });
});

describe('a stored gateway that cannot be used at a start', () => {
  it('is an alarm, waits, and is used by itself once it can be', async () => {
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    await night.core.api.saveGateway({ slot: 'fallback', kind: null });
    await night.core.api.saveGateway({ slot: 'primary', kind: 'kannel', config, isConfirmed: true });
    const own = join(night.folder, 'gateways');
    await night.restart(() => {
      rmSync(own, { recursive: true });
      writeFileSync(own, 'a file where its folder should be');
    });
    await night.pass('1 s');
    expect(alarms()).toContain('gatewayDown');
    expect(view('primary')?.health).toMatchObject({ level: 'down', detail: 'settingsUnusable' });
    const id = await night.report(LEAK);
    expect(stepTo(id)).toMatchObject({ state: 'retrying' });
    rmSync(own);
    await until(async () => {
      await night.pass('5 s');
      return sink.taken.some(({ key }) => key === stepTo(id)?.key);
    }, 'the text to leave through it');
    expect(alarms()).not.toContain('gatewayDown');
    await sink.stop();
  });
});

describe('the places', () => {
  it('come back after a restart, each with its own, and the outage of each is in the log', async () => {
    await trouble('fallback', 'down');
    await night.restart();
    expect(night.core.api.gateways().map(({ slot, kind }) => [slot, kind])).toEqual([
      ['primary', 'practice'],
      ['fallback', 'practice'],
      ['push', null],
      ['voice', null],
    ]);
    const lines = night.core.store.read.all<{ slot: string }>(
      `SELECT payload ->> '$.slot' AS slot FROM log WHERE payload ->> '$.type' IN ('gatewayDown', 'gatewayBack') ORDER BY seq`,
    );
    expect(lines).toEqual([{ slot: 'fallback' }, { slot: 'fallback' }]);
    // Nothing left late for it.
    expect(night.core.api.status().outages).toEqual([]);
  });

  it('are asked before they are changed: what waits, what is not known, what climbs, and whether it answers', async () => {
    await trouble('primary', 'silent');
    await night.report(LEAK);
    const ask = { slot: 'primary', kind: 'practice', config: {}, isConfirmed: false } as const;
    const answer = await night.core.api.saveGateway(ask);
    expect(answer).toMatchObject({
      ok: true,
      value: { isSaved: false, probe: { health: { level: 'ok' }, ladders: 1, unknown: expect.any(Number) } },
    });
    if (answer.ok) expect(answer.value.probe.unknown).toBeGreaterThan(0);
    // Asking changed nothing.
    expect(place('primary').health().level).toBe('down');
  });

  it('a practice gateway never stands in for a real one, nor a real one for practice', async () => {
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    expect(await night.core.api.saveGateway({ slot: 'fallback', kind: 'kannel', config })).toMatchObject({ ok: true });
    await trouble('primary', 'down');
    await night.report(LEAK);
    await night.pass('90 s');
    expect(sink.taken).toEqual([]);
    expect(alarms()).toContain('gatewayDown');
    await sink.stop();
  });

  it('keep their secrets apart, and show none', async () => {
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    await night.core.api.saveGateway({ slot: 'fallback', kind: 'kannel', config });
    const shown = view('fallback');
    expect(shown?.secretsSet).toContain('password');
    expect(JSON.stringify(night.core.api.gateways())).not.toContain(String(config.password));
    const refused = await night.core.api.saveGateway({
      slot: 'primary',
      kind: 'kannel',
      config: { ...config, password: '' },
    });
    expect(refused).toMatchObject({ ok: false, code: 'badConfig' });
    await sink.stop();
  });

  it('tell a secret on file to no server but the one it was entered for', async () => {
    const { api } = night.core;
    const own = await openKannelSink();
    const other = await loopbackServer(() => ({ status: 202 }));
    const config = { ...own.config, callbackPort: 0 };
    const elsewhere = { ...config, sendUrl: `${other.url}/cgi-bin/sendsms`, password: '' };
    const save = (more: object) => api.saveGateway({ slot: 'fallback', kind: 'kannel', config: elsewhere, ...more });
    await api.saveGateway({ slot: 'fallback', kind: 'kannel', config });
    for (const isConfirmed of [false, true])
      expect(await save({ isConfirmed })).toMatchObject({ ok: false, code: 'secretForAnother' });
    // Taken away and put back it is still the one of that server.
    await api.saveGateway({ slot: 'fallback', kind: null });
    expect(await save({})).toMatchObject({ ok: false, code: 'secretForAnother' });
    expect(other.asked).toEqual([]);
    const samePlace = { ...config, sendUrl: `${config.sendUrl}/other`, password: '' };
    expect(await save({ config: samePlace })).toMatchObject({ ok: true });
    expect(await save({ config: { ...elsewhere, password: 'of that one' } })).toMatchObject({ ok: true });
    expect(view('fallback')?.secretsSet).toContain('password');
    await own.stop();
    await other.close();
  });

  it('are another gateway as soon as a setting is taken away: what the one before had is not asked of it', async () => {
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    const save = (settings: object) =>
      night.core.api.saveGateway({ slot: 'fallback', kind: 'kannel', config: { ...config, ...settings } });
    await save({ from: '+12025550100' });
    const took = () => night.core.store.write.transact(() => markSuccess(night.core.store.write, 'fallback', 1));
    took();
    await save({ from: '+12025550100', password: 'another' });
    expect(view('fallback')?.lastSuccessAt).toBe(1);
    await save({});
    expect(view('fallback')?.lastSuccessAt).toBeNull();
    await sink.stop();
  });

  it('can be emptied but for the primary’s', async () => {
    const { api } = night.core;
    expect(await api.saveGateway({ slot: 'primary', kind: null })).toMatchObject({ ok: false, code: 'primaryStays' });
    expect(await api.saveGateway({ slot: 'fallback', kind: null })).toMatchObject({ ok: true });
    expect(view('fallback')).toMatchObject({ kind: null, isInUse: false });
    await night.restart();
    expect(view('fallback')).toMatchObject({ kind: null });
  });

  it('a test goes through the place that it is about, waits for its receipt, and takes the answer', async () => {
    const stranger = '+14235550177';
    const test = await night.core.api.testGateway({ slot: 'fallback', phone: stranger });
    if (!test.ok) throw new Error(test.reason.en);
    await night.pass('5 s');
    expect(place('fallback').practice()?.messages(stranger)).toHaveLength(1);
    await place('fallback').practice()?.reply(stranger, 'OK');
    await night.settle();
    expect(night.core.api.gatewayTest(test.value.key)).toMatchObject({
      state: 'delivered',
      receiptMs: expect.any(Number),
      reply: { text: 'OK' },
    });
    // It is about nothing else, so nobody has to look at it.
    expect(night.core.api.inbox()).toEqual([]);
    expect(await night.core.api.testGateway({ slot: 'push', phone: 'alerts' })).toMatchObject({ code: 'noGateway' });
  });
});

describe('a core that is killed', () => {
  it('finds again which place may have a message', async () => {
    await trouble('primary', 'silent');
    const id = await night.report(LEAK);
    await night.crash();
    await night.pass('1 min');
    expect(stepTo(id)?.state).toMatch(/accepted|delivered/);
    expect(phoneAt('fallback')).toEqual([]);
  });
});

it('says in both languages what happened to a message', () => {
  const event = {
    type: 'messageRetried',
    v: 1,
    at: 0,
    by: { kind: 'staff', id: 's', name: 'Ana' },
    key: 'k',
    isPossiblyTwice: true,
    nextAt: 0,
    expiresAt: 1,
  } as const;
  expect(narrate(event, 'en', 'UTC').sentence).toContain('Ana had the message tried again');
  expect(narrate(event, 'es', 'UTC').sentence).toContain('Ana hizo reintentar el mensaje');
});
