import process from 'node:process';
import { parseArgs } from 'node:util';
import { CLOCK_FAULTS } from './clock-faults.ts';
import { type Fault, isGood, type Outcome, type Skipped } from './fault.ts';
import { GATEWAY_FAULTS } from './gateway-faults.ts';
import { killed } from './kill-fault.ts';
import { MACHINE_FAULTS } from './machine-faults.ts';
import { replies } from './reply-fault.ts';

const FAULTS: readonly Fault[] = [...GATEWAY_FAULTS, ...MACHINE_FAULTS, replies, ...CLOCK_FAULTS, killed];

const order = FAULTS.map(({ name }) => name);
/** Most of a fault is waiting. */
const AT_ONCE = 4;

const USAGE = `Usage: npm run test:faults -- [--only NAME]
  --only NAME  only faults whose name contains NAME
Faults:
${FAULTS.map(({ name, about }) => `  ${name}: ${about}\n`).join('')}
Exit code 1 when something was lost, missed, sent twice without a word, or wrong in another way.
`;

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
const chosen = FAULTS.filter(({ name }) => name.includes(values.only ?? ''));
if (values.help || chosen.length === 0) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  await runAll();
}

type Row = { readonly name: string; readonly outcome: Outcome | Skipped | Error; readonly tookS: number };

async function runAll(): Promise<void> {
  const rows: Row[] = [];
  const waiting = chosen.filter((fault) => fault !== killed);
  const player = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) rows.push(await runOne(fault));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  // It wants the machine for itself: a kill hits nothing while a core is slow to start.
  if (chosen.includes(killed)) rows.push(await runOne(killed));
  rows.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  const head = columns('fault', 'tried', 'lost', 'missed', 'twice (said)', 'step late', 'text late', 'took');
  process.stdout.write(`\n${head}\n${rows.map((row) => `${lineOf(row)}\n`).join('')}`);
  for (const { name, outcome } of rows) process.stdout.write(wordsOf(name, outcome));
  const bad = rows.filter(({ outcome }) => outcome instanceof Error || (!('skipped' in outcome) && !isGood(outcome)));
  process.stdout.write(
    bad.length === 0 ? 'Nothing lost, nothing missed, nothing twice unsaid.\n' : `${bad.length} FAILED\n`,
  );
  process.exitCode = bad.length === 0 ? 0 : 1;
}

async function runOne(fault: Fault): Promise<Row> {
  process.stderr.write(`${fault.name}: ${fault.about}…\n`);
  const startedAt = performance.now();
  const outcome = await fault
    .run()
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  const row = { name: fault.name, outcome, tookS: Math.round((performance.now() - startedAt) / 1_000) };
  process.stderr.write(`${lineOf(row)}\n`);
  return row;
}

function columns(name: string, tried: string, ...rest: readonly string[]): string {
  return [name.padEnd(30), tried.padEnd(34), ...rest.map((each) => each.padStart(12))].join(' ');
}

function lineOf({ name, outcome, tookS }: Row): string {
  if (outcome instanceof Error) return columns(name, `BROKE: ${outcome.message}`);
  if ('skipped' in outcome) return columns(name, `skipped: ${outcome.skipped}`);
  const { tried, lost, missed, twice, twiceSaid, latestStepMs, latestTextMs } = outcome;
  const seconds = (ms: number | null): string => (ms === null ? '-' : `${(ms / 1_000).toFixed(ms < 10_000 ? 2 : 0)} s`);
  const said = `${twice} (${twiceSaid})`;
  return columns(name, tried, `${lost}`, `${missed}`, said, seconds(latestStepMs), seconds(latestTextMs), `${tookS} s`);
}

function wordsOf(name: string, outcome: Row['outcome']): string {
  if (outcome instanceof Error) return `${name}: ${outcome.stack}\n`;
  if ('skipped' in outcome) return '';
  const lines = [...outcome.wrong.slice(0, 5).map((each) => `WRONG: ${each}`), ...(outcome.note ? [outcome.note] : [])];
  return lines.map((line) => `${name}: ${line}\n`).join('');
}
