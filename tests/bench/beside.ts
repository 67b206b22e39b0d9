import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Core } from '#core';
import { csv } from './portfolio.ts';

/** What a desk does while ladders climb. The product makes no backup yet: what one costs is a copy in a thread, as SQLite makes it. */
export const BESIDE = ['nothing', 'pdf', 'import', 'backup'] as const;
export type Beside = (typeof BESIDE)[number];

export const DURING: Readonly<Record<Beside, string>> = {
  nothing: '',
  pdf: ', during a PDF',
  import: ', during an import',
  backup: ', during a backup',
};

/** Does it again and again until then; how often. */
export async function keepBusy(core: Core, beside: Beside, until: number): Promise<number> {
  let times = 0;
  for (; beside !== 'nothing' && Date.now() < until; times += 1) await ONCE[beside](core, times);
  return times;
}

const ONCE: Readonly<Record<Exclude<Beside, 'nothing'>, (core: Core, time: number) => Promise<void>>> = {
  async pdf(core) {
    const made = await core.api.makeHandoff(null);
    if (!made.ok) throw new Error(made.reason.en);
  },
  async import(core, time) {
    const files = csv(time);
    for (const kind of ['properties', 'residents'] as const) {
      const imported = await core.api.applyImport({ kind, csv: files[kind] });
      if (!imported.ok) throw new Error(imported.reason.en);
    }
  },
  async backup({ folder }, time) {
    const to = join(folder, `copy-${time}.sqlite`);
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: { folder, to } });
    const [code] = await once(worker, 'exit');
    if (code !== 0) throw new Error(`the backup ended with ${code}`);
    rmSync(to);
  },
};
