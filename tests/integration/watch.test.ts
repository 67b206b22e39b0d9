import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { newNonce, newSharedKey, proofOf, unseal } from '#core/guard';
import { keepGateway, splitSecrets } from '#core/notify';
import { type Author, openStore, type WriteDb } from '#core/store';
import type { WatchView } from '#shared/contract';
import { askDesk } from '../../electron/cli/watch/ask-desk.ts';
import { keepWatchSettings, makeWatchKey, watchKey } from '../../electron/core/serve/watch/index.ts';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { freePort } from './free-ports.ts';
import { type KannelSink, openKannelSink } from './kannel-sink.ts';
import { nightdesk, type PastNight, pastNight, type Running, start } from './past-night.ts';

/** A second computer asks the desk how it is, and calls somebody when it falls silent. */

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function watched(): Promise<{ readonly night: Night; readonly view: WatchView; readonly key: string }> {
  const night = await openNight();
  cleanUps.push(() => night.end());
  const saved = await night.core.api.saveWatch({ isOn: true, host: '127.0.0.1', port: 0 });
  if (!saved.ok) throw new Error(saved.reason.en);
  return { night, view: saved.value, key: saved.value.key ?? '' };
}

describe('section 8: the listener that the watch asks', () => {
  it('section 8: is off until somebody turns it on, and off again', async () => {
    const { night, view } = await watched();
    expect(view.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await night.core.api.saveWatch({ isOn: false, host: '127.0.0.1', port: view.port });
    await expect(fetch(`${view.address}/watch`)).rejects.toThrow();
  });

  it('section 8: tells whoever has the key the open P1s and whom to call, and nothing of a resident', async () => {
    const { night, view, key } = await watched();
    await night.report(LEAK);
    await night.report({ ...LEAK, place: 'maple 14b', tier: 'P2' });
    const answer = await askDesk({ url: view.address ?? '', key });
    expect(answer).toMatchObject({
      clockworkLateSince: null,
      openP1: [{ number: 1001, place: 'Maple Court 3A', isTaken: false }],
      call: [{ name: 'Priya Shah' }],
    });
    const resident = night.core.api.places('maple 3a')[0]?.residents[0]?.name ?? 'nobody';
    expect(JSON.stringify(answer)).not.toContain(resident);
    expect(JSON.stringify(answer)).not.toContain('ceiling');
    expect(night.core.api.watch().lastAskedAt).toBe(night.clock.now());
  });

  it('section 8: a unit is taken with the house that climbs for it', async () => {
    const { night, view, key } = await watched();
    const first = await night.report(LEAK);
    const second = await night.report({ ...LEAK, place: 'maple 5b' });
    await night.act({ type: 'link', incidentId: second, headId: first, withIt: [] });
    await night.phone('Marcus Chen').replies('1A 20');
    const answer = await askDesk({ url: view.address ?? '', key });
    expect(answer).toMatchObject({ openP1: [{ isTaken: true }, { isTaken: true }] });
  });

  it('section 8: nothing of it can be read on the way', async () => {
    const { night, view, key } = await watched();
    await night.report(LEAK);
    const nonce = newNonce();
    const answer = await (await fetch(`${view.address}/watch?${ask(key, nonce)}`)).text();
    expect(answer).not.toContain('Maple');
    expect(unseal(newSharedKey(), nonce, answer)).toBeNull();
    expect(unseal(key, newNonce(), answer)).toBeNull();
    expect(unseal(key, nonce, answer.slice(0, -4))).toBeNull();
    expect(unseal(key, nonce, answer)).toContain('Maple');
  });

  it('section 8: a wrong key, a question asked before, any other path: nothing is there', async () => {
    const { night, view, key } = await watched();
    const status = async (path: string): Promise<number> => (await fetch(`${view.address}${path}`)).status;
    const once = ask(key, newNonce());
    expect(await status(`/watch?${once}`)).toBe(200);
    expect(await status(`/watch?${once}`)).toBe(404);
    expect(await status(`/watch?${ask(newSharedKey(), newNonce())}`)).toBe(404);
    expect(await status('/watch')).toBe(404);
    expect(await status(`/watch/more?${ask(key, newNonce())}`)).toBe(404);
    for (const path of ['/', '/trpc/app.info', '/events', '/shell/state']) expect(await status(path)).toBe(404);
    await night.core.api.makeWatchKey();
    expect(await status(`/watch?${ask(key, newNonce())}`)).toBe(404);
  });

  it('section 8: hears on the address it was given and on no other', async () => {
    const { view } = await watched();
    await expect(fetch(`http://127.0.0.2:${view.port}/watch`)).rejects.toThrow();
  });

  it('section 8: a port that is taken is said, with what to do', async () => {
    const { night, view } = await watched();
    const other = await openNight();
    cleanUps.push(() => other.end());
    const saved = await other.core.api.saveWatch({ isOn: true, host: '127.0.0.1', port: view.port });
    expect(saved).toMatchObject({
      ok: true,
      value: { trouble: { en: expect.stringMatching(/used by another program/) } },
    });
    expect(await other.core.api.saveWatch({ isOn: true, host: 'http://desk/', port: 0 })).toMatchObject({
      code: 'badHost',
    });
    expect(night.core.api.watch().trouble).toBeNull();
  });

  it('section 8: the key is shown to whoever is signed in, and to nobody else', async () => {
    const { night } = await watched();
    await night.core.api.signOut();
    expect(night.core.api.watch().key).toBeNull();
    expect(await night.core.api.saveWatch({ isOn: false, host: '127.0.0.1', port: 0 })).toMatchObject({
      code: 'signInFirst',
    });
  });
});

function ask(key: string, nonce: string): URLSearchParams {
  return new URLSearchParams({ nonce, proof: proofOf(key, nonce) });
}

/** The data folder of a second computer, with a gateway of its own or without. */
function watcherFolder(sink: KannelSink | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-watch-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const author: Author = { at: 1, by: { kind: 'core' } };
  change(folder, (db) => {
    if (sink)
      keepGateway(db, author, {
        slot: 'primary',
        kind: 'kannel',
        settings: splitSecrets(db, 'primary', 'kannel', sink.config),
      });
  });
  return folder;
}

function change(folder: string, work: (db: WriteDb) => void): void {
  const store = openStore(folder);
  store.write.transact(() => work(store.write));
  store.close();
}

/** A past night as a desk that can be asked. */
async function deskFolder(
  night: PastNight,
): Promise<{ readonly folder: string; readonly url: string; readonly keyFile: string }> {
  const folder = night.copy();
  const port = await freePort();
  const author: Author = { at: 1, by: { kind: 'core' } };
  let key = '';
  change(folder, (db) => {
    keepWatchSettings(db, { isOn: true, host: '127.0.0.1', port }, author);
    makeWatchKey(db, author);
    key = watchKey(db) ?? '';
  });
  const keyFile = join(folder, 'watch.key');
  writeFileSync(keyFile, `${key}\n`);
  return { folder, url: `http://127.0.0.1:${port}`, keyFile };
}

const running = (args: readonly string[]): Running => {
  const process = start(args);
  cleanUps.push(async () => {
    process.child.kill('SIGCONT');
    process.child.kill('SIGKILL');
    await process.ended;
  });
  return process;
};

describe('section 8: `nightdesk watch`, a process of its own', () => {
  it('section 8: a desk that is stopped, comes back and is killed: its manager hears of each', async () => {
    const night = await pastNight();
    cleanUps.push(() => night.remove());
    const sink = await openKannelSink();
    cleanUps.push(() => sink.stop());
    const { folder, url, keyFile } = await deskFolder(night);
    const core = running(['serve', '--data', folder]);
    await core.firstLine;
    const quick = ['--ask-every', '1', '--silent-after', '4', '--again-every', '3600'];
    const watch = running(['watch', '--of', url, '--key-file', keyFile, '--data', watcherFolder(sink), ...quick]);
    expect(await watch.firstLine).toMatch(/^The desk of .* answers: open P1 1\. It would text: Priya Shah\.$/);
    expect(sink.taken).toEqual([]);

    const texts = (): string => sink.taken.map((each) => each.text).join('\n');
    core.child.kill('SIGSTOP');
    await until(() => /has not answered/.test(texts()), 'a text about the stopped desk');
    expect(texts()).toMatch(/Open P1 at \d\d:\d\d: #1001 Maple Court 14B \(taken\)/);
    core.child.kill('SIGCONT');
    await until(() => /is back/.test(texts()), 'a text that it is back');
    core.child.kill('SIGKILL');
    await until(() => texts().match(/has not answered/g)?.length === 2, 'a text about the killed desk');

    watch.child.kill('SIGTERM');
    expect(await watch.ended).toMatchObject({ code: 0, err: '' });
  }, 180_000);

  it('section 8: without a gateway, a key or a desk it says what to do', async () => {
    const night = await pastNight();
    cleanUps.push(() => night.remove());
    const { folder, url, keyFile } = await deskFolder(night);
    const empty = mkdtempSync(join(tmpdir(), 'nightdesk-watch-'));
    cleanUps.push(() => rmSync(empty, { recursive: true, force: true }));
    const of = ['watch', '--of', url] as const;
    expect(await nightdesk(...of)).toMatchObject({ code: 2 });
    expect(await nightdesk(...of, '--key-file', join(folder, 'none'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/holds no key/),
    });
    const keyed = [...of, '--key-file', keyFile] as const;
    expect((await nightdesk(...keyed, '--data', empty)).err).toMatch(/no gateway of its own/);
    expect((await nightdesk(...keyed, '--data', watcherFolder(null))).err).toMatch(/practice one/);
    expect(await nightdesk(...keyed, '--once')).toMatchObject({ code: 1 });
    expect(await nightdesk(...keyed, '--ask-every', 'often')).toMatchObject({ code: 2 });
  }, 180_000);
});
