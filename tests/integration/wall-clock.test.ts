import { afterEach, describe, expect, it } from 'vitest';
import { duration, type Night, openNight } from '../world.ts';

/** Somebody sets the computer's clock: windows keep their length, rota times do not shift. */

let night: Night;
afterEach(() => night.end());

const MINUTE_MS = 60_000;
const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;

const moves = (): readonly { readonly deltaMs: number }[] =>
  night.core.store.read.all(
    `SELECT payload ->> '$.deltaMs' AS deltaMs FROM log WHERE payload ->> '$.type' = 'wallClockMoved' AND incident_id IS NULL`,
  );
const stepsFired = (id: string): number => night.incident(id).ladder.filter((step) => step.state === 'fired').length;

async function moveWall(ms: number): Promise<void> {
  night.clock.moveWall(ms);
  await night.pass('1 s');
}

describe.each([
  ['an hour forward', duration('1 h')],
  ['an hour back', -duration('1 h')],
  ['forty seconds forward', duration('40 s')],
])('invariant 5: the clock is set %s', (_, deltaMs) => {
  it('a ladder keeps its windows, and it is logged once', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('3 min');
    await moveWall(deltaMs);
    await night.pass('4 min');
    expect(stepsFired(id)).toBe(1);
    await night.pass('59 s');
    expect(stepsFired(id)).toBe(2);
    expect(night.phone('Aline Silva').all()).toHaveLength(1);
    expect(moves()).toEqual([{ deltaMs }]);
    expect(night.core.api.status().blindTimes).toEqual([]);
  });

  it('an estimate and its grace keep theirs', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.phone('Marcus Chen').replies('1 30');
    await moveWall(deltaMs);
    expect(night.incident(id).holder?.etaAt).toBe(night.clock.now() - 1_000 + duration('30 min'));
    await night.pass('39 min');
    expect(night.incident(id).row.status).toBe('acknowledged');
    await night.pass('1 min');
    expect(night.incident(id).row.status).toBe('running');
  });

  it('a message that waits for its gateway neither expires nor waits longer', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('down');
    await night.report(LEAK);
    await night.pass('5 s');
    night.core.api.practiceTrouble('none');
    await moveWall(deltaMs);
    await night.pass('20 s');
    expect(night.phone('Marcus Chen').all()).toHaveLength(1);
  });

  it('a text that waits for its phone leaves when the queue says', async () => {
    night = await openNight();
    const report = { text: 'kitchen sink is clogged', tier: 'P2' } as const;
    await night.report({ ...report, place: 'maple 3a' });
    const id = await night.report({ ...report, place: 'elm 7' });
    await moveWall(deltaMs);
    const shown = (night.incident(id).row.heldUntilAt ?? 0) - night.clock.now();
    expect(Math.abs(shown - duration('59 s'))).toBeLessThan(2_000);
    const [step] = night.incident(id).messages.filter((each) => each.purpose === 'step');
    expect(step?.state).toBe('held');
    await night.clock.pass(shown, night.settle);
    expect(night.phone('Marcus Chen').all()).toHaveLength(2);
  });

  it('is not shifted a second time by a start soon after', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('3 min');
    await moveWall(deltaMs);
    await night.restart();
    await night.pass('4 min');
    expect(stepsFired(id)).toBe(1);
    await night.pass('59 s');
    expect(stepsFired(id)).toBe(2);
    expect(moves()).toEqual([{ deltaMs }]);
  });

  it('is noticed at the next start when no core ran meanwhile', async () => {
    // The computer has been on for long: uptime measures the time between.
    night = await openNight({ upForMs: duration('9 h') });
    const id = await night.report(LEAK);
    await night.pass('3 min');
    await night.restart(() => {
      night.clock.sleep(duration('2 min'));
      night.clock.moveWall(deltaMs);
    });
    expect(moves()).toEqual([{ deltaMs }]);
    expect(night.core.store.read.get('SELECT to_at - from_at AS ms FROM blind_time')).toEqual({ ms: 2 * MINUTE_MS });
    await night.pass('2 min');
    expect(stepsFired(id)).toBe(1);
    await night.pass('1 min');
    expect(stepsFired(id)).toBe(2);
  });

  it('the self-check and the heartbeat go on', async () => {
    night = await openNight();
    await night.report(LEAK);
    await moveWall(deltaMs);
    await night.pass('10 s');
    const beat = night.core.store.read.get<{ at: number }>('SELECT at FROM heartbeat');
    expect(night.clock.now() - (beat?.at ?? 0)).toBeLessThanOrEqual(6_000);
  });
});

describe('what does not move', () => {
  it('the rota: who is on call is asked of the new clock', async () => {
    night = await openNight();
    const before = night.core.api.calendar({ from: night.clock.now(), to: night.clock.now() + duration('24 h') });
    await moveWall(duration('1 h'));
    const from = night.clock.now() - duration('1 h') - 1_000;
    expect(night.core.api.calendar({ from, to: from + duration('24 h') }).duties).toEqual(before.duties);
  });

  it('a second that creeps in between clock and uptime is nobody’s doing', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    for (let minute = 0; minute < 4; minute += 1) {
      night.clock.moveWall(1_500);
      await night.pass('1 min');
    }
    expect(moves()).toEqual([]);
    await night.pass('4 min');
    expect(stepsFired(id)).toBe(2);
  });

  it('the promise of a morning call: it names an hour of the day', async () => {
    night = await openNight();
    const id = await night.report({ text: 'the garbage disposal hums', place: 'maple 2a', tier: 'P3' });
    const promised = night.incident(id).clocks.find((each) => each.kind === 'promise')?.dueAt;
    await moveWall(duration('1 h'));
    expect(night.incident(id).clocks.find((each) => each.kind === 'promise')?.dueAt).toBe(promised);
    expect(promised).toBeGreaterThan(night.clock.now() + 30 * MINUTE_MS);
  });

  it('sleep and a moved clock at once: late by the sleep, not by the clock', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('3 min');
    night.clock.sleep(duration('10 min'));
    night.clock.moveWall(duration('1 h'));
    await night.pass('0 s');
    const { events } = night.incident(id);
    const late = events.flatMap(({ event }) => {
      const fired = event as { type: string; lateMs?: number };
      return fired.type === 'stepFired' ? [fired.lateMs] : [];
    });
    expect(late).toEqual([0, 5 * MINUTE_MS]);
    const [blind] = night.core.api.status().blindTimes;
    expect((blind?.to ?? 0) - (blind?.from ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE_MS);
    expect((blind?.to ?? 0) - (blind?.from ?? 0)).toBeLessThanOrEqual(10 * MINUTE_MS + 1_000);
  });

  it.each([
    ['forward', duration('1 h')],
    ['back', -duration('1 h')],
  ])('a report in the very moment after the clock was set %s keeps its windows', async (_, deltaMs) => {
    night = await openNight();
    await night.pass('40 s');
    night.clock.moveWall(deltaMs);
    const id = await night.report(LEAK);
    await night.pass('9 min');
    expect(stepsFired(id)).toBe(2);
    // The third step is hers; what she hears by now is that nobody at the desk has heard the alarm.
    expect(night.phone('Priya Shah').all()).not.toContainEqual(expect.stringMatching(/^#1001 P1$/m));
    expect(moves()).toEqual([{ deltaMs }]);
  });
});
