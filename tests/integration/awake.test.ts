import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight, signIn } from '../world.ts';
import { type KannelSink, openKannelSink } from './kannel-sink.ts';

let night: Night;
let sink: KannelSink;
beforeEach(async () => {
  night = await openNight({ signIn: false });
  sink = await openKannelSink();
});
afterEach(async () => {
  await night.end();
  await sink.stop();
});

/** What the desktop program is told, and what the console shows. */
async function isAwake(): Promise<readonly boolean[]> {
  const headers = { authorization: `Bearer ${night.core.token}` };
  const shell = await (await fetch(`${night.core.url}/shell/state`, { headers })).json();
  return [shell.keepAwake, night.core.api.status().keepAwake];
}

describe('rule 13: the computer is kept awake', () => {
  it('rule 13: from sign-in to sign-out, and while a ladder climbs', async () => {
    expect(await isAwake()).toEqual([false, false]);
    await signIn(night.core);
    expect(await isAwake()).toEqual([true, true]);
    await night.report({ text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' });
    await night.core.api.signOut();
    expect(await isAwake()).toEqual([true, true]);
  });

  it('rule 13: while residents can write to a number that nobody else watches; the practice phones are none', async () => {
    const config = { ...sink.config, callbackPort: 0, callbackSecret: 'only-here-and-now-1' };
    expect(await night.core.gateway.use({ kind: 'kannel', config })).toEqual({ ok: true });
    expect(await isAwake()).toEqual([true, true]);
    await night.core.gateway.use({ kind: 'practice', config: {} });
    expect(await isAwake()).toEqual([false, false]);
  });
});
