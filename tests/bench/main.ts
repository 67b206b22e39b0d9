import process from 'node:process';
import { parseArgs } from 'node:util';
import { calendarFile } from './calendar.ts';
import { dispatchKannel, dispatchPractice } from './dispatch.ts';
import { type Bench, type Figure, passes } from './figure.ts';
import { gammu } from './gammu.ts';
import { gatewayDrivers } from './gateways.ts';
import { handoff } from './handoff.ts';
import { LADDERS } from './ladders.ts';
import { largeLog } from './large-log.ts';
import { lookAtMachine, type Machine } from './machine.ts';
import { peers } from './peers/peers.ts';
import { portfolio } from './portfolio.ts';
import { schedule } from './schedule.ts';
import { storm } from './storm.ts';
import { triage } from './triage.ts';

const BENCHES: readonly Bench[] = [
  triage,
  schedule,
  calendarFile,
  portfolio,
  handoff,
  dispatchPractice,
  dispatchKannel,
  gatewayDrivers,
  gammu,
  ...LADDERS,
  storm,
  peers,
  largeLog,
];

const USAGE = `Usage: npm run bench -- [--json] [--only NAME]
  --json       one object per line: {"name","value","unit","target","pass"}; pass is null without a target
  --only NAME  only benchmarks whose name contains NAME
Benchmarks:
${BENCHES.map(({ name, about }) => `  ${name}: ${about}\n`).join('')}
A missed target is shown and is no failure: machines differ. The exit code is 1 only when a benchmark broke.
`;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const exact = BENCHES.filter(({ name }) => name === values.only);
const chosen = exact.length > 0 ? exact : BENCHES.filter(({ name }) => name.includes(values.only ?? ''));
if (values.help || chosen.length === 0) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  printMachine(lookAtMachine());
  for (const bench of chosen) await runOne(bench);
}

async function runOne(bench: Bench): Promise<void> {
  process.stderr.write(`${bench.name}: ${bench.about}\n`);
  try {
    for (const figure of await bench.run()) printFigure(figure);
  } catch (error) {
    process.stderr.write(`${bench.name} broke: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

function printMachine(machine: Machine): void {
  const { cores, memoryGb, node, commitMs } = machine;
  if (values.json) {
    const figure = { name: 'machine: durable commit p50', value: commitMs, unit: 'ms', target: null, pass: null };
    process.stdout.write(`${JSON.stringify({ ...figure, cores, memoryGb, node })}\n`);
    return;
  }
  process.stdout.write(
    `${cores} cores, ${memoryGb} GB, Node ${node}, a durable commit takes ${commitMs.toFixed(2)} ms (median)\n`,
  );
}

function printFigure(figure: Figure): void {
  const { name, unit, target, note } = figure;
  const value = figure.value === null ? null : Number(figure.value.toFixed(3));
  const pass = passes(figure);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ name, value, unit, target, pass, ...(note && { note }) })}\n`);
    return;
  }
  const shown = value === null ? 'not measured' : `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  const verdict = pass === null ? '' : pass ? 'kept' : 'MISSED';
  const limit = target === null ? '' : `at most ${target} ${unit}`;
  process.stdout.write(`${name.padEnd(66)} ${shown.padStart(13)}  ${limit.padEnd(16)} ${verdict}\n`);
  if (note) process.stdout.write(`    ${note}\n`);
}
