import { describe, expect, test } from 'vitest';
import { type VoiceDriver, voiceManager } from '#core/notify';
import { fakeClock } from '../fake-clock.ts';
import { fakeVoice } from '../fake-voice.ts';

describe('a stored gateway for calls that cannot be started', () => {
  test('is said to be down, tried again by itself, and used once it can be', async () => {
    const clock = fakeClock(0);
    let fails = 3;
    const driver: VoiceDriver = {
      ...fakeVoice(),
      start: async () => {
        fails -= 1;
        if (fails >= 0) throw new Error('the program is not there');
      },
    };
    const manager = voiceManager({
      clock,
      log: () => undefined,
      onTrouble: () => undefined,
      onChange: () => undefined,
      driver,
    });
    const goOn = async (seconds: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += 1) {
        clock.sleep(1_000);
        const dueAt = manager.nextDueAt(clock.now());
        if (dueAt !== null && dueAt <= clock.now()) manager.run(clock.now());
        for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      }
    };
    await manager.startWith({ kind: 'sip', config: {} });
    await goOn(14);
    expect(manager.isAnswering()).toBe(false);
    expect(manager.health()).toMatchObject({ level: 'down', detail: 'settingsUnusable', since: 0 });
    await goOn(30);
    expect(manager.isAnswering()).toBe(true);
    expect(fails).toBe(-1);
    await manager.stop();
  });
});
