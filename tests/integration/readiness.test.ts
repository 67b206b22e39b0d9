import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** Before the night, on a real core: facts that exist, and what is not known said to be unknown. */
describe('readiness', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  it('does not take a gateway’s word for it: only a receipt makes it ready, and a later one keeps it so', async () => {
    expect(night.core.api.readiness().gateway).toMatchObject({ level: 'unknown', takenAt: null, deliveredAt: null });
    const answer = await night.core.api.testGateway({ phone: '+1 423 555 0100' });
    if (!answer.ok) throw new Error(answer.reason.en);
    await night.settle();
    await night.pass('5 s');
    expect(night.core.api.readiness().gateway).toMatchObject({ level: 'ok', deliveredAt: expect.any(Number) });
    night.core.api.practiceTrouble('down');
    await night.pass('2 min');
    expect(night.core.api.readiness().gateway).toMatchObject({ level: 'bad' });
  });

  it('finds who cannot be reached, and the trade that nobody covers', async () => {
    const { api } = night.core;
    const before = api.readiness();
    expect(before.people).toEqual({ level: 'ok', findings: [] });
    expect(before.cover.properties).toBe(api.portfolio().properties.length);
    const marcus = api.portfolio().responders.find((each) => each.name === 'Marcus Chen');
    if (!marcus) throw new Error('the demo has no Marcus Chen');
    expect(api.saveResponder({ ...marcus, phone: '' })).toMatchObject({ ok: true });
    expect(api.readiness().people).toMatchObject({
      level: 'bad',
      findings: [expect.objectContaining({ kind: 'onCallWithoutNumber', name: 'Marcus Chen', trade: 'plumbing' })],
    });
    for (const rotation of api.calendar({ from: night.clock.now(), to: night.clock.now() + 1000 }).sources.rotations)
      api.removeRotation(rotation.id);
    expect(api.readiness().cover.level).toBe('bad');
  });

  it('hears of the desktop program from its questions alone', async () => {
    expect(night.core.api.readiness().awake).toEqual({ level: 'warn', askedAt: null });
    const headers = { authorization: `Bearer ${night.core.token}` };
    expect((await fetch(`${night.core.url}/shell/state`, { headers })).ok).toBe(true);
    expect(night.core.api.readiness().awake).toEqual({ level: 'unknown', askedAt: night.clock.now() });
  });

  it('names the folder and the room on its disk, and that a demo practises', () => {
    const { disk, mode } = night.core.api.readiness();
    expect(disk).toMatchObject({ folder: night.folder, freeBytes: expect.any(Number) });
    expect(mode).toEqual({ level: 'ok', kind: 'practice', isPractice: true, isDemo: true });
  });

  it('tests tonight’s people once, nobody else, and none of them again within a week', async () => {
    const { api } = night.core;
    const due = () => api.readiness().tests.people.filter((each) => each.state === 'due');
    const tonight = due().map((each) => each.name);
    expect(tonight).toContain('Marcus Chen');
    expect(api.testPeople()).toEqual({ ok: true, value: { queued: tonight.length } });
    await night.pass('5 s');
    expect(api.readiness().tests).toMatchObject({ level: 'ok' });
    for (const name of tonight) expect(night.phone(name).all()).toHaveLength(1);
    const others = api.portfolio().responders.filter((each) => each.phone !== null && !tonight.includes(each.name));
    expect(others.length).toBeGreaterThan(0);
    for (const { name } of others) expect(night.phone(name).all()).toEqual([]);
    expect(api.testPeople()).toEqual({ ok: true, value: { queued: 0 } });
    night.clock.sleep(20 * 60 * 60_000);
    await night.settle();
    expect(api.testPeople()).toMatchObject({ value: { queued: 0 } });
  });

  it('a test that did not arrive is said, and not repeated by itself', async () => {
    night.core.api.practiceTrouble('silent');
    await night.settle();
    night.core.api.testPeople();
    await night.pass('40 min');
    const { level, people } = night.core.api.readiness().tests;
    expect(level).not.toBe('ok');
    expect(people.every((each) => each.state === 'sent' || each.state === 'failed')).toBe(true);
    expect(night.core.api.testPeople()).toMatchObject({ value: { queued: 0 } });
  });

  it('what is not ready is accepted by name for this night, and blocks nothing', async () => {
    const { api } = night.core;
    expect(api.acceptReadiness({ check: 'fallback', words: 'one modem only' })).toEqual({ ok: true, value: null });
    const [said] = api.readiness().accepted;
    expect(said).toMatchObject({ check: 'fallback', words: 'one modem only', at: night.clock.now() });
    expect(said?.by).not.toBe('');
    await night.restart();
    expect(night.core.api.readiness().accepted).toHaveLength(1);
    await night.report({ text: 'water through the ceiling', place: 'maple 3a' });
    night.clock.sleep(24 * 60 * 60_000);
    await night.settle();
    expect(night.core.api.readiness().accepted).toEqual([]);
  });
});
