import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** A disk that takes nothing in the middle of a night: ladders stand still, and that must not be silent. */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const pages = (pragma: string): number =>
  Object.values(night.core.store.write.get<Record<string, number>>(`PRAGMA ${pragma}`) ?? {})[0] ?? 0;
const alarms = () => night.core.api.alarms().map(({ kind, detail }) => ({ kind, detail: detail?.en ?? null }));

async function shellState(): Promise<unknown> {
  const headers = { authorization: `Bearer ${night.core.token}` };
  return (await fetch(`${night.core.url}/shell/state`, { headers })).json();
}

it('a full disk raises an alarm that needs no disk; with space again the step fires and the alarm is over', async () => {
  await night.report({ text: 'water pouring through the ceiling', place: 'maple 14b', tier: 'P1' });
  const { write } = night.core.store;
  write.script('PRAGMA wal_checkpoint(TRUNCATE)');
  write.script(`PRAGMA max_page_count = ${pages('page_count') - pages('freelist_count')}`);
  fill();
  await night.pass('9 min');
  expect(night.phone('Aline Silva').all()).toEqual([]);
  expect(alarms()).toContainEqual({ kind: 'standstill', detail: expect.stringMatching(/disk .* is full/) });
  expect(await shellState()).toMatchObject({ alarm: { kind: 'standstill' } });
  // What was taken back is no figure.
  expect(night.core.api.status().tonight.latestStepLateMs).toBeNull();

  write.script('PRAGMA max_page_count = 1000000');
  await night.pass('6 s');
  expect(night.phone('Aline Silva').last()).toMatch(/Maple Court 14B/);
  expect(alarms().map((each) => each.kind)).not.toContain('standstill');
});

it('"heard" silences it for three minutes, without a disk to write that down', async () => {
  await night.report({ text: 'water pouring through the ceiling', place: 'maple 14b', tier: 'P1' });
  night.core.store.write.script(`PRAGMA max_page_count = ${pages('page_count')}`);
  fill();
  await night.pass('9 min');
  await night.core.api.hearAlarms();
  const silenced = night.core.api.alarms().find((each) => each.kind === 'standstill')?.isSilencedUntil;
  expect((silenced ?? 0) - night.clock.now()).toBe(3 * 60_000);
});

/** Takes every free byte of the last page, so that not even a small row fits. */
function fill(): void {
  const { write } = night.core.store;
  for (let size = 4_000; size >= 10; size = Math.floor(size / 2)) {
    try {
      for (;;)
        write.run('INSERT INTO draft (id, updated_at, body) VALUES (?, 0, ?)', crypto.randomUUID(), 'x'.repeat(size));
    } catch {
      // full for this size; smaller ones may still fit
    }
  }
}
