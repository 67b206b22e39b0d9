import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { handoffOf } from './handoff-of.ts';

/** What somebody answered before an incident was opened again does not stand for what came after. */
describe('an incident that was opened again', () => {
  let night: Night;
  let id: string;
  beforeEach(async () => {
    night = await openNight();
    id = await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    await night.pass('7 s');
    await night.phone('Marcus Chen').replies('1 20');
    await night.pass('10 min');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'fixed', words: 'valve closed' });
    await night.pass('1 min');
  });
  afterEach(() => night.end());

  const handoff = () => handoffOf(night);
  const report = () => handoff().incidents.find((each) => each.number === night.incident(id).row.number);

  it('counts as answered while it is closed', () => {
    expect(handoff().summary).toMatchObject({ acknowledgedInTime: 1, toAcknowledge: 1, medianAcknowledgeMs: 7_000 });
    expect(report()).toMatchObject({
      sla: 'kept',
      answers: [{ name: 'Marcus Chen (Harbor Plumbing)', afterMs: 7_000, reopenedAt: null }],
    });
  });

  it('waits for an answer again: nobody has it, and the target runs from there', async () => {
    await night.act({ type: 'reopen', incidentId: id, words: 'it drips again' });
    const reopenedAt = night.clock.now();
    await night.pass('2 min');
    expect(handoff().summary).toMatchObject({ acknowledgedInTime: 0, toAcknowledge: 1 });
    expect(report()).toMatchObject({
      sla: 'running',
      answers: [
        { name: 'Marcus Chen (Harbor Plumbing)', afterMs: 7_000, reopenedAt: null },
        { name: null, reopenedAt },
      ],
    });
    await night.pass('7 min');
    expect(report()?.sla).toBe('missed');
    await night.phone('Marcus Chen').replies('1 20');
    expect(report()).toMatchObject({ sla: 'missed', answers: [{}, { afterMs: 9 * 60_000, reopenedAt }] });
  });

  it('is answered in time when it was each time, and the median is of each time', async () => {
    await night.act({ type: 'reopen', incidentId: id, words: 'it drips again' });
    await night.pass('13 s');
    await night.phone('Marcus Chen').replies('1 20');
    expect(handoff().summary).toMatchObject({ acknowledgedInTime: 1, toAcknowledge: 1, medianAcknowledgeMs: 10_000 });
    expect(report()?.sla).toBe('kept');
  });

  it('has nothing more to keep when it was closed again before anybody had to answer', async () => {
    await night.act({ type: 'reopen', incidentId: id, words: 'wrong one' });
    await night.pass('1 min');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'fixed', words: 'was fixed' });
    expect(handoff().summary).toMatchObject({ acknowledgedInTime: 1, toAcknowledge: 1 });
    expect(report()).toMatchObject({ sla: 'kept', answers: [{}, { name: null }] });
  });
});
