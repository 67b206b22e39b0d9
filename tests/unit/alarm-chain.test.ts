import { describe, expect, it } from 'vitest';
import { nextCall, type Silence } from '../../electron/core/alarm/silence.ts';

/** Who is called when nobody at the desk hears an alarm: a table of what may happen meanwhile. */

const MIN = 60_000;
const QUARTER = 15 * MIN;

/** What is true at a moment of the story, in ms from the first sound; whatever a row leaves out is an ordinary desk. */
type Story = {
  readonly name: string;
  readonly forMs: number;
  readonly sounding?: (at: number) => number | null;
  readonly actedAt?: (at: number) => number | null;
  readonly absentMs?: (at: number) => number;
  readonly hasCoordinator?: boolean;
  readonly expected: readonly string[];
};

const always = () => 0;
const STORIES: readonly Story[] = [
  {
    name: 'nobody hears it: the coordinator at 2 minutes, the manager at 5 and every 15 after that',
    forMs: 40 * MIN,
    expected: ['coordinator 2:00', 'manager 5:00', 'manager 20:00', 'manager 35:00'],
  },
  {
    name: 'heard after a minute: nobody is called',
    forMs: 10 * MIN,
    sounding: (at) => (at < MIN ? 0 : null),
    expected: [],
  },
  {
    name: 'heard after three minutes, it sounds again three later: the coordinator is called once for each silence',
    forMs: 12 * MIN,
    sounding: (at) => (at < 3 * MIN ? 0 : at < 6 * MIN ? null : 6 * MIN),
    expected: ['coordinator 2:00', 'over 3:00', 'coordinator 8:00', 'manager 11:00'],
  },
  {
    name: 'somebody acts every minute: nobody is called, however long it sounds',
    forMs: 20 * MIN,
    actedAt: (at) => at - (at % MIN),
    expected: [],
  },
  {
    name: 'acts after the manager was called: the desk is attended again, and the silence begins anew',
    forMs: 14 * MIN,
    actedAt: (at) => (at < 6 * MIN ? null : 6 * MIN),
    expected: ['coordinator 2:00', 'manager 5:00', 'over 6:00', 'coordinator 8:00', 'manager 11:00'],
  },
  {
    name: 'nobody is signed in, or they have no mobile: the manager at 2 minutes',
    forMs: 20 * MIN,
    hasCoordinator: false,
    expected: ['manager 2:00', 'manager 17:00'],
  },
  {
    name: 'neither a desktop program nor a window is there: the manager after 5 seconds, the coordinator at 2 minutes',
    forMs: 16 * MIN,
    absentMs: (at) => MIN + at,
    expected: ['manager 0:05 deaf', 'coordinator 2:00', 'manager 15:05 deaf'],
  },
  {
    name: 'the program dies a minute after it began to sound: 5 seconds later',
    forMs: 3 * MIN,
    absentMs: (at) => Math.max(0, at - MIN),
    expected: ['manager 1:05 deaf', 'coordinator 2:00'],
  },
  {
    name: 'it asks again within 5 seconds: nothing',
    forMs: MIN,
    absentMs: (at) => at % 4_000,
    expected: [],
  },
  {
    name: 'the first alarm is over and a later one sounds on: one silence, nobody is called twice for it',
    forMs: 10 * MIN,
    sounding: (at) => (at < 4 * MIN ? 0 : 3 * MIN),
    expected: ['coordinator 2:00', 'manager 5:00'],
  },
];

/** Plays a story by the second, keeping what was called as the store does; `restartAt`: memory is lost there. */
function play(story: Story, everyMs = 1_000): readonly string[] {
  const told: string[] = [];
  let calls: { since: number; stage: 'coordinator' | 'manager'; calledAt: number }[] = [];
  for (let at = 0; at <= story.forMs; at += everyMs) {
    const silence: Silence = {
      now: at,
      soundingSince: (story.sounding ?? always)(at),
      actedAt: story.actedAt?.(at) ?? null,
      listenedAt: at - (story.absentMs?.(at) ?? 0),
      hasCoordinator: story.hasCoordinator ?? true,
      calls,
    };
    const next = nextCall(silence);
    const time = `${Math.floor(at / MIN)}:${String((at % MIN) / 1000).padStart(2, '0')}`;
    if (next.what === 'over') {
      calls = [];
      told.push(`over ${time}`);
    } else if (next.what === 'call') {
      calls = [...calls, { since: next.since, stage: next.stage, calledAt: at }];
      told.push(`${next.stage} ${time}${next.isDeaf ? ' deaf' : ''}`);
    }
  }
  return told;
}

describe('section 8: not heard', () => {
  it.each(STORIES)('section 8: $name', (story) => {
    expect(play(story)).toEqual(story.expected);
  });

  it('section 8: looked at only when it says so, it calls at the same moments', () => {
    const calls: Silence['calls'][number][] = [];
    const silence = (now: number): Silence => ({
      now,
      soundingSince: 0,
      actedAt: null,
      listenedAt: now,
      hasCoordinator: true,
      calls,
    });
    const moments: number[] = [];
    for (let now = 0; now < 40 * MIN; ) {
      const next = nextCall(silence(now));
      if (next.what === 'call') {
        moments.push(now);
        calls.push({ since: next.since, stage: next.stage, calledAt: now });
      } else if (next.what === 'wait' && next.at !== null) now = next.at;
      else throw new Error('it ended');
    }
    expect(moments).toEqual([2 * MIN, 5 * MIN, 5 * MIN + QUARTER, 5 * MIN + 2 * QUARTER]);
  });

  it('section 8: after an hour asleep both are due, and each is called once', () => {
    const late = { ...STORIES[0], forMs: 62 * MIN } as Story;
    const told = play({ ...late, sounding: (at) => (at < 60 * MIN ? null : 0) });
    expect(told).toEqual(['coordinator 60:00', 'manager 60:01']);
  });
});
