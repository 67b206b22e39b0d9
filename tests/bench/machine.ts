import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openConnection } from '#core/store';
import { median } from './figure.ts';

/** What the figures were measured on. */
export type Machine = {
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Median of one durable SQLite commit on the disk that the benchmarks use. */
  readonly commitMs: number;
};

const COMMITS = 200;

/** Looks at the machine, and measures what a commit costs that survives a power cut: the floor under every dispatch. */
export function lookAtMachine(): Machine {
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    commitMs: durableCommitMs(),
  };
}

/** Median of one durable commit now. */
export function durableCommitMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'));
  const db = openConnection(join(folder, 'commit.sqlite'), { isReadOnly: false, busyMs: 0 });
  try {
    // As the store opens its own database.
    db.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE line (body TEXT NOT NULL) STRICT');
    const body = 'x'.repeat(500);
    const samples = Array.from({ length: COMMITS }, () => {
      const startedAt = performance.now();
      db.transact(() => db.run('INSERT INTO line (body) VALUES (?)', body));
      return performance.now() - startedAt;
    });
    return median(samples);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
