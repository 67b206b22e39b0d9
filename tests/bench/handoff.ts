import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { commit, handoffPdf, openStore } from '#core/store';
import { type Bench, median } from './figure.ts';
import { copyOf, play } from './histories.ts';
import { openBenchCore, openDemo, withFolder } from './practice-desk.ts';

const INCIDENTS = 200;
const RUNS = 5;
/** Nobody answers so long: the whole ladder, its alarm, the texts and receipts. */
const PLAYED_MIN = 15;
/** From one incident to the next, so that their rounds do not fall due together. */
const APART_MS = 1_000;
/** What fell due while the core was closed is done by then. */
const SETTLED_MS = 5_000;
/** How often the loop is asked whether it is free. */
const RESOLUTION_MS = 5;

export const handoff: Bench = {
  name: 'handoff',
  about: `the morning handoff PDF of a night with ${INCIDENTS} incidents, from asking for it until it is kept, and how long the core could not do anything else meanwhile`,
  run: () =>
    withFolder(async (folder) => {
      await (await openDemo(folder)).close();
      await writeNight(folder);
      const core = await openBenchCore(folder);
      try {
        await pause(SETTLED_MS);
        const times: number[] = [];
        const held: number[] = [];
        let bytes = 0;
        for (let run = 0; run < RUNS; run += 1) {
          const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
          loop.enable();
          const startedAt = performance.now();
          const made = await core.api.makeHandoff(null);
          times.push(performance.now() - startedAt);
          loop.disable();
          held.push(loop.max / 1e6 - RESOLUTION_MS);
          if (!made.ok) throw new Error(made.reason.en);
          bytes = handoffPdf(core.store.read, made.value.handoffId)?.byteLength ?? 0;
        }
        return [
          { name: `handoff PDF, ${INCIDENTS} incidents, p50`, value: median(times), unit: 'ms', target: 1_500 },
          { name: `handoff PDF, ${INCIDENTS} incidents, size`, value: bytes / 1_000_000, unit: 'MB', target: 2 },
          { name: 'core held at a stretch during it, longest', value: Math.max(...held), unit: 'ms', target: 10 },
        ];
      } finally {
        await core.close();
      }
    }),
};

async function writeNight(folder: string): Promise<void> {
  const history = await play(async (night) => {
    const text = 'water is pouring through the kitchen ceiling';
    const id = await night.report({ place: 'maple 3a', text, tier: 'P1' });
    await night.pass(`${PLAYED_MIN} min`);
    return id;
  });
  const store = openStore(folder);
  try {
    store.write.transact(() => {
      for (let index = 0; index < INCIDENTS; index += 1) {
        const startedAt = Date.now() - PLAYED_MIN * 60_000 - index * APART_MS;
        const as = { incidentId: `open-${index}`, number: 1_001 + index, startedAt };
        commit(store.write, as.incidentId, null, copyOf(history, as));
      }
    });
  } finally {
    store.close();
  }
}
