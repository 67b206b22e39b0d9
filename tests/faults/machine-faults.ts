import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openConnection, openForReading } from '#core/store';
import { type FastNight, openFastNight } from '../integration/fast-night.ts';
import { type Fault, type Outcome, outcomeOf, type Skipped } from './fault.ts';

const LADDERS = 12;
const P1S = Array.from({ length: LADDERS }, () => 'P1' as const);
const TRIED = `${LADDERS} P1 ladders`;

async function onNight(
  options: Parameters<typeof openFastNight>[0],
  play: (night: FastNight) => Promise<Outcome>,
): Promise<Outcome> {
  const night = await openFastNight(options);
  try {
    return await play(night);
  } finally {
    await night.end();
  }
}

const diskFull: Fault = {
  name: 'disk full',
  about: 'a file system of 24 MB is filled after the first step, for six seconds',
  async run(): Promise<Outcome | Skipped> {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-small-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]);
    if (mounted.status !== 0) {
      rmSync(folder, { recursive: true });
      return { skipped: 'a small file system can be mounted by root only' };
    }
    const data = join(folder, 'data');
    try {
      return await onNight({ folder: data }, async (night) => {
        await night.reportMany(P1S);
        const filler = join(folder, 'filler');
        fill(filler);
        await pause(6_000);
        const alarms = z.array(z.object({ kind: z.string() })).parse(await night.child().ask('alarm.list'));
        const wrong = alarms.some(({ kind }) => kind === 'standstill') ? [] : ['the standstill was not alarmed'];
        rmSync(filler);
        await night.quiet();
        return outcomeOf(night, { tried: TRIED, wrong });
      });
    } finally {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Takes every block that is left. */
function fill(file: string): void {
  for (const size of [1_000_000, 4_096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // full for this size; smaller ones may still fit
    }
  }
}

const locked: Fault = {
  name: 'database locked',
  about: 'another program holds the database for ten seconds, across three deadlines',
  run: () =>
    onNight({}, async (night) => {
      await night.reportMany(P1S);
      const file = readdirSync(night.folder).find((name) => name.endsWith('.sqlite')) ?? '';
      const other = openConnection(join(night.folder, file), { isReadOnly: false, busyMs: 2_000 });
      other.script('BEGIN IMMEDIATE');
      await pause(10_000);
      other.script('ROLLBACK');
      other.close();
      await night.quiet();
      return outcomeOf(night, { tried: TRIED, wrong: [] });
    }),
};

/** From the report until it is stopped: the first texts have left. */
const AWAKE_MS = 600;
/** Across the deadlines at 1.2, 3 and 4.8 s. */
const STOPPED_MS = 9_000;

const stopped: Fault = {
  name: 'stopped and continued',
  about: 'SIGSTOP, and SIGCONT nine seconds later: three deadlines of each ladder went by',
  run: () =>
    onNight({}, async (night) => {
      await night.reportMany(P1S);
      await pause(AWAKE_MS);
      const from = Date.now();
      night.child().freeze();
      await pause(STOPPED_MS);
      night.child().thaw();
      await night.quiet();
      return outcomeOf(night, { tried: TRIED, wrong: blindTimeMissing(night, from) });
    }),
};

/** What is not said of the time in which nobody watched. */
function blindTimeMissing({ folder }: FastNight, from: number): readonly string[] {
  const { read, close } = openForReading(folder);
  const lines = read.all<{ payload: string }>(`SELECT payload FROM log WHERE payload ->> '$.type' = 'blindTime'`);
  close();
  const Line = z.object({ from: z.number(), to: z.number() });
  const said = lines.map((line) => Line.parse(JSON.parse(line.payload)));
  const isSaid = said.some((line) => Math.abs(line.from - from) < 2_000 && line.to - from > STOPPED_MS - 500);
  return isSaid ? [] : [`the blind time is not said: ${JSON.stringify(said)}`];
}

const FAKETIME = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu']
  .map((folder) => join(folder, 'faketime', 'libfaketime.so.1'))
  .find(existsSync);
const HOUR_S = 3_600;

function wallClock(title: string, moveS: number): Fault {
  return {
    name: `wall clock ${title}`,
    about: `the system's clock is set ${title} after the first step, by faketime; time itself goes on`,
    async run() {
      if (FAKETIME === undefined) return { skipped: 'Debian’s faketime is not installed' };
      const folder = mkdtempSync(join(tmpdir(), 'nightdesk-clock-'));
      const offset = join(folder, 'offset');
      const say = (seconds: number): void => writeFileSync(offset, `${seconds < 0 ? '' : '+'}${seconds}\n`);
      say(0);
      const env = {
        LD_PRELOAD: FAKETIME,
        FAKETIME_TIMESTAMP_FILE: offset,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      };
      const keepsUptime = uptimeIsReal(env, say, moveS);
      say(0);
      if (!keepsUptime) return { skipped: 'this faketime moves the uptime as well; the injected clock has to do' };
      try {
        return await onNight({ folder: join(folder, 'data'), child: { env } }, async (night) => {
          await night.reportMany(P1S);
          await pause(AWAKE_MS);
          say(moveS);
          // Shifted an hour too far, they would wait beyond all patience.
          await night.quiet();
          return outcomeOf(night, { tried: TRIED, wrong: moveMissing(night, moveS), isOwnClock: false });
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Whether a moved wall clock leaves the time since the machine started alone: only then is it a moved wall clock. */
function uptimeIsReal(env: Readonly<Record<string, string>>, say: (seconds: number) => void, moveS: number): boolean {
  const ask = (): number =>
    Number(spawnSync(process.execPath, ['-p', 'os.uptime()'], { env, encoding: 'utf8' }).stdout.trim());
  const before = ask();
  say(moveS);
  return Math.abs(ask() - before) < HOUR_S / 2;
}

function moveMissing({ folder }: FastNight, moveS: number): readonly string[] {
  const { read, close } = openForReading(folder);
  const moves = read.all<{ deltaMs: number }>(
    `SELECT payload ->> '$.deltaMs' AS deltaMs FROM log WHERE payload ->> '$.type' = 'wallClockMoved' AND incident_id IS NULL`,
  );
  close();
  const isSaid = moves.length === 1 && moves.every(({ deltaMs }) => Math.abs(deltaMs - moveS * 1_000) < 3_000);
  return isSaid ? [] : [`the move is not said once: ${JSON.stringify(moves)}`];
}

export const MACHINE_FAULTS: readonly Fault[] = [
  diskFull,
  locked,
  stopped,
  wallClock('an hour forward', HOUR_S),
  wallClock('an hour back', -HOUR_S),
];
