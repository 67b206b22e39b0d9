import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CallEnd, CallRequest } from '#core/notify/voice';
import { callKeys, callText, callWords, LONGEST_CALL_S } from '#shared/messages';
import { findProgram } from '../../electron/core/notify/voice/programs.ts';
import { speech } from '../../electron/core/notify/voice/speech.ts';
import { lengthMs } from '../../electron/core/notify/voice/wav.ts';
import { PATIENCE_MS, patience, until } from '../patience.ts';
import { openNight } from '../world.ts';
import { describeCapability, describeProgram } from './program.ts';
import { noVoiceRoom, ROOM_ADDRESS, type VoiceRoom, voiceRoom } from './voice-rig.ts';

/** Calls through the real baresip and espeak-ng, to telephones that sipp plays and presses keys on. */

const MISSING = noVoiceRoom();
const PASSWORD = 'pa$$w0rd%1';
const ACCOUNT = {
  username: 'desk',
  password: PASSWORD,
  registers: 'no',
  callerNumber: '+12025550100',
  bindAddress: ROOM_ADDRESS,
};
const REQUEST: CallRequest = {
  key: 'i-1',
  to: '+12025550147',
  language: 'en',
  say: 'Nightdesk, priority 1. Press 1 to accept.',
  words: 'The resident says: water.',
  wordsLanguage: 'en',
  recording: null,
  ringMs: 15_000,
  waitKeyMs: 15_000,
};

