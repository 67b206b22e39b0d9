import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KannelDriver } from '#core/notify/gateways';
import { type KannelRig, kannelAvailable, NO_KANNEL, UNROUTABLE_PREFIX } from '../integration/kannel-rig.ts';
import { eventually, patience, until } from '../patience.ts';
import { committingSink } from './committing-sink.ts';
import { describeGateway } from './conformance.ts';
import { DESK, kannelSettings, openKannel, openKannelRig } from './kannel-driver-rig.ts';
import type { Logged } from './smpp-rig.ts';

/** The Kannel driver against the real Kannel as Debian ships it, with a fake radio link. */

const MARCUS = '+12025550142';
const VERA = '+12025550143';
const OWEN = '+12025550144';

describeGateway({
  name: 'kannel',
  missing: kannelAvailable() ? '' : 'Kannel is not installed on this machine',
  async openRig(sink) {
    const { driver, rig } = await openKannelRig(sink);
    return {
      driver,
      far: {
        arrived: async (phone, nth) => (await rig.onMt(phone, nth)).text,
        reply: (phone, text) => rig.inject({ from: phone, to: DESK, text }),
        turnedAway: (phone) => rig.couldNotHandIn(phone),
        refuse: (phone) => phone.replace('+1202', UNROUTABLE_PREFIX),
        cut: () => rig.killBearerbox(),
      },
      async stranger() {
        return openKannel({ ...(await kannelSettings()), sendUrl: rig.sendUrl, password: 'not-the-password' });
      },
      async close() {
        await driver.stop();
        await rig.stop();
      },
    };
  },
});

describe.skipIf(NO_KANNEL !== '')(`kannel driver and real Kannel${NO_KANNEL}`, () => {
  const sink = committingSink();
  const reportsOf = (key: string) => sink.reports.filter((each) => each.key === key).map((each) => each.state);
  let rig: KannelRig;
  let driver: KannelDriver;
  let logged: Logged[];
  beforeAll(async () => {
    ({ rig, driver, logged } = await openKannelRig(sink));
  });
  afterAll(async () => {
    await driver.stop();
    await rig.stop();
  });

  it('sends in the cheapest alphabet that holds the text, and long texts in parts', async () => {
    const cases = [
      {
        text: 'Señora Peña: ¿qué baño? [14B] ~ 5€',
        parts: 1,
        encoding: 'utf-8',
      },
      { text: 'Inundación en el baño', parts: 1, encoding: 'utf-16be' },
      { text: 'a'.repeat(160), parts: 1, encoding: 'utf-8' },
      { text: 'a'.repeat(161), parts: 2, encoding: 'utf-8' },
      { text: 'ó'.repeat(71), parts: 2, encoding: 'utf-16be' },
      { text: 'b'.repeat(1_500), parts: 10, encoding: 'utf-8' },
    ];
    for (const [nth, { text, parts, encoding }] of cases.entries()) {
      await driver.send({ key: `k${nth}`, to: MARCUS, text, expiresAt: null }, patience());
      const arrived = await rig.onMt(MARCUS, nth);
      expect(arrived.text).toBe(text);
      expect(arrived.parts).toHaveLength(parts);
      expect(arrived.parts.every((part) => part.encoding === encoding && part.from === DESK)).toBe(true);
    }
  });

  it('queues while the radio link is down and delivers after it is back', async () => {
    await rig.dropLink();
    await until(async () => (await driver.health(patience())).level === 'down', 'health to notice');
    expect(await driver.send({ key: 'while-down', to: VERA, text: 'P1', expiresAt: null }, patience())).toEqual({
      kind: 'accepted',
      ref: null,
    });
    expect(reportsOf('while-down')).toEqual([]);
    await rig.restoreLink();
    expect((await rig.onMt(VERA)).text).toBe('P1');
    await until(() => reportsOf('while-down').includes('delivered'), 'the report');
    expect(await driver.health(patience())).toEqual({
      level: 'ok',
      detail: 'links:1:1:0',
    });
  });

  it('names refusals: the account, the number, and never the password', async () => {
    const settings = { ...(await kannelSettings()), sendUrl: rig.sendUrl, statusUrl: rig.statusUrl };
    const partCount = rig.parts().length;
    const wrong = openKannel({ ...settings, password: 'not-the-password' }, logged);
    const wrongStatus = openKannel({ ...settings, statusPassword: 'not-the-password' }, logged);
    const hello = { key: 'k', to: MARCUS, text: 'hello', expiresAt: null };
    const results = [
      await wrong.send(hello, patience()),
      await driver.send({ ...hello, to: `${UNROUTABLE_PREFIX}5550100` }, patience()),
      await driver.send({ ...hello, to: '' }, patience()),
      await driver.send({ ...hello, to: `${MARCUS} ${DESK}` }, patience()),
      await driver.send({ ...hello, text: '' }, patience()),
    ];
    expect(results.map((each) => (each.kind === 'rejected' ? each.scope : each.kind))).toEqual([
      'account',
      'recipient',
      'recipient',
      'recipient',
      'content',
    ]);
    const health = [await wrong.health(patience()), await wrongStatus.health(patience())];
    expect(health.map((each) => each.level)).toEqual(['down', 'warn']);
    expect(JSON.stringify([results, health, logged])).not.toMatch(/not-the-password|p&ss|callback-secret/);
    expect(rig.parts()).toHaveLength(partCount);
  });

  it('reads UTF-16 replies of a Kannel that does not recode, and senders without a plus', async () => {
    const plainSink = committingSink();
    const plain = await openKannelRig(plainSink, { isRecoded: false });
    try {
      plain.rig.inject({ from: MARCUS.slice(1), to: '12345', text: 'sí, voy 🔥' });
      const reply = await eventually(() => plainSink.replies[0] ?? null, 'the reply');
      expect(reply).toEqual({ id: reply.id, from: MARCUS, to: null, text: 'sí, voy 🔥' });
    } finally {
      await plain.driver.stop();
      await plain.rig.stop();
    }
  });

  // Last, since it takes the port from the driver of the others.
  it('sends although the callback port is taken, says so, and listens once it is free', async () => {
    const lateSink = committingSink();
    const late = openKannel({
      ...(await kannelSettings()),
      sendUrl: rig.sendUrl,
      statusUrl: rig.statusUrl,
      callbackPort: driver.address?.port,
    });
    await late.start(lateSink);
    try {
      expect(late.address).toBeNull();
      expect((await late.send({ key: 'deaf', to: OWEN, text: 'P1', expiresAt: null }, patience())).kind).toBe(
        'accepted',
      );
      expect((await rig.onMt(OWEN)).text).toBe('P1');
      const health = await late.health(patience());
      expect(health).toMatchObject({ level: 'warn', detail: expect.stringContaining('EADDRINUSE') });
      await driver.stop();
      expect(await late.health(patience())).toMatchObject({ level: 'ok' });
      rig.inject({ from: OWEN, to: DESK, text: '1' });
      await until(() => lateSink.replies.length > 0, 'the reply');
    } finally {
      await late.stop();
    }
  });
});
