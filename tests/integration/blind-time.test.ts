import { afterEach, describe, expect, it } from 'vitest';
import type { EventOf, IncidentEvent, IncidentEventType } from '#shared/incident';
import { duration, type Night, openNight } from '../world.ts';

/** Time is durable (PRODUCT 7.8): after a sleep or a stop replies come first, then what is due, and the log says how late. */

let night: Night;
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a' } as const;
const MINUTE_MS = 60_000;

const eventsOf = (id: string): readonly IncidentEvent[] =>
  night.incident(id).events.map((each) => each.event as IncidentEvent); // the log of an incident holds nothing else
const of = <Type extends IncidentEventType>(id: string, type: Type): readonly EventOf<Type>[] =>
  eventsOf(id).filter((event): event is EventOf<Type> => event.type === type);
const steps = (id: string) =>
  of(id, 'stepFired').map(({ step, round, lateMs }) => ({ round, step, lateMin: lateMs / MINUTE_MS }));

/** The lid is closed and opened again: nothing runs meanwhile. */
async function sleep(time: string): Promise<void> {
  night.clock.sleep(duration(time));
  await night.pass('0 s');
}

/** The network is back with the computer: the gateway is well again, but hands over what it kept only when it is asked. */
function comesBackWhenAsked(): void {
  const practice = night.core.gateway.practice();
  const fetch = practice?.catchUp;
  if (!practice || !fetch) throw new Error('the practice gateway is in use in these tests');
  Object.assign(practice, {
    catchUp: (signal: AbortSignal) => {
      practice.setTrouble('none');
      return fetch(signal);
    },
  });
}

const residentTexts = (name: string, since: number): readonly string[] => {
  const phone = night.phone(name).number;
  const known = night.core.api.practicePhones().find((each) => each.phone === phone);
  return (known?.messages ?? []).filter((each) => each.fromDesk && each.at >= since).map((each) => each.text);
};

describe('invariant 5: asleep past three deadlines', () => {
  it('fires every overdue step of a P1 in order, each once, and says how late', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    await sleep('24 min');
    expect(steps(id)).toEqual([
      { round: 1, step: 0, lateMin: 0 },
      { round: 1, step: 1, lateMin: 16 },
      { round: 1, step: 2, lateMin: 9 },
      { round: 1, step: 3, lateMin: 2 },
    ]);
    expect(night.phone('Aline Silva').last()).toMatch(/16 min/);
    expect(night.core.api.status().tonight.latestStepLateMs).toBe(16 * MINUTE_MS);
    // The last step keeps its own time, 30 minutes after the report.
    await night.pass('6 min');
    expect(steps(id).at(-1)).toEqual({ round: 1, step: 4, lateMin: 0 });
    expect(steps(id)).toHaveLength(5);
  });

  it('fires only the first overdue step of a P2; the later ones keep their distance to it', async () => {
    night = await openNight();
    const id = await night.report({ text: 'no hot water in the unit', place: 'maple 3a', tier: 'P2' });
    await sleep('36 min');
    expect(steps(id)).toEqual([
      { round: 1, step: 0, lateMin: 0 },
      { round: 1, step: 1, lateMin: 21 },
    ]);
    await night.pass('4 min');
    expect(steps(id)).toHaveLength(2);
    await night.pass('1 min');
    expect(steps(id).at(-1)).toEqual({ round: 1, step: 2, lateMin: 0 });
    await night.pass('14 min');
    expect(steps(id)).toHaveLength(3);
    await night.pass('1 min');
    expect(steps(id).at(-1)).toMatchObject({ step: 3, lateMin: 0 });
  });

  it('writes the blind time down and shows it', async () => {
    night = await openNight();
    await night.report({ ...LEAK, tier: 'P1' });
    await night.pass('2 min');
    const from = night.clock.now();
    await sleep('6 min');
    const [blind, ...more] = night.core.api.status().blindTimes;
    expect(more).toEqual([]);
    expect(blind).toMatchObject({ to: from + 6 * MINUTE_MS, why: 'asleep' });
    expect(Math.abs((blind?.from ?? 0) - from)).toBeLessThanOrEqual(1_000);
    const lines = night.core.store.read.all<{ payload: string }>(
      `SELECT payload FROM log WHERE payload ->> '$.type' = 'blindTime'`,
    );
    expect(lines).toHaveLength(1);
  });

  it('does not call a pause of four seconds blind', async () => {
    night = await openNight();
    await night.report({ ...LEAK, tier: 'P1' });
    await sleep('4 s');
    expect(night.core.api.status().blindTimes).toEqual([]);
  });

  it('tells the resident once, not once per step', async () => {
    night = await openNight();
    const resident = night.core.api.places(LEAK.place)[0]?.residents[0]?.name ?? '';
    await night.report({ ...LEAK, tier: 'P1' });
    await night.pass('6 min');
    const slept = night.clock.now();
    await sleep('24 min');
    expect(residentTexts(resident, slept)).toHaveLength(1);
    await night.pass('4 min');
    expect(residentTexts(resident, slept)).toHaveLength(1);
  });
});

