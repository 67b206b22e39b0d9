import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '#core';
import { commit, logHead, openStore } from '#core/store';
import type { EventOf } from '#shared/incident';
import { BESIDE, type Beside, DURING, keepBusy } from './beside.ts';
import { type Bench, type Figure, percentile } from './figure.ts';
import { copyOf, play } from './histories.ts';
import { openBenchCore, openDemo, withFolder } from './practice-desk.ts';

/** P1 problems of different trades, so that different people are called. */
const STORIES = [
  { place: 'maple 3a', text: 'water is pouring through the kitchen ceiling' },
  { place: 'elm 2', text: 'no heat and it is 48 degrees in here' },
  { place: 'maple 9b', text: 'sparks from the outlet and a burning smell' },
  { place: 'maple 12a', text: 'someone kicked the front door in and it does not close' },
] as const;

/** From the report to the second step of the company's P1 ladder. */
const SECOND_STEP_MS = 8 * 60_000;
/** Until here each history is played: after the first step and all that follows it, before the second. */
const PLAYED = '470 s';
/** From writing the last ladder to the first step that is measured: the core starts and settles meanwhile. */
const LEAD_MS = 6_000;
const GRACE_MS = 30_000;

type Load = {
  readonly count: number;
  /** The second steps of all of them fall due evenly within this. */
  readonly spreadMs: number;
  /** Only those of the first part are waited for. */
  readonly watchedMs: number;
  readonly targetMs: number;
  /** What else the core does meanwhile, again and again. */
  readonly beside: Beside;
};

function bench(load: Load): Bench {
  const perSecond = Math.round((load.count / load.spreadMs) * 1000);
  return {
    name: load.beside === 'nothing' ? `ladders-${load.count}` : `ladders-${load.count}-${load.beside}`,
    about: `lateness of a step with ${load.count} P1 ladders running, ${perSecond} steps due per second for ${load.watchedMs / 1000} s${DURING[load.beside]}`,
    run: () => withFolder((folder) => measure(folder, load)),
  };
}

async function measure(folder: string, load: Load): Promise<readonly Figure[]> {
  await (await openDemo(folder)).close();
  const firstDueAt = await writeLadders(folder, load);
  const core = await openBenchCore(folder);
  try {
    const before = logHead(core.store.read).seq;
    const sentAt = watchStepTexts(core);
    const watchedUntil = firstDueAt + load.watchedMs;
    await pause(Math.max(0, firstDueAt - Date.now()));
    const times = await keepBusy(core, load.beside, watchedUntil);
    await pause(Math.max(0, watchedUntil - Date.now()));
    const watched = Math.floor((load.count * load.watchedMs) / load.spreadMs);
    const fired = await allFired(core, { after: before, watchedUntil, count: watched });
    const late = fired.map((each) => each.at - each.dueAt);
    const reached = await allReached(fired, sentAt);
    const perSecond = Math.round((load.count / load.spreadMs) * 1000);
    const title = `lateness of a step, ${load.count.toLocaleString('en-US')} ladders${DURING[load.beside]}`;
    const beside = load.beside === 'nothing' ? '' : `; ${times} times beside it`;
    const note = `${fired.length} steps, ${perSecond} due per second, each with its texts, receipts and resident's news${beside}`;
    return [
      { name: `${title}, p50`, value: percentile(late, 0.5), unit: 'ms', target: null, note },
      { name: `${title}, p99`, value: percentile(late, 0.99), unit: 'ms', target: load.targetMs },
      { name: `${title}, due to text at gateway, p99`, value: percentile(reached, 0.99), unit: 'ms', target: null },
    ];
  } finally {
    await core.close();
  }
}

