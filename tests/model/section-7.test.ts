import { expect, it } from 'vitest';
import { runModel } from './run-model.ts';

/** A few nights, the same each time; `npm run test:model` plays as many as two minutes hold. */
const NIGHTS = 8;

it(`section 7: ${NIGHTS} random nights go as its plain re-telling says`, async () => {
  const { nights } = await runModel({ seed: 7, runs: NIGHTS });
  expect(nights).toBe(NIGHTS);
});
