import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyLog } from '#core/guard';
import { allLines, loadEvents, openForChecking, openForReading, type ReadDb, rebuildCheck } from '#core/store';
import type { Ladder, LadderStep, PolicyLayerView, ReportInput } from '#shared/contract';
import type { IncidentEvent } from '#shared/incident';
import { type ChildCore, startChild } from './crash-child.ts';
import { type KannelSink, openKannelSink, type SinkAnswer } from './kannel-sink.ts';

/**
 * SIGKILL at random moments, while reports come in and ladders climb. `NIGHTDESK_SEED` repeats a run's choices; the
 * moments themselves depend on the machine.
 */
const SEED = Number(process.env.NIGHTDESK_SEED ?? Date.now() % 1_000_000);
const KILLS = 50;
/** Far beyond what fifty starts take, even at twelve seconds each; without it a core that never starts would be killed for ever. */
const BUDGET_MS = 900_000;
/** Far beyond the last ladder's end and the longest pause before a message is tried again. */
const QUIET_MS = 150_000;
const MOST_REPORTS = 100;
/** Fewer prove little. A busy machine answers fewer between two kills, so there it is killed more often than fifty times. */
const LEAST_REPORTS = 25;
/** People who report at once. */
const REPORTERS = 6;
/** Tries after which a step that never got beyond a crash is a person's; kills this dense do reach it on a busy machine. */
const MOST_TRIES = 5;
/** A step counts as late from here: a core that was being killed cannot be on time. */
const LATE_MS = 1_000;

const rota = (role: 'primary' | 'backup'): LadderStep['targets'][number] => ({
  target: { kind: 'onCall', role },
  channels: ['sms'],
  whateverElse: false,
});
const manager: LadderStep['targets'][number] = {
  target: { kind: 'role', role: 'manager' },
  channels: ['sms'],
  whateverElse: false,
};
/** Steps after 0, 1.2, 3 and 4.8 seconds. */
const FAST: Ladder = {
  steps: [
    { afterPreviousMin: 0, targets: [rota('primary')] },
    { afterPreviousMin: 0.02, targets: [rota('backup')] },
    { afterPreviousMin: 0.03, targets: [manager, rota('backup')] },
    { afterPreviousMin: 0.03, targets: [rota('primary')] },
  ],
  lastWindowMin: 60,
};

