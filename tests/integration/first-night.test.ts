import { afterEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

let night: Night;
afterEach(() => night.end());

describe('the first night', () => {
  it('a leak reaches the plumber, is taken with `1 30`, and everyone hears', async () => {
    night = await openNight();
    const id = await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
    const marcus = night.phone('Marcus Chen');
    expect(marcus.last()).toMatch(/P1/);
    expect(marcus.last()).toMatch(/Maple Court 14B/);
    // Water near electricity: the fixed safety text first, then nothing to that phone for five minutes.
    expect(night.phone('Dana Ruiz').all()).toEqual([expect.stringMatching(/^PELIGRO DE CORRIENTE/)]);
    await night.pass('5 min');
    expect(night.phone('Dana Ruiz').last()).toMatch(/recibimos su reporte/);
    await night.pass('3 min');
    expect(night.phone('Aline Silva').last()).toMatch(/P1/);
    await night.pass('1 min');
    await night.phone('Aline Silva').replies('1 30');
    const view = night.incident(id);
    expect(view.row.status).toBe('acknowledged');
    expect(view.holder?.name).toBe('Aline Silva');
    expect(view.holder?.etaAt).toBe(night.clock.now() + 30 * 60_000);
    expect(marcus.last()).toMatch(/Aline Silva.*has it/);
    await night.pass('5 min');
    expect(night.phone('Dana Ruiz').last()).toMatch(/Aline/);
  });
});
