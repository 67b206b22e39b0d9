import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepGateway, splitSecrets, storedDriver } from '#core/notify';
import { openStore } from '#core/store';
import { fakeClock } from '../fake-clock.ts';
import { openSmsc } from '../gateways/smsc-rig.ts';
import { patience } from '../patience.ts';
import { NIGHT } from '../world.ts';

/** The gateways of a folder for whoever sends beside the desk: the watch on a second computer, for weeks on end. */

it('an SMSC that was away once is asked again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-stored-'));
  const smsc = await openSmsc();
  const store = openStore(folder);
  try {
    const author = { at: NIGHT, by: { kind: 'core' } } as const;
    store.write.transact(() =>
      keepGateway(store.write, author, {
        slot: 'primary',
        kind: 'smpp',
        settings: splitSecrets(store.write, 'primary', 'smpp', smsc.config),
      }),
    );
    const clock = fakeClock(NIGHT);
    const made = storedDriver(store.read, clock);
    if (!made.ok) throw new Error(made.reason);
    const send = (key: string) =>
      made.driver.send({ key, to: '+12025550142', text: 'The desk is silent.', expiresAt: null }, patience());
    await smsc.cut();
    expect((await send('first')).kind).toBe('notSent');
    await smsc.restore();
    clock.sleep(10_000);
    expect((await send('second')).kind).toBe('accepted');
    expect(await smsc.arrived('+12025550142')).toBe('The desk is silent.');
  } finally {
    store.close();
    await smsc.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