describe('invariant 5: replies come first', () => {
  it('applies an answer that waited at the gateway before anything fires: the ladder stays where it was', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    await night.pass('3 min');
    night.core.api.practiceTrouble('down');
    await night.phone('Marcus Chen').replies('1 20');
    expect(night.incident(id).holder).toBeNull();
    comesBackWhenAsked();
    await sleep('15 min');
    expect(night.incident(id).holder?.name).toBe('Marcus Chen');
    expect(steps(id)).toHaveLength(1);
    expect(night.phone('Aline Silva').all()).toEqual([]);
  });

  it('fires all the same when the gateway cannot be asked', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    night.core.api.practiceTrouble('down');
    await sleep('9 min');
    expect(steps(id)).toHaveLength(2);
  });
});

describe('more than two hours late', () => {
  it('raises the alarm first and fires a minute later', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    await sleep('3 h');
    expect(night.incident(id).alarms).toContain('lateByHours');
    expect(steps(id)).toHaveLength(1);
    await night.pass('59 s');
    expect(steps(id)).toHaveLength(1);
    await night.pass('1 s');
    expect(steps(id).map((each) => each.step)).toEqual([0, 1, 2, 3, 4]);
    expect(steps(id)[1]?.lateMin).toBe(3 * 60 + 1 - 8);
  });

  it('lets a person act in that minute', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    await sleep('3 h');
    await night.phone('Marcus Chen').replies('1 20');
    await night.pass('5 min');
    expect(night.incident(id).holder?.name).toBe('Marcus Chen');
    // The emergency vendor's step fires whatever else, acknowledged or not; nobody else is woken.
    expect(of(id, 'stepFired').filter((each) => each.why !== 'whateverElse')).toHaveLength(1);
  });

  it('holds a P2 of which nothing had left and all has expired meanwhile', async () => {
    night = await openNight();
    await night.report({ ...LEAK, tier: 'P1' });
    const id = await night.report({ text: 'no hot water in the unit', place: 'maple 3a', tier: 'P2' });
    await sleep('136 min');
    expect(of(id, 'stepHeld')).toHaveLength(1);
    expect(steps(id)).toHaveLength(1);
    await night.pass('1 min');
    expect(steps(id)).toHaveLength(2);
  });

  it('holds a P2 as well', async () => {
    night = await openNight();
    const id = await night.report({ text: 'no hot water in the unit', place: 'maple 3a', tier: 'P2' });
    await sleep('4 h');
    expect(steps(id)).toHaveLength(1);
    await night.pass('1 min');
    expect(steps(id)).toHaveLength(2);
  });
});

describe('the core was stopped', () => {
  it('for six minutes: what came due fires at the start, late and once', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    await night.pass('5 min');
    const stopped = night.clock.now();
    await restartAfter('6 min');
    expect(steps(id)).toEqual([
      { round: 1, step: 0, lateMin: 0 },
      { round: 1, step: 1, lateMin: 3 },
    ]);
    const [blind] = night.core.api.status().blindTimes;
    expect(blind).toMatchObject({ to: stopped + 6 * MINUTE_MS, why: 'stopped' });
    expect(stopped - (blind?.from ?? 0)).toBeLessThanOrEqual(5_000);
    await night.restart();
    await night.pass('1 s');
    expect(steps(id)).toHaveLength(2);
    expect(night.core.api.status().blindTimes).toHaveLength(1);
  });

  it('and the computer was started again meanwhile: the wall clock is trusted, nothing is shifted', async () => {
    night = await openNight();
    const id = await night.report({ ...LEAK, tier: 'P1' });
    await night.pass('5 min');
    // Off for an hour, then on for longer than it had been before: uptime alone would not show the new start.
    await restartAfter('60 min', { bootedForMs: duration('40 min') });
    expect(of(id, 'wallClockMoved')).toEqual([]);
    expect(steps(id).map((each) => each.step)).toEqual([0, 1, 2, 3, 4]);
    expect(night.core.api.status().blindTimes).toMatchObject([{ why: 'rebooted' }]);
  });
});

/** No core runs for a while. */
function restartAfter(time: string, boot?: { readonly bootedForMs: number }): Promise<void> {
  return night.restart(() => {
    night.clock.sleep(duration(time));
    if (boot) night.clock.rebooted(boot.bootedForMs);
  });
}
