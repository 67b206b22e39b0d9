import { beforeEach, describe, expect, it } from 'vitest';
import type { OutMessage, SendResult } from '#core/notify';
import type { WatchAnswer } from '#shared/contract';
import { segmentsOf, watchText } from '#shared/messages';
import { keepVigil, type VigilEvent } from '../../electron/cli/watch/keep-vigil.ts';
import { BEGINNING, VIGIL, type Vigil } from '../../electron/cli/watch/vigil.ts';
import { type FakeClock, fakeClock } from '../fake-clock.ts';

/** The watch on a second computer, by a clock that is told to go on. */

const NIGHT = Date.UTC(2026, 10, 21, 7, 0, 0);
const WELL: WatchAnswer = {
  v: 1,
  company: 'Harbor & Vine',
  zone: 'America/New_York',
  at: NIGHT,
  clockworkLateSince: null,
  openP1: [{ number: 1042, place: 'Maple Court 14B', since: NIGHT, isTaken: false }],
  more: 0,
  call: [{ name: 'Priya Shah', phone: '+14235550100', language: 'en' }],
};

let clock: FakeClock;
let desk: WatchAnswer | null;
let kept: Vigil;
let sent: { atMs: number; text: string; key: string }[];
let said: VigilEvent[];
let gateway: SendResult;
let stop: AbortController;
let running: Promise<void>;

/** Lets the watch go as far as it can without time. */
const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
};
const begin = (): void => {
  stop = new AbortController();
  const send = async ({ text, key }: OutMessage): Promise<SendResult> => {
    if (gateway.kind !== 'notSent') sent.push({ atMs: clock.now() - NIGHT, text, key });
    return gateway;
  };
  const file = {
    read: () => kept,
    write(vigil: Vigil) {
      kept = structuredClone(vigil);
    },
  };
  const say = (event: VigilEvent): void => void said.push(event);
  running = keepVigil({ clock, pace: VIGIL, file, ask: async () => desk, send, say }, stop.signal);
};
const end = async (): Promise<void> => {
  stop.abort();
  await running;
};
const pass = (minutes: number): Promise<void> => clock.pass(minutes * 60_000, settle);

beforeEach(() => {
  clock = fakeClock(NIGHT);
  desk = WELL;
  kept = BEGINNING;
  sent = [];
  said = [];
  gateway = { kind: 'accepted', ref: null };
  begin();
});

describe('section 8: the watch on a second computer', () => {
  it('section 8: three silent minutes, then the manager, again every 15, and once more when it is back', async () => {
    await pass(1);
    desk = null;
    await pass(2.9);
    expect(sent).toEqual([]);
    await pass(0.5);
    expect(sent.map((each) => each.text)).toEqual([
      'NIGHTDESK WATCH: the desk of Harbor & Vine has not answered for 3 min. Open P1 at 02:00: #1042 Maple Court 14B. Go there, and call by hand.',
    ]);
    await pass(14);
    expect(sent).toHaveLength(1);
    await pass(2);
    expect(sent).toHaveLength(2);
    desk = { ...WELL, openP1: [], at: NIGHT + 20 * 60_000 };
    await pass(1);
    expect(sent.at(-1)?.text).toMatch(/is back after 1\d min\. No open P1 at 02:20\./);
    expect(new Set(sent.map((each) => each.key)).size).toBe(3);
    await pass(30);
    expect(sent).toHaveLength(3);
    await end();
  });

  it('section 8: a clockwork that stands still counts as silence, though the desk answers', async () => {
    desk = { ...WELL, clockworkLateSince: NIGHT };
    await pass(3.5);
    expect(sent.map((each) => each.text)).toEqual([expect.stringMatching(/its clockwork has stood still for 3 min/)]);
    await end();
  });

  it('section 8: a single answer that was missed is nothing', async () => {
    for (let minutes = 0; minutes < 20; minutes += 1) {
      desk = null;
      await pass(0.5);
      desk = WELL;
      await pass(0.5);
    }
    expect(sent).toEqual([]);
    await end();
  });

  it('section 8: it survives its own restart, and tells nobody twice', async () => {
    await pass(1);
    desk = null;
    await pass(2);
    await end();
    begin();
    await pass(1.5);
    expect(sent).toHaveLength(1);
    await end();
    begin();
    await pass(5);
    expect(sent).toHaveLength(1);
    await end();
  });

  it('section 8: a watch that slept itself saw nothing, and cries no wolf', async () => {
    await pass(1);
    clock.sleep(2 * 3_600_000);
    desk = null;
    await pass(0.3);
    desk = WELL;
    await pass(5);
    expect(sent).toEqual([]);
    await end();
  });

  it('section 8: what its gateway does not take is tried again until it does, with the same key', async () => {
    await pass(1);
    desk = null;
    gateway = { kind: 'notSent', reason: 'noAnswer', retryAfterMs: null };
    await pass(5);
    expect(sent).toEqual([]);
    gateway = { kind: 'accepted', ref: null };
    await pass(0.5);
    expect(sent).toHaveLength(1);
    await end();
  });

  it('section 8: where the answer of its gateway was lost it leaves once more under the same key, and that is said', async () => {
    await pass(1);
    desk = null;
    gateway = { kind: 'unknown', reason: 'noAnswer' };
    await pass(6);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect((sent[1]?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBe(VIGIL.askEveryMs);
    expect(said.filter((each) => each.kind === 'notKnown')).toMatchObject([
      { reason: 'noAnswer', isSentAgain: true },
      { reason: 'noAnswer', isSentAgain: false },
    ]);
    await end();
  });

  it('section 8: of a desk that was never heard nobody can be told', async () => {
    await end();
    kept = BEGINNING;
    desk = null;
    begin();
    await pass(30);
    expect(sent).toEqual([]);
    await end();
  });
});

describe('section 8: what the watch writes', () => {
  it.each(['en', 'es'] as const)(
    'section 8: names the P1s that nobody has first, in plain letters (%s)',
    (language) => {
      const place = 'Residencia Peñón de la Victoria, edificio principal, entrada norte 1203';
      const openP1 = Array.from({ length: 9 }, (_, index) => ({
        number: 2000 + index,
        place,
        since: NIGHT,
        isTaken: index < 2,
      }));
      for (const kind of ['silent', 'stuck', 'back'] as const) {
        const text = watchText({ kind, minutes: 3, language, answer: { ...WELL, openP1, more: 3 } });
        expect(segmentsOf(text)).toMatchObject({ encoding: 'GSM-7' });
        expect(segmentsOf(text).segments).toBeLessThanOrEqual(3);
        expect(text).toMatch(/#2002 .*#2003 .*#2004 .*#2005 .* \+8/);
      }
    },
  );
});
