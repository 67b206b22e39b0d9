import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Bench, median } from './figure.ts';
import { openDemo, withFolder } from './practice-desk.ts';

const UNITS = 10_000;
const RUNS = 3;
/** How often the loop is asked whether it is free. */
const RESOLUTION_MS = 5;

/** Ten thousand households of one new company: a unit and a resident each. `run` keeps the files from being the same. */
export function csv(run: number): { readonly properties: string; readonly residents: string } {
  const places = Array.from({ length: 50 }, (_, at) => `Run ${run} House ${at}`);
  const residents = Array.from({ length: UNITS }, (_, at) => {
    const place = places[at % places.length];
    return `${place},${at},Resident ${at},(423) 555-${1_000 + (at % 9_000)},Spanish`;
  });
  return {
    properties: ['Property Name,Address', ...places.map((place) => `${place},1 Main St`)].join('\n'),
    residents: ['Property,Unit,Tenant,Phone,Language', ...residents].join('\n'),
  };
}

export const portfolio: Bench = {
  name: 'portfolio',
  about: 'import of 10,000 units with their residents, and how long the core could not do anything else meanwhile',
  run: () =>
    withFolder(async (folder) => {
      const core = await openDemo(folder);
      const times: number[] = [];
      const held: number[] = [];
      try {
        for (let run = 0; run < RUNS; run += 1) {
          const files = csv(run);
          const places = await core.api.applyImport({ kind: 'properties', csv: files.properties });
          if (!places.ok) throw new Error(places.reason.en);
          const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
          loop.enable();
          const startedAt = performance.now();
          const people = await core.api.applyImport({ kind: 'residents', csv: files.residents });
          times.push(performance.now() - startedAt);
          loop.disable();
          held.push(loop.max / 1e6 - RESOLUTION_MS);
          if (!people.ok || people.value.created !== 2 * UNITS) throw new Error(JSON.stringify(people));
        }
      } finally {
        await core.close();
      }
      return [
        { name: 'import of 10,000 units and residents, p50', value: median(times), unit: 'ms', target: 10_000 },
        { name: 'core held at a stretch during it, longest', value: Math.max(...held), unit: 'ms', target: 50 },
      ];
    }),
};
