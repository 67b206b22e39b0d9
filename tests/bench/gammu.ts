import { openConnection } from '#core/store';
import { type GammuTables, NO_TABLES, openTables } from '../integration/gammu-tables.ts';
import { type Bench, type Figure, percentile } from './figure.ts';

const SAMPLES = 300;
const LOCKED_SAMPLES = 20;
/** Messages and replies of a year or two, which a table of gammu-smsd keeps unless somebody clears it. */
const BEHIND = 20_000;
/** The thread that runs the ladders is never held longer than this for another program's lock. */
const HELD_TARGET_MS = 20;

const NAMES = {
  queue: 'text queued at gammu-smsd with 20,000 behind it',
  look: 'look for replies and receipts at gammu-smsd',
  locked: 'core’s thread held by a locked gammu-smsd, longest',
} as const;

function fill({ run }: GammuTables): void {
  const rows = `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${BEHIND})`;
  run(`INSERT INTO inbox (Text, TextDecoded, UDH, RecipientID, Processed)
       ${rows} SELECT '0031', '1', '', 'stick1', 'true' FROM n`);
  run(`INSERT INTO sentitems (ID, CreatorID, Text, UDH, SenderID, Status)
       ${rows} SELECT n, 'nightdesk:old ' || n, '0031', '', 'stick1', 'DeliveryOK' FROM n`);
  run(`INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ${BEHIND})`);
}

/** The time of each run; `work` may leave a promise, whose time is not counted where only the thread is meant. */
async function timesOf(
  count: number,
  work: (nth: number) => Promise<unknown>,
  isThreadOnly = false,
): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const startedAt = performance.now();
    const working = work(nth);
    if (isThreadOnly) times.push(performance.now() - startedAt);
    await working;
    if (!isThreadOnly) times.push(performance.now() - startedAt);
  }
  return times;
}

async function measure(tables: GammuTables): Promise<readonly Figure[]> {
  fill(tables);
  await tables.look();
  const queue = await timesOf(SAMPLES, (nth) => tables.send(`k${nth}`));
  const look = await timesOf(SAMPLES, () => tables.look());
  const gammu = openConnection(tables.database, { isReadOnly: false, busyMs: 0 });
  gammu.script('BEGIN EXCLUSIVE');
  const held = await timesOf(LOCKED_SAMPLES, (nth) => tables.send(`locked ${nth}`), true);
  gammu.script('COMMIT');
  gammu.close();
  return [
    { name: `${NAMES.queue}, p50`, value: percentile(queue, 0.5), unit: 'ms', target: null },
    { name: `${NAMES.queue}, p99`, value: percentile(queue, 0.99), unit: 'ms', target: null },
    { name: `${NAMES.look}, p99`, value: percentile(look, 0.99), unit: 'ms', target: null },
    { name: NAMES.locked, value: Math.max(...held), unit: 'ms', target: HELD_TARGET_MS },
  ];
}

export const gammu: Bench = {
  name: 'gammu',
  about: 'texts, replies and locks over the SQLite tables of gammu-smsd',
  async run() {
    if (NO_TABLES !== '') {
      const note = 'the schema of gammu-smsd is not installed here';
      return [{ name: NAMES.locked, value: null, unit: 'ms', target: HELD_TARGET_MS, note }];
    }
    const tables = await openTables();
    // A driver waits for a lock on a timer that keeps no process alive; in a core something else does.
    const awake = setInterval(() => undefined, 1_000);
    try {
      return await measure(tables);
    } finally {
      clearInterval(awake);
      await tables.close();
    }
  },
};
