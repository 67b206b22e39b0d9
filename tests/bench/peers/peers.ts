import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, type Figure, median, percentile } from '../figure.ts';
import { durableCommitMs } from '../machine.ts';
import { withFolder } from '../practice-desk.ts';
import { startAlertmanager } from './alertmanager.ts';
import { startIcinga } from './icinga.ts';
import { startNightdesk } from './nightdesk.ts';
import type { Peer } from './peer.ts';
import { peerPrograms } from './peer-programs.ts';
import { openPeerSink, type PeerSink } from './peer-sink.ts';

const ROUNDS = 5;
const PER_ROUND = 40;
const WARM_UP = 5;
const PAUSE_MS = 60;
const LADDERS = 40;
const CLIMB_MS = 30_000;
const STEPS_S = [10, 20] as const;
const KILLED = 10;
const KILL_AFTER_MS = 3_000;
const LEFT_WITHIN_MS = 28_000;
/** PRODUCT.md section 16: Alertmanager's median, a durable commit, and this. */
const ALLOWANCE_MS = 5;

/** Of one: ms to the first notice, lateness of the steps, and how many of them were lost by a kill. */
type Measured = { readonly peer: Peer; readonly first: number[]; readonly late: readonly number[][]; lost: number };

export const peers: Bench = {
  name: 'peers',
  about:
    'side by side with Debian’s Alertmanager and Icinga 2 into one sink: first notice, steps of 10 and 20 s, SIGKILL',
  run: () =>
    withFolder(async (folder) => {
      const programs = peerPrograms(folder);
      if (typeof programs === 'string')
        return [
          { name: 'side by side with peers', value: null, unit: 'ms', target: null, note: `skipped: ${programs}` },
        ];
      const sink = await openPeerSink();
      const started: Peer[] = [];
      try {
        started.push(await startNightdesk(join(folder, 'nightdesk'), sink.port));
        started.push(await startAlertmanager(programs, join(folder, 'alertmanager'), sink.port));
        started.push(await startIcinga(programs, join(folder, 'icinga'), sink.port));
        return figuresOf(await measure(started, sink), durableCommitMs());
      } finally {
        for (const peer of started) await peer.stop();
        await sink.stop();
      }
    }),
};

async function measure(started: readonly Peer[], sink: PeerSink): Promise<readonly Measured[]> {
  const all = started.map((peer): Measured => ({ peer, first: [], late: STEPS_S.map(() => []), lost: 0 }));
  for (const { peer } of all) await firstNotices(peer, sink, WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { peer, first } of all) first.push(...(await firstNotices(peer, sink, PER_ROUND)));
  for (const { peer, late } of all) await climb(peer, sink, late);
  for (const measured of all) measured.lost = await killed(measured.peer, sink);
  return all;
}

async function firstNotices(peer: Peer, sink: PeerSink, count: number): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { ticket, startedAt } = await peer.report();
    samples.push((await sink.arrival(ticket, 0)) - startedAt);
    await peer.acknowledge(ticket);
    await pause(PAUSE_MS);
  }
  return samples;
}

/** Forty ladders, 200 ms apart, and how late their later steps came. */
async function climb(peer: Peer, sink: PeerSink, late: readonly number[][]): Promise<void> {
  const reported: Awaited<ReturnType<Peer['report']>>[] = [];
  for (let index = 0; index < LADDERS; index += 1) {
    reported.push(await peer.report());
    await pause(200);
  }
  await pause(CLIMB_MS);
  for (const { ticket, startedAt } of reported) {
    STEPS_S.forEach((seconds, at) => {
      const arrived = sink.arrivalOf(ticket, at + 1);
      late[at]?.push(arrived === null ? Number.POSITIVE_INFINITY : arrived - startedAt - seconds * 1_000);
    });
    await peer.acknowledge(ticket);
  }
}

/** How many of the later steps of ten tickets never came, killed 3 s after the report and started again. */
async function killed(peer: Peer, sink: PeerSink): Promise<number> {
  const reported: Awaited<ReturnType<Peer['report']>>[] = [];
  for (let index = 0; index < KILLED; index += 1) reported.push(await peer.report());
  await pause(KILL_AFTER_MS);
  await peer.killAndRestart();
  await pause(LEFT_WITHIN_MS - KILL_AFTER_MS);
  return reported.flatMap(({ ticket }) => STEPS_S.filter((_, at) => sink.arrivalOf(ticket, at + 1) === null)).length;
}

function figuresOf(all: readonly Measured[], commitMs: number): readonly Figure[] {
  const [ours, ...theirs] = all;
  if (!ours) return [];
  const alertmanager = theirs.find(({ peer }) => peer.name === 'Alertmanager');
  const least = (at: number): number => Math.min(...theirs.map(({ late }) => median(late[at] ?? [])));
  return all.flatMap((each) => {
    const isOurs = each === ours;
    const firstTarget = alertmanager ? Number((median(alertmanager.first) + commitMs + ALLOWANCE_MS).toFixed(2)) : null;
    return [
      {
        name: `${each.peer.name}: report to first notice, p50`,
        value: median(each.first),
        unit: 'ms',
        target: isOurs ? firstTarget : null,
        ...(isOurs && {
          note: `${each.first.length} each; a durable commit took ${commitMs.toFixed(2)} ms in this run`,
        }),
      },
      {
        name: `${each.peer.name}: report to first notice, p95`,
        value: percentile(each.first, 0.95),
        unit: 'ms',
        target: null,
      },
      ...STEPS_S.flatMap((seconds, at): Figure[] => [
        {
          name: `${each.peer.name}: lateness of the ${seconds} s step, p50`,
          value: median(each.late[at] ?? []),
          unit: 'ms',
          target: isOurs ? Math.round(least(at)) : null,
        },
        {
          name: `${each.peer.name}: the same, latest`,
          value: Math.max(...(each.late[at] ?? [])),
          unit: 'ms',
          target: null,
        },
      ]),
      {
        name: `${each.peer.name}: steps lost by SIGKILL 3 s in, of ${KILLED * STEPS_S.length}`,
        value: each.lost,
        unit: 'steps',
        target: isOurs ? 0 : null,
      },
    ];
  });
}
