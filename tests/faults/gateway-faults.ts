import { setTimeout as pause } from 'node:timers/promises';
import type { Tier } from '#shared/contract';
import { type FastNight, openFastNight } from '../integration/fast-night.ts';
import { nameIn, type SinkAnswer, SLOW_DOWN_S } from '../integration/kannel-sink.ts';
import { type Fault, outcomeOf } from './fault.ts';

const LADDERS = 12;
/** Rule 9 lets a P2 wait a quarter of an hour for its phone, a P1 a minute. */
const TIERS = Array.from({ length: LADDERS }, (): Tier => 'P1');

/** What went wrong, once what is under way has ended. */
type Seen = () => readonly string[] | Promise<readonly string[]>;

/** Twelve ladders at a gateway in trouble. `break` begins the trouble and says what it saw go wrong. */
function gatewayFault(name: string, about: string, begin: (night: FastNight) => Promise<Seen> | Seen): Fault {
  return {
    name,
    about,
    async run() {
      const night = await openFastNight();
      try {
        const wrong = await begin(night);
        await night.reportMany(TIERS);
        await night.quiet();
        return await outcomeOf(night, { tried: `${LADDERS} ladders`, wrong: await wrong() });
      } finally {
        await night.end();
      }
    },
  };
}

const nothing = (): readonly string[] => [];

const down = gatewayFault('gateway down', 'nobody listens at its address for eight seconds', async ({ sink }) => {
  await sink.goDown();
  const back = pause(8_000).then(() => sink.comeBack());
  return async () => {
    await back;
    return [];
  };
});

const slow = gatewayFault('gateway slow', 'each text takes it two seconds, for ten', ({ sink }) => {
  const until = Date.now() + 10_000;
  sink.answerWith(async (): Promise<SinkAnswer> => {
    if (Date.now() < until) await pause(2_000);
    return 'accept';
  });
  return nothing;
});

const refusing = gatewayFault(
  'gateway refusing',
  'wrong password for six seconds, and "not now" for six more',
  ({ sink }) => {
    const from = Date.now();
    sink.answerWith((): SinkAnswer => {
      const gone = Date.now() - from;
      return gone < 6_000 ? 'refuseUs' : gone < 12_000 ? 'full' : 'accept';
    });
    return nothing;
  },
);

const slowDown = gatewayFault(
  '429 with Retry-After',
  `"too many", come again in ${SLOW_DOWN_S} s, for eight seconds`,
  ({ sink }) => {
    const until = Date.now() + 8_000;
    const toldAt = new Map<string, number>();
    const early: string[] = [];
    sink.answerWith(({ key }): SinkAnswer => {
      const told = toldAt.get(key);
      const waited = told === undefined ? Number.POSITIVE_INFINITY : Date.now() - told;
      if (waited < SLOW_DOWN_S * 1_000) early.push(`${key} came again after ${waited} ms`);
      if (Date.now() >= until) return 'accept';
      toldAt.set(key, Date.now());
      return 'slowDown';
    });
    return () => [...early, ...(toldAt.size > 0 ? [] : ['it never had to say so'])];
  },
);

const twice = gatewayFault('answers twice', 'each receipt and each reply comes twice', ({ sink }) => {
  const refused: string[] = [];
  const calls: Promise<void>[] = [];
  const callTwice = async (what: string, call: () => Promise<number>): Promise<void> => {
    await pause(200);
    for (const _ of ['once', 'again']) {
      const status = await call();
      if (status !== 200) refused.push(`${what} was answered with ${status}`);
    }
  };
  let replies = 0;
  sink.answerWith(({ key, to, text }) => {
    calls.push(callTwice('a receipt', () => sink.report(key, 1)));
    // Every third incident is taken by the first person it asks; it may be one of several on that phone.
    const named = nameIn(text);
    if (named === null || named.number % 3 !== 0) return 'accept';
    replies += 1;
    calls.push(callTwice('a reply', () => sink.reply({ id: `reply-${key}`, from: to, text: `1${named.code} 30` })));
    return 'accept';
  });
  return async () => {
    while (calls.length > 0) await calls.shift();
    return [...refused, ...(replies > 0 ? [] : ['nobody ever replied'])];
  };
});

const late = gatewayFault(
  'answers after the time-out',
  'takes the text, and answers 18 s later: one text in eight',
  ({ sink }) => {
    const seen = new Set<string>();
    sink.answerWith(({ key }): SinkAnswer => {
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst && seen.size % 8 === 0 ? 'late' : 'accept';
    });
    return nothing;
  },
);

const lost = gatewayFault('the answer is lost', 'takes the text and cuts the line: one text in six', ({ sink }) => {
  const seen = new Set<string>();
  sink.answerWith(({ key }): SinkAnswer => {
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst && seen.size % 6 === 0 ? 'lose' : 'accept';
  });
  return nothing;
});

export const GATEWAY_FAULTS: readonly Fault[] = [down, slow, refusing, slowDown, twice, late, lost];
