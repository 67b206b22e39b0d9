import { describe } from 'vitest';

/**
 * Tests of one driver against one program, and of one thing the program has to do. `npm run test:gateways` prints a line
 * for each pair: it knows them by these titles and by nothing else.
 *
 * @param missing why they cannot run on this machine; empty where they can.
 */
export function describeProgram(program: string, missing: string, tests: () => void): void {
  const reason = missing === '' ? '' : ` (skipped: ${missing})`;
  describe.skipIf(missing !== '')(`program ${program}${reason}`, tests);
}

/** One thing it has to do; `inside` of {@link describeProgram}, never deeper. */
export function describeCapability(capability: string, tests: () => void): void {
  describe(capability, tests);
}
