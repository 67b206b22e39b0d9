import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriver, type KannelDriver, kannelConfLines } from '#core/notify/gateways';
import type { GatewaySink } from '../../electron/core/notify/driver.ts';
import { freePort } from '../integration/free-ports.ts';
import {
  type KannelRig,
  kannelAvailable,
  NO_KANNEL,
  RIG_PASSWORD,
  RIG_STATUS_PASSWORD,
  RIG_USER,
  startKannel,
  UNROUTABLE_PREFIX,
} from '../integration/kannel-rig.ts';
import { eventually, patience, until } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import { committingSink } from './committing-sink.ts';
import { describeGateway } from './conformance.ts';

/** The Kannel driver against the real Kannel as Debian ships it, with a fake radio link. */

const SECRET = 'callback-secret-of-the-test';
const DESK = '+12025550100';
const MARCUS = '+12025550142';
const VERA = '+12025550143';
const OWEN = '+12025550144';

type Logged = { readonly level: string; readonly message: string; readonly fields: unknown };

/** A driver whose settings lead to `rig`; before the rig is known they lead to a port nobody uses. */
async function kannelSettings() {
  const port = await freePort();
  return {
    sendUrl: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
    username: RIG_USER,
    password: RIG_PASSWORD,
    from: DESK,
    statusUrl: `http://127.0.0.1:${port}/status.txt`,
    statusPassword: RIG_STATUS_PASSWORD,
    callbackPort: await freePort(),
    callbackSecret: SECRET,
  };
}

function openDriver(settings: object, logged: Logged[] = []): KannelDriver {
  const created = createDriver('kannel', settings, {
    ...QUIET,
    log: (level, message, fields) => void logged.push({ level, message, fields }),
  });
  if (!created.ok || created.kind !== 'kannel') throw new Error(JSON.stringify(created));
  return created.driver;
}

/** Driver first, since its address goes into kannel.conf; then Kannel; then the driver again, which now knows Kannel. */
async function openRig(
  sink: GatewaySink,
  isRecoded = true,
): Promise<{ driver: KannelDriver; rig: KannelRig; logged: Logged[] }> {
  const settings = await kannelSettings();
  const first = openDriver(settings);
  await first.start(sink);
  if (first.address === null) throw new Error('the driver does not listen');
  const lines = kannelConfLines(first.address);
  await first.stop();
  const smsbox = isRecoded ? lines.smsbox : lines.smsbox.replace('mo-recode = true', 'mo-recode = false');
  const rig = await startKannel({ ...lines, smsbox });
  const logged: Logged[] = [];
  const driver = openDriver({ ...settings, sendUrl: rig.sendUrl, statusUrl: rig.statusUrl }, logged);
  await driver.start(sink);
  return { driver, rig, logged };
}

describeGateway({
  name: 'kannel',
  missing: kannelAvailable() ? '' : 'Kannel is not installed on this machine',
  async openRig(sink) {
    const { driver, rig } = await openRig(sink);
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
        return openDriver({ ...(await kannelSettings()), sendUrl: rig.sendUrl, password: 'not-the-password' });
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
    ({ rig, driver, logged } = await openRig(sink));
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
    const wrong = openDriver({ ...settings, password: 'not-the-password' }, logged);
    const wrongStatus = openDriver({ ...settings, statusPassword: 'not-the-password' }, logged);
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
    const plain = await openRig(plainSink, false);
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
    const late = openDriver({
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
