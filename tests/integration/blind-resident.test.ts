import { afterEach, describe, expect, it } from 'vitest';
import { duration, type Night, openNight } from '../world.ts';

/** After a blind time the resident gets one text, and it says what is true then (PRODUCT 7.8). */

let night: Night;
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;

async function sleep(time: string): Promise<void> {
  night.clock.sleep(duration(time));
  await night.pass('0 s');
}

function residentTexts(since: number): readonly string[] {
  const phone = night.core.api.places(LEAK.place)[0]?.residents[0]?.phone;
  const known = night.core.api.practicePhones().find((each) => each.phone === phone);
  return (known?.messages ?? []).filter((each) => each.fromDesk && each.at >= since).map((each) => each.text);
}

describe('what was due for the resident and what changes it, due together', () => {
  it('no estimate ever came: not that somebody has it, in the moment in which it is taken from him', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('30 s');
    await night.phone('Marcus Chen').replies('1');
    await night.pass('30 s');
    await sleep('12 min');
    expect(night.incident(id).row.status).toBe('running');
    const slept = night.clock.now();
    expect(residentTexts(slept)).toHaveLength(1);
    expect(residentTexts(slept)[0]).not.toContain('Marcus');
    await night.pass('4 min');
    expect(residentTexts(slept)).toHaveLength(1);
  });

  it('a missed estimate and the promised text: one text, of the re-opening', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('6 min');
    await night.phone('Marcus Chen').replies('1 5');
    await night.pass('1 min');
    await sleep('40 min');
    expect(night.incident(id).row.status).toBe('running');
    const slept = night.clock.now();
    expect(residentTexts(slept)).toHaveLength(1);
    expect(residentTexts(slept)[0]).not.toContain('Marcus');
  });

  it('hours late: a person has a minute, and the resident reads what came of it', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('6 min');
    await night.phone('Marcus Chen').replies('1 20');
    await night.pass('1 min');
    await sleep('5 h');
    const slept = night.clock.now();
    expect(night.incident(id).row.status).toBe('acknowledged');
    // The promise was due in the same moment and was put off: that is no clock without an end.
    expect(night.incident(id).alarms).toEqual(['lateByHours']);
    expect(residentTexts(slept)).toEqual([]);
    await night.pass('1 min');
    expect(night.incident(id).row.status).toBe('running');
    expect(night.incident(id).alarms.toSorted()).toEqual(['etaMissed', 'lateByHours']);
    expect(residentTexts(slept)).toHaveLength(1);
  });

  it('of many incidents: every ladder goes first, whatever has been due longer', async () => {
    night = await openNight();
    const places = ['maple 3a', 'maple 5a', 'elm 7', 'oak 4', 'riverbend 101', 'maple 14b'];
    const ids: string[] = [];
    for (let turn = 0; turn < 30; turn += 1)
      ids.push(await night.report({ ...LEAK, place: places[turn % places.length] ?? 'elm 7' }));
    await sleep('9 min');
    const lines = night.core.store.read.all<{ type: string; purpose: string | null }>(
      `SELECT payload ->> '$.type' AS type, payload ->> '$.purpose' AS purpose FROM log WHERE payload ->> '$.at' >= ? ORDER BY seq`,
      night.clock.now(),
    );
    const lastStep = lines.findLastIndex((each) => each.type === 'stepFired');
    const firstMissed = lines.findIndex((each) => each.type === 'slaMissed');
    expect(lines.filter((each) => each.type === 'stepFired')).toHaveLength(ids.length);
    expect(firstMissed).toBeGreaterThan(lastStep);
  });
});