/** Writes the ladders into the closed folder, one transaction, their second steps spread evenly. Gives the first one's time. */
async function writeLadders(folder: string, { count, spreadMs }: Load): Promise<number> {
  const histories = await Promise.all(
    STORIES.map((story) =>
      play(async (night) => {
        const id = await night.report({ ...story, tier: 'P1' });
        await night.pass(PLAYED);
        return id;
      }),
    ),
  );
  const store = openStore(folder);
  try {
    // Writing takes its time, so the times are counted from a moment that is surely after it.
    const firstDueAt = Date.now() + LEAD_MS + count * 1.5;
    store.write.transact(() => {
      for (let index = 0; index < count; index += 1) {
        const history = histories[index % histories.length];
        if (!history) throw new Error('no history to copy');
        const startedAt = Math.round(firstDueAt + (index * spreadMs) / count - SECOND_STEP_MS);
        const incidentId = `ladder-${index}`;
        commit(store.write, incidentId, null, copyOf(history, { incidentId, number: 1_001 + index, startedAt }));
      }
    });
    return firstDueAt;
  } finally {
    store.close();
  }
}

/** When the first text to anybody about an incident left after this call: that of its second step. */
function watchStepTexts(core: Core): ReadonlyMap<string, number> {
  const sentAt = new Map<string, number>();
  const phones = new Set(core.api.portfolio().responders.map((each) => each.phone));
  const driver = core.gateway.driver();
  const send = driver.send.bind(driver);
  driver.send = (message, signal) => {
    const at = Date.now();
    if (phones.has(message.to))
      for (const incidentId of incidentsIn(core, message.key)) if (!sentAt.has(incidentId)) sentAt.set(incidentId, at);
    return send(message, signal);
  };
  return sentAt;
}

/** Which incidents a text is about: several that leave together have one key. */
function incidentsIn(core: Core, key: string): readonly string[] {
  const sql = 'SELECT incident_id AS id FROM outbox WHERE key = ? OR bundle_key = ?';
  return core.store.read.all<{ id: string | null }>(sql, key, key).flatMap(({ id }) => id ?? []);
}

type Fired = { readonly incidentId: string; readonly at: number; readonly dueAt: number };

/** Waits until the watched ladders have fired their second step, and gives what the log says about it. */
async function allFired(
  core: Core,
  wanted: { readonly after: number; readonly watchedUntil: number; readonly count: number },
): Promise<readonly Fired[]> {
  const limit = AbortSignal.timeout(GRACE_MS);
  for (;;) {
    const fired = core.store.read
      .all<{ incidentId: string; payload: string }>(
        `SELECT incident_id AS incidentId, payload FROM log WHERE seq > ? AND payload ->> '$.type' = 'stepFired'`,
        wanted.after,
      )
      .map(({ incidentId, payload }) => ({ incidentId, event: JSON.parse(payload) as EventOf<'stepFired'> })) // as the query asks
      .filter(({ event }) => event.step === 1 && event.dueAt < wanted.watchedUntil)
      .map(({ incidentId, event }) => ({ incidentId, at: event.at, dueAt: event.dueAt }));
    if (fired.length >= wanted.count) return fired;
    if (limit.aborted) throw new Error(`${fired.length} of ${wanted.count} ladders fired their second step`);
    await pause(500);
  }
}

/** From the time a step was due to its text at the gateway, in ms, once each has got there. */
async function allReached(fired: readonly Fired[], sentAt: ReadonlyMap<string, number>): Promise<readonly number[]> {
  const limit = AbortSignal.timeout(GRACE_MS);
  for (;;) {
    const reached = fired.flatMap(({ incidentId, dueAt }) => {
      const at = sentAt.get(incidentId);
      return at === undefined ? [] : [at - dueAt];
    });
    if (reached.length === fired.length) return reached;
    if (limit.aborted) throw new Error(`${reached.length} of ${fired.length} steps reached the gateway`);
    await pause(100);
  }
}

const FEW = { count: 1_000, spreadMs: 20_000, watchedMs: 20_000, targetMs: 100 } as const;
const MANY = { count: 10_000, spreadMs: 200_000, watchedMs: 40_000, targetMs: 1_000 } as const;

export const LADDERS: readonly Bench[] = [FEW, MANY].flatMap((load) =>
  BESIDE.map((beside) => bench({ ...load, beside })),
);
