import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runModel } from './run-model.ts';

/**
 * `npm run test:model`: random nights on two cores for two minutes. `MODEL_SEED` and `MODEL_PATH`, as a failure prints
 * them, repeat the one night that failed.
 */
const SECONDS = Number(process.env.MODEL_SECONDS ?? 120);
const WORKERS = 2;

const [worker] = process.argv.slice(2);
if (worker !== undefined) await runOne(Number(worker));
else if (process.env.MODEL_PATH !== undefined) await runOne(Number(process.env.MODEL_SEED ?? 0));
else await runAll();

async function runAll(): Promise<void> {
  const seed = Number(process.env.MODEL_SEED ?? Date.now() % 1_000_000_000);
  const codes = await Promise.all(
    Array.from({ length: WORKERS }, async (_, at) => {
      const child = spawn(process.execPath, [fileURLToPath(import.meta.url), String(seed + at)], { stdio: 'inherit' });
      const [code] = await once(child, 'exit');
      return code === 0;
    }),
  );
  process.exitCode = codes.every(Boolean) ? 0 : 1;
}

async function runOne(seed: number): Promise<void> {
  const path = process.env.MODEL_PATH;
  try {
    const { nights, moves, facts } = await runModel({
      seed,
      path,
      runs: path === undefined ? 1_000_000 : 1,
      // A path that does not fail any more leads to its neighbours, as far as the time allows.
      limitMs: SECONDS * 1_000,
    });
    process.stdout.write(`model: seed ${seed}: ${nights} nights, ${moves} moves, ${facts} facts agreed\n`);
  } catch (error) {
    process.stdout.write(`model: seed ${seed} FAILED\n${wordsOf(error)}\n`);
    process.stdout.write('Repeat it with MODEL_SEED and MODEL_PATH set to the seed and path above.\n');
    process.exitCode = 1;
  }
}

/** What fast-check says, and why the smallest night failed. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${error.cause.stack}` : error.message;
}
