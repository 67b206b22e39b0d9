import type { EventOf, IncidentEvent } from '#shared/incident';
import { type Night, openNight } from '../world.ts';
import type { Fault, Outcome } from './fault.ts';

/** Time that does not simply go by, on a clock in hand: what faketime and a test cannot do to a real machine. */

const PLACES = ['maple 3a', 'maple 14b', 'maple 9b', 'maple 12a', 'elm 2'] as const;
const LADDERS = 20;
const MINUTE_MS = 60_000;
/** Steps of the company's first P1 round. */
const STEPS = 5;
/** From the report to each of them, in minutes. */
const PLAN_MIN = [0, 8, 15, 22, 30] as const;
const ON_TIME_MS = 1_500;

type Played = {
  readonly night: Night;
  readonly ids: readonly string[];
};

type ClockFault = {
  readonly name: string;
  readonly about: string;
  readonly at?: number;
  /** Steps may be late by as much. */
  readonly lateMs: number;
  readonly play: (played: Played) => Promise<readonly string[]>;
};

const clockFault = (fault: ClockFault): Fault => ({
  name: fault.name,
  about: fault.about,
  async run() {
    const night = await openNight(fault.at === undefined ? {} : { at: fault.at });
    try {
      const ids: string[] = [];
      for (let count = 0; count < LADDERS; count += 1)
        ids.push(await night.report({ text: 'water through the ceiling', place: PLACES[count % 5] ?? '', tier: 'P1' }));
      const wrong = await fault.play({ night, ids });
      return judge({ night, ids }, fault.lateMs, wrong);
    } finally {
      await night.end();
    }
  },
});

function judge({ night, ids }: Played, lateMs: number, wrong: readonly string[]): Outcome {
  const histories = ids.map((id) => night.incident(id).events.map((each) => each.event as IncidentEvent)); // its log holds nothing else
  const fired = histories.map((events) => events.filter(isFirstRound));
  const all = fired.flat();
  const left = textsThatLeft(night);
  const arrived = textsOnPhones(night);
  const again = fired.flatMap((steps) =>
    steps.filter(({ step }, at) => steps.findIndex((each) => each.step === step) !== at),
  );
  const latestStepMs = Math.max(0, ...all.map((each) => each.lateMs));
  return {
    tried: `${ids.length} P1 ladders, ${all.length} steps`,
    lost: Math.max(0, left - arrived),
    missed: ids.length * STEPS - new Set(fired.flatMap((steps, at) => steps.map(({ step }) => `${at}.${step}`))).size,
    twice: Math.max(0, arrived - left),
    twiceSaid: 0,
    latestStepMs,
    latestTextMs: null,
    wrong: [
      ...wrong,
      ...again.map(({ step }) => `step ${step} fired twice`),
      ...(latestStepMs > lateMs ? [`a step came ${latestStepMs} ms late`] : []),
    ],
  };
}

const isFirstRound = (event: IncidentEvent): event is EventOf<'stepFired'> | EventOf<'stepSkipped'> =>
  (event.type === 'stepFired' || event.type === 'stepSkipped') && event.round === 1;

/** Several in one text are one. */
const textsThatLeft = ({ core }: Night): number =>
  core.store.read.all(
    `SELECT DISTINCT iif(payload ->> '$.reason' LIKE 'bundled:%', substr(payload ->> '$.reason', 9), payload ->> '$.key')
     FROM log WHERE payload ->> '$.type' = 'messageState' AND payload ->> '$.state' = 'accepted'`,
  ).length;

const textsOnPhones = ({ core }: Night): number =>
  core.api.practicePhones().flatMap(({ messages }) => messages.filter((each) => each.fromDesk)).length;

/** Whether each step came as long after the report as the policy says, the moves of the wall clock set aside. */
function offPlan({ night, ids }: Played): readonly string[] {
  return ids.flatMap((id) => {
    const events = night.incident(id).events.map((each) => each.event as IncidentEvent); // as above
    let movedMs = 0;
    const reportedAt = events[0]?.at ?? 0;
    return events.flatMap((event) => {
      if (event.type === 'wallClockMoved') movedMs += event.deltaMs;
      if (!isFirstRound(event)) return [];
      const afterMs = event.at - movedMs - reportedAt;
      const plannedMs = (PLAN_MIN[event.step] ?? 0) * MINUTE_MS;
      return Math.abs(afterMs - plannedMs) <= ON_TIME_MS
        ? []
        : [`step ${event.step} came after ${afterMs / MINUTE_MS} min`];
    });
  });
}

const moved = (title: string, deltaMs: number): Fault =>
  clockFault({
    name: `clock set ${title} (injected)`,
    about: 'in the middle of every ladder; windows keep their length',
    lateMs: ON_TIME_MS,
    async play(played) {
      await played.night.pass('3 min');
      played.night.clock.moveWall(deltaMs);
      await played.night.pass('34 min');
      return offPlan(played);
    },
  });

const suspended = clockFault({
  name: 'suspended (injected)',
  about: 'the lid is closed across three deadlines of each ladder; each fires once, and says how late',
  lateMs: 21 * MINUTE_MS,
  async play({ night }) {
    await night.pass('3 min');
    night.clock.sleep(21 * MINUTE_MS);
    await night.pass('10 min');
    const said = night.core.api.status().blindTimes.some(({ from, to }) => to - from >= 20 * MINUTE_MS);
    return said ? [] : ['the blind time is not said'];
  },
});

/** One night on which the clocks of the zone change while ladders climb, with a P3 that is promised for Monday morning. */
const dst = (title: string, at: number, morningAt: number): Fault =>
  clockFault({
    name: `DST night, ${title}`,
    about: 'the hour changes in the middle of every ladder; a P3 waits for ten on Monday, local time',
    at,
    lateMs: ON_TIME_MS,
    async play(played) {
      const { night } = played;
      const p3 = await night.report({ text: 'the closet door squeaks', place: 'elm 2', tier: 'P3' });
      await night.pass('34 min');
      const promise = night.incident(p3).clocks.find(({ kind }) => kind === 'promise');
      const off = promise?.dueAt === morningAt ? [] : [`the P3 is promised for ${promise?.dueAt}, not ${morningAt}`];
      return [...offPlan(played), ...off];
    },
  });

const HOUR_MS = 60 * MINUTE_MS;
export const CLOCK_FAULTS: readonly Fault[] = [
  suspended,
  moved('an hour forward', HOUR_MS),
  moved('an hour back', -HOUR_MS),
  // New York: 2:00 becomes 3:00 at 07:00 UTC, and 2:00 becomes 1:00 at 06:00 UTC.
  dst('spring', Date.UTC(2026, 2, 8, 6, 48), Date.UTC(2026, 2, 9, 14)),
  dst('autumn', Date.UTC(2026, 10, 1, 5, 48), Date.UTC(2026, 10, 2, 15)),
];
