import { afterEach, describe, expect, it } from 'vitest';
import type { EventOf, IncidentEvent, IncidentEventType } from '#shared/incident';
import { duration, type Night, openNight } from '../world.ts';

/**
 * A computer that was started again may show a wrong time for a while: its own clock in local time, an empty battery, the
 * network's time a minute later. No ladder may wait for as long as that clock was wrong.
 */

let night: Night;
afterEach(() => night.end());

const MINUTE_MS = 60_000;
const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;

const of = <Type extends IncidentEventType>(id: string, type: Type): readonly EventOf<Type>[] =>
  night
    .incident(id)
    .events.map((each) => each.event as IncidentEvent) // the log of an incident holds nothing else
    .filter((event): event is EventOf<Type> => event.type === type);
const steps = (id: string): readonly number[] => of(id, 'stepFired').map((each) => each.step);
const alarms = (): readonly string[] => night.core.api.alarms().map((each) => each.kind);

/** Off for a while; started again twenty seconds before the core, with a clock that is wrong by `wrongMs`. */
function startedAgain(time: string, wrongMs: number): Promise<void> {
  return night.restart(() => {
    night.clock.sleep(duration(time));
    night.clock.moveWall(wrongMs);
    night.clock.rebooted(20_000);
  });
}

async function setRight(ms: number): Promise<void> {
  night.clock.moveWall(ms);
  await night.pass('1 s');
}

describe('a clock that shows an hour before the last one it showed is wrong', () => {
  it('a ladder keeps the rest of its window, and climbs on while nobody sets it', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('7 min');
    await startedAgain('60 s', -duration('5 h'));
    expect(steps(id)).toEqual([0]);
    await night.pass('46 s');
    expect(steps(id)).toEqual([0, 1]);
    await night.pass('7 min');
    expect(steps(id)).toEqual([0, 1, 2]);
  });

  it('set right afterwards, the windows that run keep their length', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('7 min');
    await startedAgain('60 s', -duration('5 h'));
    await night.pass('1 min');
    await setRight(duration('5 h'));
    expect(steps(id)).toEqual([0, 1]);
    await night.pass('6 min');
    expect(steps(id)).toEqual([0, 1]);
    await night.pass('1 min');
    expect(steps(id)).toEqual([0, 1, 2]);
  });

  it('alarms the desk until the clock is set or somebody has heard it', async () => {
    night = await openNight();
    await startedAgain('60 s', -duration('5 h'));
    expect(alarms()).toEqual(['clockWentBack']);
    night.clock.moveWall(duration('5 h'));
    // Nothing runs, so the core looks at the clock twice a minute.
    await night.pass('31 s');
    expect(alarms()).toEqual([]);
    await startedAgain('60 s', -duration('1 h'));
    expect(alarms()).toEqual(['clockWentBack']);
    await night.core.api.hearAlarms();
    expect(alarms()).toEqual([]);
  });

  it('what came due while the computer was off fires when the clock is set right', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.phone('Marcus Chen').replies('1 60');
    await night.pass('1 min');
    const off = night.clock.now();
    await startedAgain('2 h', -duration('480 h'));
    await night.pass('1 min');
    expect(night.incident(id).row.status).toBe('acknowledged');
    await setRight(duration('480 h'));
    expect(night.incident(id).row.status).toBe('running');
    expect(Math.round((of(id, 'reopened')[0]?.lateMs ?? 0) / MINUTE_MS)).toBe(122 - 70);
    const blind = night.core.api.status().blindTimes.at(-1);
    expect(Math.round(((blind?.from ?? 0) - off) / MINUTE_MS)).toBe(0);
    expect(Math.round(((blind?.to ?? 0) - off) / MINUTE_MS)).toBe(120);
  });
});

describe('a clock that is wrong and does not show it', () => {
  it('set forward soon after the start: what came due fires then', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.phone('Marcus Chen').replies('1 60');
    await night.pass('1 min');
    await startedAgain('3 h', -duration('2 h'));
    expect(night.incident(id).row.status).toBe('acknowledged');
    expect(alarms()).toEqual([]);
    await night.pass('1 min');
    await setRight(duration('2 h'));
    expect(night.incident(id).row.status).toBe('running');
    expect(Math.round((of(id, 'reopened')[0]?.lateMs ?? 0) / MINUTE_MS)).toBe(182 - 70);
    expect(night.core.api.status().blindTimes).toHaveLength(2);
  });

  it('set back soon after the start: what is not yet due does not come two hours early', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.phone('Marcus Chen').replies('1 240');
    await startedAgain('10 min', duration('2 h'));
    await night.pass('1 min');
    await setRight(-duration('2 h'));
    const shown = night.incident(id).holder?.etaAt ?? 0;
    expect(Math.round((shown - night.clock.now()) / MINUTE_MS)).toBe(240 - 11);
  });

  it('an incident that began under the wrong clock keeps its windows', async () => {
    night = await openNight();
    await startedAgain('3 h', -duration('2 h'));
    const id = await night.report(LEAK);
    await night.pass('1 min');
    await setRight(duration('2 h'));
    expect(steps(id)).toEqual([0]);
    await night.pass('7 min');
    expect(steps(id)).toEqual([0, 1]);
  });

  it.each([
    ['the second time', async () => setRight(duration('2 h'))],
    [
      'an hour later',
      async () => {
        await night.pass('40 min');
        // Without a word for an hour he would be asked whether he still comes.
        await night.phone('Marcus Chen').replies('ETA 400');
        await night.pass('21 min');
      },
    ],
  ])('%s it is set, everything moves with it, as always', async (_, before) => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.phone('Marcus Chen').replies('1 400');
    await startedAgain('10 min', 0);
    await before();
    const left = (night.incident(id).holder?.etaAt ?? 0) - night.clock.now();
    await setRight(duration('1 h'));
    expect((night.incident(id).holder?.etaAt ?? 0) - night.clock.now()).toBe(left - 1_000);
  });
});