describeProgram('baresip', MISSING, () => {
  let room: VoiceRoom;
  let count = 0;
  /** Each test has telephones of its own. */
  let port = 5070;
  const account = (more: object = {}): object => ({ ...ACCOUNT, server: `${ROOM_ADDRESS}:${port}`, ...more });
  const call = (more: Partial<CallRequest> = {}, signal: AbortSignal = patience()): Promise<CallEnd> => {
    count += 1;
    return room.driver.call({ ...REQUEST, key: `i-${count}`, ...more }, signal);
  };
  /** So many packets have left since: the first is the call itself, many are sound. */
  const sent = (before: number, packets: number): Promise<void> =>
    until(async () => (await room.datagrams()) >= before + packets, `${packets} packets`);
  beforeAll(() => {
    room = voiceRoom();
  });
  beforeEach(async () => {
    port += 2;
    expect(await room.open('sip', account())).toBeNull();
  });
  afterEach(() => room.driver.stop());
  afterAll(() => room.leave());

  describeCapability('keys', () => {
    it.each(['1', '2'] as const)('%s decides, and it hangs up', async (key) => {
      await room.phone(port, { picksUpAfterMs: 300, keys: [{ afterMs: 1_000, key }] });
      expect(await call()).toEqual({ kind: 'key', key });
      expect(await room.hungUp(port)).toBe(0);
    });

    it('3 reads on, any other key begins again, and sound is sent all the while', async () => {
      const keys = [
        { afterMs: 500, key: '3' },
        { afterMs: 1_500, key: '9' },
        { afterMs: 1_000, key: '*' },
        { afterMs: 1_000, key: '2' },
      ];
      await room.phone(port, { picksUpAfterMs: 200, keys });
      const before = await room.datagrams();
      expect(await call()).toEqual({ kind: 'key', key: '2' });
      // Fifty packets of sound in each of four seconds; a busy machine sends fewer.
      expect((await room.datagrams()) - before).toBeGreaterThan(20);
      expect(await room.hungUp(port)).toBe(0);
    });
  });

  describeCapability('nobody decides', () => {
    it('picked up and no key: a voicemail, and no acknowledgement', async () => {
      await room.phone(port, { picksUpAfterMs: 200 });
      expect(await call({ waitKeyMs: 2_000 })).toEqual({ kind: 'noKey' });
      expect(await room.hungUp(port)).toBe(0);
    });

    it('whoever hangs up has not decided', async () => {
      await room.phone(port, { picksUpAfterMs: 200, hangsUpAfterMs: 500 });
      expect(await call()).toEqual({ kind: 'noKey' });
    });

    it('busy', async () => {
      await room.phone(port, { picksUpAfterMs: null, refusesWith: '486 Busy Here' });
      expect(await call()).toEqual({ kind: 'busy' });
    });

    it('no answer: the ringing ends by our own timer, and the phone is told', async () => {
      await room.phone(port, { picksUpAfterMs: null });
      expect(await call({ ringMs: 3_000 })).toEqual({ kind: 'noAnswer' });
      expect(await room.hungUp(port)).toBe(0);
    });

    it('called back while it rings: it stops ringing', async () => {
      await room.phone(port, { picksUpAfterMs: null });
      const hangUp = new AbortController();
      const before = await room.datagrams();
      const calling = call({}, hangUp.signal);
      await sent(before, 1);
      hangUp.abort();
      expect(await calling).toEqual({ kind: 'noAnswer' });
      expect(await room.hungUp(port)).toBe(0);
    });
  });

  describeCapability('two calls, one after the other', () => {
    it('the second is a call of its own, in another language', async () => {
      await room.phone(port, { picksUpAfterMs: 200, keys: [{ afterMs: 800, key: '1' }] }, 2);
      expect(await call()).toEqual({ kind: 'key', key: '1' });
      expect(await call({ language: 'es', say: 'Prioridad 1. Marque 1 para aceptar.' })).toEqual({
        kind: 'key',
        key: '1',
      });
      expect(await room.baresips()).toBe(1);
    });

    it('no more at once than it has lines', async () => {
      await room.phone(port, { picksUpAfterMs: null });
      const first = call({ ringMs: 3_000 });
      expect(await call()).toEqual({ kind: 'failed', reason: 'full' });
      expect(await first).toEqual({ kind: 'noAnswer' });
    });
  });

  describeCapability('what is refused', () => {
    it.each([
      ['403 Forbidden', 'accountRefused'],
      ['404 Not Found', 'numberRefused'],
      ['503 Service Unavailable', 'callRefused:503'],
    ])('%s', async (refusesWith, reason) => {
      await room.phone(port, { picksUpAfterMs: null, refusesWith });
      expect(await call()).toEqual({ kind: 'failed', reason });
    });
  });

  describeCapability('a baresip that hangs or dies is replaced', () => {
    it('hangs while it rings: given up, ended, and the next call is made', async () => {
      await room.phone(port, { picksUpAfterMs: null });
      const before = await room.datagrams();
      const calling = call({ ringMs: 4_000 });
      await sent(before, 1);
      expect(await room.signal('SIGSTOP')).toBe(1);
      expect(await calling).toEqual({ kind: 'unknown', reason: 'voiceHung' });
      await until(async () => (await room.baresips()) === 0, 'the one that hangs to be ended');
      await room.phone(port + 1, { picksUpAfterMs: 200, keys: [{ afterMs: 800, key: '1' }] });
      await room.driver.stop();
      await room.open('sip', account({ server: `${ROOM_ADDRESS}:${port + 1}` }));
      expect(await call()).toEqual({ kind: 'key', key: '1' });
    });

    it('dies in the middle of a call: nobody knows what became of it, and the next is made by another', async () => {
      await room.phone(port, { picksUpAfterMs: 100 });
      const before = await room.datagrams();
      const calling = call();
      await sent(before, 30);
      await room.signal('SIGKILL');
      expect(await calling).toEqual({ kind: 'unknown', reason: 'voiceStopped' });
      expect(await call({ ringMs: 500 })).toMatchObject({ kind: 'noAnswer' });
      expect(await room.baresips()).toBe(1);
    });

    it('hangs while nobody is called: its health says so, and the next time it is well', async () => {
      await room.exchange(port, 'takes');
      await room.signal('SIGSTOP');
      expect(await room.driver.health(patience())).toEqual({ level: 'down', detail: 'voiceHung' });
      expect(await room.driver.health(patience())).toEqual({ level: 'ok', detail: 'readyToCall' });
      expect(await room.baresips()).toBe(1);
    });
  });

  describeCapability('health', () => {
    it.each([
      ['takes', 'ok', 'registered'],
      ['refuses', 'down', 'notRegistered'],
      ['silent', 'down', 'registering'],
    ] as const)('the provider %s the account', async (mode, level, detail) => {
      await room.driver.stop();
      await room.exchange(port, mode);
      await room.open('sip', account({ registers: 'yes' }));
      await until(async () => (await room.driver.health(patience())).detail === detail, detail);
      expect(await room.driver.health(patience())).toEqual({ level, detail });
    });

    it('a trunk without accounts answers, or does not', async () => {
      await room.exchange(port, 'silent');
      expect((await room.driver.health(patience())).level).toBe('down');
      await room.exchange(port, 'takes');
      expect(await room.driver.health(patience())).toEqual({ level: 'ok', detail: 'readyToCall' });
    });
  });

  describeCapability('nothing is left behind', () => {
    it('stopped, it leaves no process and no file with the password', async () => {
      expect(await room.baresips()).toBe(1);
      const before = await room.folders();
      await room.driver.stop();
      expect(await room.baresips()).toBe(0);
      expect(await room.folders()).toBe(before - 1);
      expect(JSON.stringify(await room.logged())).not.toContain(PASSWORD);
    });

    it('after a call, nothing of what was said in it', async () => {
      await room.phone(port, { picksUpAfterMs: 200, keys: [{ afterMs: 500, key: '1' }] });
      const before = await room.words();
      expect(await call()).toEqual({ kind: 'key', key: '1' });
      expect(await room.words()).toBe(before);
    });

    it('killed, the core takes its baresip with it', async () => {
      const before = await room.folders();
      const other = voiceRoom();
      await other.open('sip', account());
      expect(other.left()).toBe(1);
      await other.leave(true);
      await until(() => other.left() === 0, 'its baresip to end');
      await until(async () => (await room.folders()) <= before, 'its folder to be removed');
    });
  });

  describeCapability('a whole night', () => {
    it(
      'a technician presses 1 and the incident is theirs',
      async () => {
        await room.phone(port, { picksUpAfterMs: 200, keys: [{ afterMs: 1_500, key: '1' }] });
        const night = await openNight({
          voice: { ...room.driver, health: async () => ({ level: 'ok', detail: 'readyToCall' }) },
        });
        try {
          await night.settle();
          const id = await night.report({ text: 'Water is pouring through the ceiling light', place: 'Maple 14B' });
          await until(async () => {
            await night.settle();
            return night.incident(id).holder !== null;
          }, 'the key to be heard');
          expect(night.incident(id).row.status).toBe('acknowledged');
        } finally {
          await night.end();
        }
      },
      2 * PATIENCE_MS,
    );
  });
});