/** Small, fast, and the same everywhere: mulberry32, a public-domain recipe. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const Accepted = z.object({ ok: z.literal(true), value: z.object({ incidentId: z.string() }) });
const Places = z.array(
  z.object({ property: z.object({ id: z.string() }), unit: z.object({ id: z.string() }).nullable() }),
);

describe('invariant 6: killed at random moments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-crash-'));
  const random = randomFrom(SEED);
  const requestIds: string[] = [];
  /** What was answered: by the press that asked, the incident. */
  const accepted = new Map<string, string>();
  let kills = 0;
  let sink: KannelSink;
  let child: ChildCore;

  beforeAll(async () => {
    sink = await openKannelSink();
    child = startChild(folder);
    await child.ready;
    await setUp(child, sink);
  });
  afterAll(async () => {
    await child.kill();
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `loses no report, misses no step, sends nothing twice unsaid (${KILLS} kills, seed ${SEED})`,
    async () => {
      sink.answerWith(() => trouble(random));
      const place = Places.parse(await child.ask('report.places', { text: 'maple 14b' }))[0];
      const stopAt = performance.now() + BUDGET_MS;
      let isOver = false;
      const reporting = Array.from({ length: REPORTERS }, async () => {
        while (!isOver && requestIds.length < MOST_REPORTS) {
          await reportUntilAccepted(place);
          await pause(random() * 1_000);
        }
      });
      while ((kills < KILLS || accepted.size < LEAST_REPORTS) && performance.now() < stopAt) {
        // Now and then while it is still starting: migration, recovery and catching up are killed as well.
        const isEarly = random() < 0.35;
        if (!isEarly) await child.ready;
        const isLong = random() < 0.15;
        await pause(random() * (isEarly ? 500 : isLong ? 2_000 : 600));
        await child.kill();
        kills += 1;
        child = startChild(folder);
      }
      isOver = true;
      await child.ready;
      await Promise.all(reporting);
      sink.answerWith(() => 'accept');
      await untilQuiet(folder);
      await child.kill();

      const found = await inspect();
      console.log(
        `crash: seed ${SEED}, tried ${kills} kills and ${requestIds.length} reports, ${found.steps} steps; ` +
          `lost ${found.lost.length}, missed ${found.missed.length}, twice ${found.twice.length} ` +
          `(said ${found.twice.length - found.twiceUnsaid.length}), handed to a person ${found.forPerson} (${found.givenUp} never left), late ${found.late}`,
      );
      expect(kills).toBeGreaterThanOrEqual(KILLS);
      expect(accepted.size).toBeGreaterThanOrEqual(LEAST_REPORTS);
      expect(found).toMatchObject({ lost: [], missed: [], firedTwice: [], neverLeft: [], twiceUnsaid: [], stuck: [] });
      expect(await verifyLog(folder)).toMatchObject({ ok: true });
      const { connection, close } = openForChecking(folder);
      expect(rebuildCheck(connection).differences).toEqual([]);
      close();
    },
    BUDGET_MS + QUIET_MS + 90_000,
  );

  /** Presses the same key again until an answer comes, as a person before a window that reconnects does. */
  async function reportUntilAccepted(place: z.infer<typeof Places>[number] | undefined): Promise<void> {
    const input: ReportInput = {
      requestId: randomUUID(),
      draftId: null,
      firstContactAt: Date.now(),
      callerPhone: `+1423555${String(1000 + requestIds.length)}`,
      callerName: 'Somebody',
      language: 'en',
      propertyId: place?.property.id ?? '',
      placeText: '',
      unitId: place?.unit?.id ?? null,
      residentId: null,
      text: 'water is running through the ceiling',
      answers: [],
      category: null,
      tier: random() < 0.7 ? 'P1' : 'P2',
      tierReason: 'as the test wants it',
      permissionToEnter: 'unknown',
    };
    requestIds.push(input.requestId);
    for (;;) {
      try {
        const answer = Accepted.parse(await child.call('report.dispatch', input));
        accepted.set(input.requestId, answer.value.incidentId);
        return;
      } catch (error) {
        if (error instanceof z.ZodError) throw error;
        await pause(50); // killed, or not up yet
      }
    }
  }

  async function inspect() {
    const { read, close } = openForReading(folder);
    const ids = new Set<string>();
    for (const line of allLines(read)) if (line.incidentId !== null) ids.add(line.incidentId);
    const histories = [...ids].map((id) => loadEvents(read, id).map((each) => each.event));
    const lost = [...accepted.values()].filter((id) => !ids.has(id));
    const twoOfOnePress = ids.size - requestIds.length;
    expect(twoOfOnePress).toBe(0);
    const stuck = read.all(`SELECT key, state FROM outbox WHERE state = 'sending' OR next_at IS NOT NULL`);
    close();
    const messages = histories.flatMap(messagesOf);
    const isNowhere = (each: Followed): boolean => each.isStep && sink.countOf(each.key) === 0;
    // The fifth crash in a row between claim and send: said so, and a person was told.
    const isGivenUp = (each: Followed): boolean => each.isForPerson && each.states.length >= MOST_TRIES;
    const twice = messages.filter((each) => sink.countOf(each.key) > 1);
    const fired = histories.map((events) => firedSteps(events));
    return {
      lost,
      stuck,
      steps: fired.flat().length,
      missed: fired.flatMap((steps) => FAST.steps.map((_, step) => step).filter((step) => !steps.includes(step))),
      firedTwice: fired.flatMap((steps) => steps.filter((step, at) => steps.indexOf(step) !== at)),
      neverLeft: messages.filter((each) => isNowhere(each) && !isGivenUp(each)),
      givenUp: messages.filter((each) => isNowhere(each) && isGivenUp(each)).length,
      twice,
      twiceUnsaid: twice.filter((each) => !each.isPossiblyTwice || !each.isStep),
      forPerson: messages.filter((each) => each.isForPerson).length,
      late: histories.flat().filter((event) => event.type === 'stepFired' && event.lateMs > LATE_MS).length,
    };
  }
});

