import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherHandoff, type HandoffDocument } from '#core/handoff';
import { type Night, openNight } from '../world.ts';
import { type KannelSink, openKannelSink } from './kannel-sink.ts';

/** "Practice" is said where nothing leaves, and nowhere else: by the gateway in use, and by what really left. */
describe('what is called practice', () => {
  let night: Night;
  let sink: KannelSink;
  beforeEach(async () => {
    night = await openNight();
    sink = await openKannelSink();
  });
  afterEach(async () => {
    await night.end();
    await sink.stop();
  });

  const goLive = async (): Promise<void> => {
    const config = { ...sink.config, callbackPort: 0 };
    expect(await night.core.api.saveGateway({ kind: 'kannel', config })).toMatchObject({ ok: true });
    await night.settle();
  };
  const practiseAgain = async (): Promise<void> => {
    expect(await night.core.api.saveGateway({ kind: 'practice', config: {} })).toMatchObject({ ok: true });
    await night.settle();
  };
  const leak = (place: string): Promise<string> => night.report({ place, text: 'water running from the ceiling' });

  const document = (): HandoffDocument => {
    const session = night.core.api.session().deskSession;
    if (!session) throw new Error('somebody is signed in');
    const gathered = gatherHandoff(night.core.store.read, {
      sessionId: session.id,
      now: night.clock.now(),
      language: 'en',
      paper: 'letter',
      version: '0.1.0',
      isPracticeNow: night.core.api.appInfo().isPractice,
      isDemo: night.core.api.appInfo().isDemo,
      companyName: 'Harborview',
      zone: 'America/New_York',
    });
    if (!gathered) throw new Error('the night has a session');
    return gathered;
  };

  it('follows the gateway in use, over a restart too', async () => {
    const { api } = night.core;
    expect([api.appInfo().isPractice, api.status().gateway.isPractice]).toEqual([true, true]);
    await goLive();
    expect([api.appInfo().isPractice, api.status().gateway.isPractice]).toEqual([false, false]);
    await night.restart();
    expect(night.core.api.appInfo().isPractice).toBe(false);
    await practiseAgain();
    expect(night.core.api.appInfo().isPractice).toBe(true);
  });

  it('is not a gateway whose settings cannot be read: nobody practises then, and no phone is drawn', async () => {
    await goLive();
    night.core.desk.change(
      [],
      (db) =>
        db.run(
          `UPDATE setting SET body = '{"id":"gateway","value":{"kind":"kannel","config":{}}}' WHERE id = 'gateway'`,
        ),
      { kind: 'core' },
    );
    await night.restart();
    await night.pass('1 s');
    expect(night.core.api.status().gateway).toMatchObject({ level: 'down', isPractice: false });
    expect(night.core.api.appInfo().isPractice).toBe(false);
    expect(night.core.api.practicePhones()).toEqual([]);
    // What stands in must never begin to take messages, whatever the practice screen of another window asks.
    night.core.api.practiceTrouble('none');
    await night.pass('1 min');
    expect(night.core.api.status().gateway.level).toBe('down');
  });

  it('is all of a night whose messages reached phones on screen only', async () => {
    await leak('maple 14b');
    const { practice } = document();
    expect(practice).toMatchObject({ share: 'all', leftCount: 0 });
    expect(practice.onScreenCount).toBeGreaterThan(1);
    // Going live afterwards does not make that night a real one.
    await goLive();
    expect(document().practice.share).toBe('all');
  });

  it('is part of a night in which the gateway was changed, and each message says which it was', async () => {
    const practised = night.incident(await leak('maple 14b')).row.number;
    await goLive();
    const real = night.incident(await leak('elm 3')).row.number;
    const { practice, incidents } = document();
    expect(practice).toMatchObject({ share: 'partly', leftCount: sink.taken.length });
    expect(practice.onScreenCount).toBeGreaterThan(1);
    const lines = (number: number): readonly string[] =>
      (incidents.find((each) => each.number === number)?.timeline ?? [])
        .map((each) => each.sentence)
        .filter((each) => each.startsWith('Notice to'));
    expect(lines(practised)).toEqual([expect.stringMatching(/message delivered|message sent.*/)]);
    expect(lines(practised)[0]).toContain('practice phone');
    expect(lines(real)[0]).not.toContain('practice');
  });

  it('is nothing of a night on a real gateway, however quiet', async () => {
    await goLive();
    expect(document().practice).toEqual({ share: 'none', leftCount: 0, onScreenCount: 0 });
    await leak('maple 14b');
    expect(document().practice).toMatchObject({ share: 'none', onScreenCount: 0 });
  });

  it('stays with the gateway that took a message, though another is in use when its receipt is overdue', async () => {
    night.core.api.practiceTrouble('none');
    await leak('maple 14b');
    await goLive();
    await night.pass('20 min');
    const practiced = night.core.store.read.all<{ gateway: string }>(
      `SELECT DISTINCT gateway FROM outbox WHERE accepted_at < ?`,
      night.clock.now() - 19 * 60_000,
    );
    expect(practiced).toEqual([{ gateway: 'practice' }]);
  });
});