const NO_SPEECH = findProgram('espeak-ng') === null ? 'espeak-ng is not installed' : '';
describeProgram('espeak-ng', NO_SPEECH, () => {
  const program = findProgram('espeak-ng') ?? '';
  describeCapability('says a whole call in time', () => {
    it.each(['en', 'es'] as const)('%s', async (language) => {
      const place = { propertyName: 'Maple Court', unitLabel: '14B', address: '120 W. Maple St' };
      const words = 'The water keeps rising and nobody knows where the valve is. '.repeat(20);
      const text = callText({ language, tier: 'P1', hazard: 'doNotEnter', place, category: 'plumbing', words });
      const said = await speech(program, `${text} ${callKeys(language, { hasKeys: true })}`, language);
      expect(lengthMs(said ?? new Int16Array())).toBeGreaterThan(8_000);
      expect(lengthMs(said ?? new Int16Array())).toBeLessThanOrEqual(LONGEST_CALL_S * 1000);
      const read = await speech(program, callWords(language, words), language);
      expect(lengthMs(read ?? new Int16Array())).toBeLessThan(45_000);
    });
  });
  describeCapability('strange texts', () => {
    it.each([
      ['marks of another language', '<speak>&amp;'],
      ['what looks like an option', '-v de'],
      ['what no keyboard writes', '\u0000\u0007'],
      ['letters of another script', 'الماء'],
      ['a picture', '🔥'],
      ['nothing but dashes', '-'.repeat(3_000)],
    ])('%s', async (_, text) => {
      const said = await speech(program, text, 'en');
      expect(said === null || said.length > 0).toBe(true);
    });
    it('a program that is none says nothing', async () => {
      expect(await speech('/bin/false', 'hello', 'en')).toBeNull();
      expect(await speech('/nowhere/espeak-ng', 'hello', 'en')).toBeNull();
      expect(await speech('/bin/echo', 'hello', 'en')).toBeNull();
    });
  });
});