async function setUp(child: ChildCore, sink: KannelSink): Promise<void> {
  await child.call('app.showDemo');
  const info = z
    .object({
      demoPins: z.array(z.object({ staffId: z.string(), pin: z.string() })),
      staff: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
    })
    .parse(await child.ask('app.info'));
  // Only a manager may sign the ladders.
  const owner = info.staff.find((each) => each.role === 'manager');
  const pin = info.demoPins.find((each) => each.staffId === owner?.id);
  if (!owner || !pin) throw new Error('the demo has no manager');
  expect(await child.call('session.signIn', pin)).toMatchObject({ ok: true });
  const { layer } = (await child.ask('policy.layer', { place: 'company' })) as PolicyLayerView; // the router's own type
  const changed = { ...layer, ladders: { ...layer.ladders, P1: FAST, P2: FAST } };
  expect(await child.call('policy.saveLayer', { layer: changed, signedAs: owner.name })).toMatchObject({ ok: true });
  const config = { ...sink.config, callbackPort: 0 };
  expect(await child.call('settings.saveGateway', { kind: 'kannel', config })).toMatchObject({ ok: true });
}

/** A night at a gateway: mostly well, sometimes slow, full, or gone before the answer. */
async function trouble(random: () => number): Promise<SinkAnswer> {
  const dice = random();
  if (dice < 0.3) await pause(random() * 400);
  return dice > 0.97 ? 'lose' : dice > 0.93 ? 'full' : 'accept';
}

/** Until every ladder has fired its steps and nothing waits to leave. */
async function untilQuiet(folder: string): Promise<void> {
  const { read, close } = openForReading(folder);
  const stopAt = performance.now() + QUIET_MS;
  try {
    while (waiting(read) > 0) {
      if (performance.now() > stopAt) throw new Error(`${waiting(read)} things still wait`);
      await pause(100);
    }
  } finally {
    close();
  }
}

function waiting(read: ReadDb): number {
  return (
    read.get<{ n: number }>(
      `SELECT (SELECT count(*) FROM clock WHERE kind = 'step') +
              (SELECT count(*) FROM outbox WHERE next_at IS NOT NULL OR lease_until IS NOT NULL) AS n`,
    )?.n ?? 0
  );
}

function firedSteps(events: readonly IncidentEvent[]): readonly number[] {
  return events.flatMap((event) =>
    (event.type === 'stepFired' || event.type === 'stepSkipped') && event.round === 1 ? [event.step] : [],
  );
}

type Followed = { key: string; isStep: boolean; isPossiblyTwice: boolean; isForPerson: boolean; states: string[] };

/** Each message of an incident, and what the log says became of it. */
function messagesOf(events: readonly IncidentEvent[]): readonly Followed[] {
  const followed = new Map<string, Followed>();
  for (const event of events) {
    if (event.type === 'messageQueued')
      followed.set(event.key, {
        key: event.key,
        isStep: event.purpose === 'step',
        isPossiblyTwice: false,
        isForPerson: false,
        states: [],
      });
    const message = event.type === 'messageState' ? followed.get(event.key) : undefined;
    if (!message || event.type !== 'messageState') continue;
    message.states.push(`${event.attempt} ${event.state} ${event.reason ?? ''}`);
    message.isPossiblyTwice ||= event.isPossiblyTwice;
    message.isForPerson = event.state === 'unknown' && event.nextAt === null;
  }
  return [...followed.values()];
}
