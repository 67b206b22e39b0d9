import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { handoffOf } from './handoff-of.ts';
import { openKannelSink } from './kannel-sink.ts';

/** A gateway that was down is said with its times, and with what left late because of it. */
describe('an outage of the gateway', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
    // Its first health answer.
    await night.pass('1 s');
  });
  afterEach(() => night.end());

  const trouble = async (how: 'none' | 'down' | 'silent' | 'refusing'): Promise<number> => {
    night.core.api.practiceTrouble(how);
    await night.settle();
    return night.clock.now();
  };
  const handoff = () => handoffOf(night);
  const logged = (type: string): readonly unknown[] =>
    night.core.store.read
      .all<{ payload: string }>(`SELECT payload FROM log WHERE payload ->> '$.type' = ? ORDER BY seq`, type)
      .map(({ payload }) => JSON.parse(payload));

  it('stands in the status and in the handoff, with how late messages left, and in the log', async () => {
    const from = await trouble('down');
    await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    await night.pass('1 min');
    expect(night.core.api.status().outages).toEqual([{ from, to: null, lateCount: 0, mostLateMs: 0 }]);
    expect(handoff().summary.outages).toMatchObject([{ from, to: null }]);
    const { waiting } = handoff().summary;
    expect(waiting.map((each) => each.to)).toEqual(
      expect.arrayContaining(['Marcus Chen (Harbor Plumbing)', 'Dana Ruiz']),
    );
    expect(waiting.every((each) => each.count === 1 && each.since === from)).toBe(true);

    const to = await trouble('none');
    await night.pass('2 min');
    const [outage] = night.core.api.status().outages;
    expect(outage).toMatchObject({ from, to });
    const { summary } = handoff();
    expect([summary.undelivered, summary.waiting]).toEqual([[], []]);
    expect(summary.outages).toMatchObject([{ from, to, lateCount: waiting.length }]);
    expect(summary.outages[0]?.mostLateMs).toBeGreaterThanOrEqual(60_000);
    expect(outage).toMatchObject({ lateCount: waiting.length, mostLateMs: summary.outages[0]?.mostLateMs });
    // It sounded an alarm too, beside the one of the call by hand.
    expect(summary.alarms).toBe(2);
    expect(logged('gatewayDown')).toMatchObject([{ at: from, gateway: 'practice' }]);
    expect(logged('gatewayBack')).toMatchObject([{ at: to, from, to }]);
  });

  it('stands in the time line in the order of what happened', async () => {
    await trouble('down');
    await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    await night.pass('10 s');
    await trouble('none');
    await night.pass('40 s');
    const lines = (handoff().incidents[0]?.timeline ?? []).filter((each) =>
      each.sentence.startsWith('Notice to Marcus'),
    );
    expect(lines.map((each) => each.sentence)).toEqual([
      'Notice to Marcus Chen',
      expect.stringMatching(/^Notice to Marcus Chen: message not taken by the gateway, trying again/),
      expect.stringMatching(/^Notice to Marcus Chen: message delivered/),
    ]);
    expect(lines.map((each) => each.at)).toEqual(lines.map((each) => each.at).toSorted((a, b) => a - b));
  });

  it('outlasts a stop of the core, and ends when the gateway answers again or another is used', async () => {
    const from = await trouble('down');
    await night.restart();
    // The practice gateway is well after a start, and said so by now.
    expect(night.core.api.status().outages).toMatchObject([{ from, to: night.clock.now() }]);
    const again = await trouble('refusing');
    await night.pass('5 s');
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    expect(await night.core.api.saveGateway({ kind: 'kannel', config })).toMatchObject({ ok: true });
    expect(night.core.api.status().outages.at(-1)).toMatchObject({ from: again, to: night.clock.now() });
    await sink.stop();
  });

  it('is noticed by the message that was not taken, not half a minute later', async () => {
    const sink = await openKannelSink();
    const config = { ...sink.config, callbackPort: 0 };
    expect(await night.core.api.saveGateway({ kind: 'kannel', config })).toMatchObject({ ok: true });
    await night.pass('1 s');
    expect(night.core.api.status().gateway.level).toBe('warn');
    await sink.stop();
    await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    expect(night.core.api.status().gateway.level).toBe('down');
    expect(night.core.api.status().outages).toMatchObject([{ from: night.clock.now(), to: null }]);
  });

  it('of another night is not told', async () => {
    await trouble('down');
    await trouble('none');
    await night.pass('1 min');
    await night.core.api.signOut();
    const staff = night.core.api.appInfo();
    const { staffId, pin } = staff.demoPins[0] ?? { staffId: '', pin: '' };
    await night.core.api.signIn({ staffId, pin });
    expect(night.core.api.status().outages).toEqual([]);
    expect(handoff().summary).toMatchObject({ outages: [], alarms: 0 });
  });
});
