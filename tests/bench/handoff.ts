import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { commit, handoffPdf, openConnection, openStore } from '#core/store';
import { startChild } from '../integration/child-core.ts';
import { type Bench, type Figure, median, percentile } from './figure.ts';
import { copyOf, play } from './histories.ts';
import { consoleClient, openDemo, withFolder } from './practice-desk.ts';

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

type Client = ReturnType<typeof consoleClient>;
const Made = z.object({ ok: z.literal(true), value: z.object({ handoffId: z.string() }) });

export const handoff: Bench = {
  name: 'handoff',
  about: `the morning handoff PDF of a night with ${INCIDENTS} incidents, from asking for it until it is kept, and how long the core could not do anything else meanwhile`,
  run: () =>
    withFolder(async (folder) => {
      await (await openDemo(folder)).close();
      await writeNight(folder);
      // As it is shipped, in a process of its own: from its sources a thread spends most of its time loading them.
      const child = startChild(folder);
      try {
        await child.ready;
        await pause(SETTLED_MS);
        const clients = [consoleClient(child.address()), consoleClient(child.address())] as const;
        const figures = await measure(folder, ...clients);
        for (const client of clients) client.close();
        return figures;
      } finally {
        await child.kill();
      }
    }),
};

/** `asking`: another connection, on which it is asked how it is meanwhile. */
async function measure(folder: string, client: Client, asking: Client): Promise<readonly Figure[]> {
  const times: number[] = [];
  const held: number[] = [];
  let bytes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    const making = client.tell('handoff.make', JSON.stringify({ sessionId: null })).then((answer) => {
      times.push(performance.now() - startedAt);
      return Made.parse(answer);
    });
    held.push(...(await answerTimes(asking, making)));
    const { value } = await making;
    bytes = pdfBytes(folder, value.handoffId);
  }
  const note = `a question about its state, asked again and again over HTTP, was answered within ${percentile(held, 0.99).toFixed(1)} ms (p99)`;
  return [
    { name: `handoff PDF, ${INCIDENTS} incidents, p50`, value: median(times), unit: 'ms', target: 1_500 },
    { name: `handoff PDF, ${INCIDENTS} incidents, size`, value: bytes / 1_000_000, unit: 'MB', target: 2 },
    { name: 'core answers meanwhile, longest', value: Math.max(...held), unit: 'ms', target: null, note },
  ];
}

/** How long the core took for each answer while it was making something (ms). */
async function answerTimes(client: Client, making: Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  let isDone = false;
  const over = making.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const askedAt = performance.now();
    await client.ask('app.status', null);
    times.push(performance.now() - askedAt);
    await pause(RESOLUTION_MS);
  }
  await over;
  return times;
}

function pdfBytes(folder: string, handoffId: string): number {
  const db = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: true, busyMs: 1_000 });
  try {
    return handoffPdf(db, handoffId)?.byteLength ?? 0;
  } finally {
    db.close();
  }
}

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
