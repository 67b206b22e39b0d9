import { afterEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** The live figures come from the log of this night, so they outlive the core that earned them. */

let night: Night;
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const figures = () => {
  const { reportToGatewayMs, medianReportToGatewayMs, latestStepLateMs } = night.core.api.status().tonight;
  return { reportToGatewayMs, medianReportToGatewayMs, latestStepLateMs };
};

describe('rule 13: live figures of this night', () => {
  it('rule 13: nothing has happened yet, so nothing is claimed', async () => {
    night = await openNight();
    expect(figures()).toEqual({ reportToGatewayMs: null, medianReportToGatewayMs: null, latestStepLateMs: null });
  });

  it('rule 13: a restart loses none of them', async () => {
    night = await openNight();
    await night.report(LEAK);
    night.clock.sleep(10 * 60_000);
    await night.pass('1 s');
    const before = figures();
    expect(before.latestStepLateMs).toBe(2 * 60_000);
    await night.restart();
    expect(figures()).toEqual(before);
  });

  it('rule 13: the latest report, and the middle one of the night', async () => {
    night = await openNight();
    const waits = async (place: string, time: string): Promise<void> => {
      night.core.api.practiceTrouble('down');
      await night.report({ ...LEAK, place });
      await night.pass(time);
      night.core.api.practiceTrouble('none');
      await night.pass('70 s');
    };
    await night.report(LEAK);
    await waits('elm 7', '20 s');
    await waits('maple 14b', '90 s');
    const { reportToGatewayMs, medianReportToGatewayMs } = figures();
    expect(reportToGatewayMs).toBeGreaterThanOrEqual(90_000);
    expect(medianReportToGatewayMs).toBeGreaterThanOrEqual(20_000);
    expect(medianReportToGatewayMs).toBeLessThan(90_000);
  });

  it('rule 13: the next night begins without them', async () => {
    night = await openNight();
    await night.report(LEAK);
    expect(figures().reportToGatewayMs).toBe(0);
    await night.core.api.signOut();
    night.clock.sleep(15 * 3_600_000);
    await night.pass('1 s');
    expect(figures().reportToGatewayMs).toBeNull();
  });
});
