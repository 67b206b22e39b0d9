import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

describe('the practice phones', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const phoneOf = (name: string, find: string | null = null) =>
    night.core.api.practicePhones(find).find((each) => each.name === name);

  it('let a resident without texts begin: found by name, number or unit, and heard by the desk', async () => {
    expect(phoneOf('Dana Ruiz')).toBeUndefined();
    const dana = phoneOf('Dana Ruiz', 'maple 14b');
    expect(dana).toMatchObject({ kind: 'resident', place: 'Maple Court 14B', language: 'es', messages: [] });
    for (const find of ['dana', dana?.phone.slice(-7) ?? '']) expect(phoneOf('Dana Ruiz', find)).toEqual(dana);
    await night.phone('Dana Ruiz').replies('agua por todas partes');
    expect(phoneOf('Dana Ruiz')?.messages.map((each) => each.text)[0]).toBe('agua por todas partes');
    expect(night.core.api.inbox()).toHaveLength(1);
  });

  it('show some residents where nothing is searched for, and only people with texts where none are asked for', () => {
    const residents = (find: string | null) =>
      night.core.api.practicePhones(find).filter((each) => each.kind === 'resident').length;
    expect(residents('')).toBeGreaterThan(5);
    expect(residents(null)).toBe(0);
  });

  it('say by when a step that wants a call too has to be dialled by hand, and ring for nobody else', async () => {
    const id = await night.report({ place: 'maple 2b', text: 'water running from the ceiling, no light near it' });
    const marcus = () => phoneOf('Marcus Chen');
    expect(marcus()).toMatchObject({ hasNewText: true, callDueAt: night.clock.now() + 2 * 60_000 });
    expect(phoneOf('Aline Silva')).toMatchObject({ hasNewText: false, callDueAt: null });
    await night.pass('3 min');
    expect(marcus()).toMatchObject({ hasNewText: false, callDueAt: night.clock.now() - 60_000 });
    const responderId = night.incident(id).waitingFor[0]?.responderId ?? '';
    await night.act({ type: 'logCall', incidentId: id, responderId, result: 'reached' });
    expect(marcus()?.callDueAt).toBeNull();
  });

  it('put an answer after the text that it answers', async () => {
    await night.report({ place: 'maple 2b', text: 'water running from the ceiling, no light near it' });
    await night.pass('1 min');
    await night.phone('Marcus Chen').replies('1 30');
    const messages = phoneOf('Marcus Chen')?.messages ?? [];
    const own = messages.findIndex((each) => !each.fromDesk);
    expect(messages[own - 1]?.text).toMatch(/^#1001 P1/);
    expect(messages.slice(own + 1).map((each) => each.fromDesk)).toEqual([true]);
  });
});
