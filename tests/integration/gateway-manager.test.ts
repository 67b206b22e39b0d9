import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type GatewayManager, gatewayManager } from '#core/notify';
import { type FakeClock, fakeClock } from '../fake-clock.ts';
import { until } from '../patience.ts';
import { freePort } from './free-ports.ts';

/** The gateway in use while its settings change: there is one, and what was put aside hears nothing any more. */

const nothing = async (): Promise<void> => undefined;
const managers: GatewayManager[] = [];
afterEach(async () => {
  for (const manager of managers.splice(0)) await manager.stop();
});

function openManager(folder: string | null = null, clock = fakeClock(0)): GatewayManager {
  const manager = gatewayManager({
    clock,
    folder,
    sink: () => ({ delivery: nothing, inbound: nothing }),
    log: () => undefined,
    onTrouble: () => undefined,
    onChange: () => undefined,
  });
  managers.push(manager);
  return manager;
}

const kannel = (callbackPort: number) => ({
  kind: 'kannel',
  config: {
    sendUrl: 'http://127.0.0.1:9/cgi-bin/sendsms',
    username: 'desk',
    password: 'password',
    callbackPort,
    callbackSecret: 'callback-secret-of-the-test',
  },
});

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('settings saved twice at once', () => {
  it('leave the later gateway in use and the earlier one deaf', async () => {
    const manager = openManager();
    const [first, second] = [await freePort(), await freePort()];
    await manager.use({ kind: 'practice', config: {} });
    const used = await Promise.all([manager.use(kannel(first)), manager.use(kannel(second))]);
    expect(used).toEqual([{ ok: true }, { ok: true }]);
    expect([await isListening(first), await isListening(second)]).toEqual([false, true]);
    await manager.stop();
    expect([await isListening(first), await isListening(second)]).toEqual([false, false]);
  });

  it('the same port is given over from one to the next', async () => {
    const manager = openManager();
    const port = await freePort();
    await Promise.all([manager.use(kannel(port)), manager.use(kannel(port)), manager.use(kannel(port))]);
    expect(await isListening(port)).toBe(true);
    await manager.stop();
    expect(await isListening(port)).toBe(false);
  });

  it('refused settings do not hold up those after them', async () => {
    const manager = openManager();
    const [bad, good] = await Promise.all([
      manager.use({ kind: 'kannel', config: {} }),
      manager.use({ kind: 'practice', config: {} }),
    ]);
    expect([bad.ok, good.ok, manager.kind()]).toEqual([false, true, 'practice']);
  });
});

describe('an end while settings are being changed', () => {
  it('leaves nothing listening, and nothing begins afterwards', async () => {
    const manager = openManager();
    const [first, late] = [await freePort(), await freePort()];
    await manager.use({ kind: 'practice', config: {} });
    const using = manager.use(kannel(first));
    await manager.stop();
    await using;
    expect(await isListening(first)).toBe(false);
    expect(await manager.use(kannel(late))).toMatchObject({ ok: false });
    expect(await isListening(late)).toBe(false);
  });
});

describe('the places', () => {
  it('are changed apart from each other, and each hears its own gateway', async () => {
    const manager = openManager();
    const [first, second] = [await freePort(), await freePort()];
    await manager.use(kannel(first));
    expect(await manager.place('fallback').use(kannel(second))).toEqual({ ok: true });
    await manager.use({ kind: 'practice', config: {} });
    expect([await isListening(first), await isListening(second)]).toEqual([false, true]);
    expect([manager.kind(), manager.place('fallback').kind(), manager.place('push').kind()]).toEqual([
      'practice',
      'kannel',
      null,
    ]);
    expect(await manager.place('fallback').use(null)).toEqual({ ok: true });
    expect(await isListening(second)).toBe(false);
  });

  it('take no kind that belongs elsewhere', async () => {
    const manager = openManager();
    expect(await manager.place('push').use(kannel(0))).toMatchObject({ ok: false });
    expect(manager.place('push').driver()).toBeNull();
  });

  it('settings are tried without being put in use', async () => {
    const manager = openManager();
    await manager.use({ kind: 'practice', config: {} });
    const port = await freePort();
    expect(await manager.place('primary').try(kannel(port))).toMatchObject({ ok: true, health: { level: 'down' } });
    expect(await manager.place('primary').try({ kind: 'kannel', config: {} })).toMatchObject({ ok: false });
    expect([manager.kind(), await isListening(port)]).toEqual(['practice', false]);
  });
});

describe('a stored gateway that cannot be used at the start', () => {
  const NONE = { primary: null, fallback: null, push: null };
  /** The loop takes its turns for so many seconds. */
  async function goOn(manager: GatewayManager, clock: FakeClock, seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 1) {
      clock.sleep(1_000);
      const dueAt = manager.nextDueAt(clock.now());
      if (dueAt !== null && dueAt <= clock.now()) manager.run(clock.now());
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    }
  }

  it('keeps no desk shut, says that it is down, and is used once it can be, by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-gateways-'));
    writeFileSync(join(folder, 'gateways'), 'a file where its folder should be');
    const clock = fakeClock(0);
    const manager = openManager(folder, clock);
    const port = await freePort();
    await manager.startWith({ ...NONE, primary: kannel(port) });
    expect(manager.kind()).toBe('kannel');
    expect(manager.practice()).toBeNull();
    expect(manager.health()).toMatchObject({ level: 'down', detail: 'settingsUnusable', since: 0, isAsked: true });
    await goOn(manager, clock, 40);
    expect(manager.health()).toMatchObject({ level: 'down', detail: 'settingsUnusable', since: 0 });
    rmSync(join(folder, 'gateways'));
    await goOn(manager, clock, 60);
    await until(() => isListening(port), 'the gateway to be in use');
    expect(manager.driver().name).toBe('kannel');
    expect(manager.health().detail).not.toBe('settingsUnusable');
    rmSync(folder, { recursive: true });
  });

  it('is no more tried once other settings are saved', async () => {
    const clock = fakeClock(0);
    const manager = openManager(null, clock);
    await manager.startWith({ ...NONE, primary: { kind: 'kannel', config: {} } });
    await goOn(manager, clock, 400);
    expect(manager.health()).toMatchObject({ level: 'down', detail: 'settingsUnusable', since: 0 });
    await manager.use({ kind: 'practice', config: {} });
    expect(manager.practice()).not.toBeNull();
    await goOn(manager, clock, 400);
    expect(manager.practice()).not.toBeNull();
    expect(manager.health().level).toBe('ok');
  });
});
