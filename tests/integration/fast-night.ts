import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openForReading, type ReadDb } from '#core/store';
import type { Ladder, LadderStep, PolicyLayerView, ReportInput, Tier } from '#shared/contract';
import { type ChildCore, type ChildOptions, startChild } from './child-core.ts';
import { type KannelSink, openKannelSink } from './kannel-sink.ts';

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
export const FAST: Ladder = {
  steps: [
    { afterPreviousMin: 0, targets: [rota('primary')] },
    { afterPreviousMin: 0.02, targets: [rota('backup')] },
    { afterPreviousMin: 0.03, targets: [manager, rota('backup')] },
    { afterPreviousMin: 0.03, targets: [rota('primary')] },
  ],
  lastWindowMin: 60,
};

/** Far beyond the last ladder's end, the longest pause before a message is tried again, and the minute of a phone's quiet. */
const QUIET_MS = 300_000;
const Accepted = z.object({ ok: z.literal(true), value: z.object({ incidentId: z.string() }) });
const Places = z.array(
  z.object({ property: z.object({ id: z.string() }), unit: z.object({ id: z.string() }).nullable() }),
);
const Portfolio = z.object({ responders: z.array(z.object({ id: z.string() })) });
const Info = z.object({
  demoPins: z.array(z.object({ staffId: z.string(), pin: z.string() })),
  staff: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
});

/** A night of ladders that take seconds: the shipped core in a process of its own, and a gateway that counts. */
export type FastNight = {
  readonly folder: string;
  readonly sink: KannelSink;
  /** The core that runs now. */
  child(): ChildCore;
  /** Starts another one on the folder; the one before must be gone. */
  startAgain(): void;
  /** Presses the same key again until an answer comes, as a person before a window that reconnects does. */
  report(tier: Tier, more?: Partial<ReportInput>): Promise<void>;
  /** One press each, all at once. */
  reportMany(tiers: readonly Tier[]): Promise<void>;
  /** How often somebody pressed. */
  presses(): number;
  /** What was answered: the incidents. */
  accepted(): readonly string[];
  /** Until every ladder has fired its steps and nothing waits to leave. */
  quiet(): Promise<void>;
  /** Kills the core, and removes the folder. */
  end(): Promise<void>;
};

export async function openFastNight(
  options: { readonly folder?: string; readonly child?: ChildOptions; readonly ladder?: Ladder } = {},
): Promise<FastNight> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'nightdesk-fast-'));
  const sink = await openKannelSink();
  let child = startChild(folder, options.child);
  await child.ready;
  const { report: reportNow } = await setUp(child, sink.config, options.ladder ?? FAST);
  const accepted = new Map<string, string>();
  let presses = 0;

  const report = async (tier: Tier, more: Partial<ReportInput> = {}): Promise<void> => {
    const input = { ...reportNow(), tier, callerPhone: `+1423555${String(1000 + presses)}`, ...more };
    presses += 1;
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
  };

  return {
    folder,
    sink,
    child: () => child,
    startAgain() {
      child = startChild(folder, options.child);
    },
    report,
    reportMany: async (tiers) => void (await Promise.all(tiers.map((tier) => report(tier)))),
    presses: () => presses,
    accepted: () => [...accepted.values()],
    quiet: () => untilQuiet(folder),
    async end() {
      await child.kill();
      await sink.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function reportAt(place: z.infer<typeof Places>[number] | undefined): ReportInput {
  return {
    requestId: randomUUID(),
    draftId: null,
    firstContactAt: Date.now(),
    callerPhone: '+14235550000',
    callerName: 'Somebody',
    language: 'en',
    propertyId: place?.property.id ?? '',
    placeText: '',
    unitId: place?.unit?.id ?? null,
    residentId: null,
    text: 'water is running through the ceiling',
    answers: [],
    category: null,
    tier: 'P1',
    tierReason: 'as the test wants it',
    permissionToEnter: 'unknown',
  };
}

/** The demo with these ladders and a gateway; returns a report to be sent, and somebody who can take it. */
export async function setUp(
  child: ChildCore,
  gateway: KannelSink['config'],
  ladder: Ladder,
): Promise<{ readonly report: () => ReportInput; readonly responderId: string }> {
  await child.call('app.showDemo');
  const { staff, demoPins } = Info.parse(await child.ask('app.info'));
  // Only a manager may sign the ladders.
  const owner = staff.find((each) => each.role === 'manager');
  if (!owner) throw new Error('the demo has no manager');
  const pin = demoPins.find((each) => each.staffId === owner.id);
  await done(child.call('session.signIn', pin), 'signing in');
  const { layer } = (await child.ask('policy.layer', { place: 'company' })) as PolicyLayerView; // the router's own type
  const changed = { ...layer, ladders: { ...layer.ladders, P1: ladder, P2: ladder } };
  await done(child.call('policy.saveLayer', { layer: changed, signedAs: owner.name }), 'saving the ladders');
  const config = { ...gateway, callbackPort: 0 };
  await done(child.call('settings.saveGateway', { kind: 'kannel', config }), 'saving the gateway');
  const place = Places.parse(await child.ask('report.places', { text: 'maple 14b' }))[0];
  const { responders } = Portfolio.parse(await child.ask('portfolio.get'));
  return { report: () => reportAt(place), responderId: responders[0]?.id ?? '' };
}

async function done(answer: Promise<unknown>, what: string): Promise<void> {
  const given = z.object({ ok: z.boolean() }).parse(await answer);
  if (!given.ok) throw new Error(`${what} was refused: ${JSON.stringify(given)}`);
}

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
