import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { commit, logHead, openStore, type Store, storeContact } from '#core/store';
import type { Night } from '../world.ts';
import { copyOf, type History, play, reportedOf } from './histories.ts';
import { openDemo, VERSION } from './practice-desk.ts';

const INCIDENTS = 100_000;
const LINES = 1_000_000;
const PER_TRANSACTION = 500;
const DAY_MS = 24 * 60 * 60_000;
const YEARS_MS = 3 * 365 * DAY_MS;
const FIRST_NUMBER = 1_001;
const PREFIX = 'nightdesk-bench-large-';

/** A small thing that is closed after a few minutes. `wait`: until everything that follows from it has happened. */
const closed = (text: string, place: string, wait: string): Promise<History> =>
  play(async (night) => {
    const incidentId = await night.report({ text, place });
    await night.pass('5 min');
    await night.act({ type: 'resolve', incidentId, outcome: 'fixed', words: 'done by the day crew' });
    await night.pass(wait);
    return incidentId;
  });

/** A leak that the backup takes, drives to and mends, the resident's answer asked for. */
async function mended(night: Night, place: string): Promise<string> {
  const id = await night.report({ text: 'water is pouring through the kitchen ceiling', place, tier: 'P1' });
  await night.pass('9 min');
  const backup = night.phone('Aline Silva');
  for (const [reply, wait] of [
    ['1 30', '20 min'],
    ['HERE', '40 min'],
    ['DONE', '3 h'],
  ] as const) {
    await backup.replies(reply);
    await night.pass(wait);
  }
  return id;
}

/**
 * A company's three years: 100,000 closed incidents and a million lines of log. Made once and kept in the system's
 * temporary folder until what is stored, or how, changes.
 *
 * @returns the folder; copy it before a core runs on it
 */
export async function largeFolder(): Promise<string> {
  const folder = join(tmpdir(), `${PREFIX}${VERSION}-${recipe()}`);
  if (existsSync(folder)) return folder;
  for (const old of globSync(join(tmpdir(), `${PREFIX}*`))) rmSync(old, { recursive: true, force: true });
  process.stderr.write('large: writing 100,000 incidents once, about two minutes\n');
  const partial = mkdtempSync(join(tmpdir(), `${PREFIX}partial-`));
  try {
    await (await openDemo(partial)).close();
    writeIncidents(partial, await threeYears());
    renameSync(partial, folder);
    return folder;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Twenty incidents in the proportions of the trade, few emergencies and many small things, to be repeated. */
async function threeYears(): Promise<readonly History[]> {
  const leak = await play((night) => mended(night, 'maple 14b'));
  const lockout = await closed('I am locked out of my apartment', 'maple 5a', '20 h');
  const drips = await Promise.all(
    ['maple 3a', 'elm 2', 'maple 11b'].map((place) => closed('the kitchen faucet drips a little', place, '10 min')),
  );
  const halls = await Promise.all(
    ['maple court', 'elm house'].map((place) => closed('a lamp in the hallway is out', place, '1 min')),
  );
  return [
    leak,
    lockout,
    ...Array.from({ length: 9 }, (_, index) => drips[index % drips.length]),
    ...Array.from({ length: 9 }, (_, index) => halls[index % halls.length]),
  ].filter((each) => each !== undefined);
}

/** A fingerprint of everything that decides what lies in the database. */
function recipe(): string {
  const root = join(import.meta.dirname, '../..');
  const stored = ['shared/incident/*.ts', 'electron/core/store/**/*.ts', 'tests/bench/{histories,large-night}.ts'];
  const files = stored.flatMap((pattern) => globSync(join(root, pattern)).toSorted());
  const print = createHash('sha256');
  for (const file of files) print.update(readFileSync(file));
  return print.digest('hex').slice(0, 12);
}

function writeIncidents(folder: string, cycle: readonly History[]): void {
  const store = openStore(folder);
  try {
    // Nobody relies on these lines; waiting for the disk after each would take an hour.
    store.write.script('PRAGMA synchronous = OFF');
    const endsAt = Date.now() - DAY_MS;
    for (let from = 0; from < INCIDENTS; from += PER_TRANSACTION) {
      store.write.transact(() => {
        for (let index = from; index < from + PER_TRANSACTION; index += 1) {
          const history = cycle[index % cycle.length];
          if (!history) throw new Error('no history to copy');
          const startedAt = Math.round(endsAt - YEARS_MS + (index * YEARS_MS) / INCIDENTS);
          writeIncident(store, history, { incidentId: `old-${index}`, number: FIRST_NUMBER + index, startedAt });
        }
      });
    }
    store.write.script('PRAGMA wal_checkpoint(TRUNCATE)');
    const lines = logHead(store.read).seq;
    const clocks = store.read.get<{ n: number }>('SELECT count(*) AS n FROM clock')?.n;
    // What is still pending would all fire at the start, years late, and be measured instead.
    if (clocks !== 0) throw new Error(`${clocks} clocks of closed incidents are pending; play the histories longer`);
    if (lines < LINES) throw new Error(`only ${lines} lines were written; the cycle of histories is too short`);
  } finally {
    store.close();
  }
}

/** One incident and the call it came from, as a report by phone writes them. Within a transaction, please. */
export function writeIncident(
  store: Store,
  history: History,
  as: { readonly incidentId: string; readonly number: number; readonly startedAt: number },
): void {
  const events = copyOf(history, as);
  const { contactId, firstContactAt, caller, text } = reportedOf(events);
  storeContact(store.write, {
    id: contactId,
    channel: 'phone',
    provider: 'desk',
    providerId: as.incidentId,
    receivedAt: firstContactAt,
    from: caller.phone ?? '',
    text,
    outcome: 'incident',
  });
  if (commit(store.write, as.incidentId, null, events) === 'conflict')
    throw new Error('this incident was there before');
}

/** The number after the last one of the large folder. */
export const NEXT_NUMBER = FIRST_NUMBER + INCIDENTS;
