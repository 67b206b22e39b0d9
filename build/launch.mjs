#!/usr/bin/env node
import { runCheck } from './launch/check.mjs';
// The door to every npm script. Runs on Node 20 without any package, because it is what installs the packages.
import { benchCommand, cliCommand, startCommand, trainCommand } from './launch/commands.mjs';
import { runFaults } from './launch/faults.mjs';
import { runGateways } from './launch/gateways.mjs';
import { runModel } from './launch/model.mjs';
import { runTests } from './launch/test-run.mjs';

const MODES = {
  start: startCommand,
  test: runTests,
  faults: runFaults,
  gateways: runGateways,
  model: runModel,
  check: runCheck,
  bench: benchCommand,
  cli: cliCommand,
  train: trainCommand,
};

const [mode = '', ...args] = process.argv.slice(2);
const run = Object.hasOwn(MODES, mode) ? MODES[/** @type {keyof typeof MODES} */ (mode)] : null;
if (run === null) {
  process.stderr.write(`Usage: node build/launch.mjs ${Object.keys(MODES).join('|')} [arguments]\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(args);
}
