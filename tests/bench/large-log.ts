import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { verifyLog } from '#core/guard';
import { openStore } from '#core/store';
import type { QueueList, QueueRow } from '#shared/contract';
import { type Bench, type Figure, median, percentile } from './figure.ts';
import { play } from './histories.ts';
import { largeFolder, NEXT_NUMBER, writeIncident } from './large-night.ts';
import { consoleClient, withFolder } from './practice-desk.ts';

const CLI = join(import.meta.dirname, '../../electron/cli/main.ts');
const STARTS = 5;
const OPEN_TONIGHT = 100;
/** What a screen shows at first. */
const ROWS_SHOWN = 50;
const SEARCHES = ['maple', 'maple 14b', 'ruiz', 'dana', 'silva', '1042', '100', 'elm house', 'oak', 'chen'] as const;
const SEARCH_ROUNDS = 10;

export const largeLog: Bench = {
  name: 'large',
  about: 'start, search and verify with 100,000 incidents and 1,000,000 log lines',
  async run() {
    const kept = await largeFolder();
    return withFolder(async (folder) => {
      const file = 'nightdesk.sqlite';
      copyFileSync(join(kept, file), join(folder, file), constants.COPYFILE_FICLONE);
      await openTonight(folder);
      return [...(await measureStarts(folder)), await measureVerify(folder)];
    });
  },
};

/** A busy night on top: ladders that run, incidents that somebody has, small things for the morning. */
async function openTonight(folder: string): Promise<void> {
  const stories = [
    { text: 'water is pouring through the kitchen ceiling', reply: null },
    { text: 'sewage is coming up in the bathtub', reply: '1 30' },
    { text: 'the kitchen faucet drips a little', reply: null },
  ];
  const histories = await Promise.all(
    stories.map(({ text, reply }) =>
      play(async (night) => {
        const id = await night.report({ text, place: 'maple 9a' });
        if (reply !== null) await night.phone('Marcus Chen').replies(reply);
        await night.pass('1 min');
        return id;
      }),
    ),
  );
  const store = openStore(folder);
  const startedAt = Date.now() - 60_000;
  store.write.transact(() => {
    for (let index = 0; index < OPEN_TONIGHT; index += 1) {
      const history = histories[index % histories.length];
      if (!history) throw new Error('no history to copy');
      writeIncident(store, history, { incidentId: `tonight-${index}`, number: NEXT_NUMBER + index, startedAt });
    }
  });
  store.close();
}

/** Starts the desk as a person does, several times; the last one is searched as well. */
async function measureStarts(folder: string): Promise<readonly Figure[]> {
  const starts: number[] = [];
  let searches: readonly number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [CLI, 'serve', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const client = consoleClient(await addressOf(child.stdout));
      const { ids } = (await client.ask('queue.list', { tab: 'all' })) as QueueList; // that procedure's answer
      const rows = (await client.ask('queue.rows', { ids: ids.slice(0, ROWS_SHOWN) })) as readonly QueueRow[]; // likewise
      starts.push(performance.now() - startedAt);
      if (rows.length !== ROWS_SHOWN) throw new Error(`the queue shows ${rows.length} rows, not ${ROWS_SHOWN}`);
      if (run === STARTS - 1) searches = await search(client);
      client.close();
    } finally {
      await stop(child);
    }
  }
  const note = `from starting the process to the first ${ROWS_SHOWN} rows over HTTP; the slowest of ${STARTS}: ${Math.max(...starts).toFixed(0)} ms`;
  return [
    {
      name: 'start to queue, 100,000 incidents, 1,000,000 lines',
      value: median(starts),
      unit: 'ms',
      target: 2_000,
      note,
    },
    { name: 'search over those, p95', value: percentile(searches, 0.95), unit: 'ms', target: 50 },
  ];
}

/** The line that `serve` prints when it may be asked. */
async function addressOf(output: NodeJS.ReadableStream): Promise<{ readonly url: string; readonly token: string }> {
  for await (const line of createInterface({ input: output })) return JSON.parse(line);
  throw new Error('the desk ended before it told its address');
}

async function search(client: ReturnType<typeof consoleClient>): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let round = 0; round < SEARCH_ROUNDS; round += 1) {
    for (const text of SEARCHES) {
      const startedAt = performance.now();
      await client.ask('app.search', { text });
      samples.push(performance.now() - startedAt);
    }
  }
  return samples;
}

async function stop(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function measureVerify(folder: string): Promise<Figure> {
  const startedAt = performance.now();
  const result = await verifyLog(folder);
  const took = performance.now() - startedAt;
  if (!result.ok) throw new Error(result.reason.en);
  const note = `${result.lines.toLocaleString('en-US')} lines with their personal values in ${took.toFixed(0)} ms, on a thread beside the desk`;
  return {
    name: 'verify, for each 1,000,000 lines',
    value: (took * 1_000_000) / result.lines,
    unit: 'ms',
    target: 10_000,
    note,
  };
}
