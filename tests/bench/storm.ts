import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openForReading } from '#core/store';
import type { PlaceMatch, Tier } from '#shared/contract';
import { DEFAULT_POLICY } from '#shared/escalation';
import { NO_BROWSER, openBrowser, openWindow } from '../e2e/browser.ts';
import { type FastNight, openFastNight } from '../integration/fast-night.ts';
import { judge } from '../integration/fast-night-judge.ts';
import { nameIn } from '../integration/kannel-sink.ts';
import { type Bench, type Figure, percentile } from './figure.ts';
import { csv } from './portfolio.ts';

const CONTACTS = 1_000;
const STORM_MS = 60_000;
/** Of ten contacts: reports; the rest are texts of responders and residents. */
const REPORTS_OF_TEN = 7;
const TIERS: readonly Tier[] = ['P3', 'P2', 'P3', 'P1', 'P3', 'P2', 'P3', 'P3', 'P2', 'P3'];
const DRAIN_MS = 60_000;
const WHEEL_PX = 700;

export const storm: Bench = {
  name: 'storm',
  about: `${CONTACTS} contacts in a minute, 10,000 units, the queue scrolled in a browser meanwhile`,
  async run() {
    const night = await openFastNight({ ladder: DEFAULT_POLICY.ladders.P1 });
    const browser = NO_BROWSER === '' ? await openBrowser() : null;
    try {
      const homes = await tenThousandUnits(night);
      forgetPeak(night.child().pid);
      const scrolling = browser && (await scroll(browser, night));
      const answered = await rage(night, homes);
      const longestFrameMs = (await scrolling?.stop()) ?? null;
      await drained(night);
      const peakMb = peakMemoryMb(night.child().pid);
      await night.child().kill();
      return figuresOf(night, { answered, longestFrameMs, peakMb });
    } finally {
      await browser?.close();
      await night.end();
    }
  },
};

async function tenThousandUnits(night: FastNight): Promise<readonly PlaceMatch[]> {
  const files = csv(0);
  for (const kind of ['properties', 'residents'] as const)
    await night.child().call('portfolio.applyImport', { kind, csv: files[kind] });
  const found = await Promise.all(
    Array.from({ length: 50 }, (_, at) => night.child().ask('report.places', { text: `House ${at} ${at}` })),
  );
  return (found as (readonly PlaceMatch[])[]).flatMap((each) => each.slice(0, 1)); // that procedure's answer
}

/** All contacts at their moments; ms from each report to its answer. */
async function rage(night: FastNight, homes: readonly PlaceMatch[]): Promise<readonly number[]> {
  const answered: number[] = [];
  const replied = new Set<string>();
  const startedAt = performance.now();
  const contacts: Promise<void>[] = [];
  for (let index = 0; index < CONTACTS; index += 1) {
    await pause(Math.max(0, startedAt + (index * STORM_MS) / CONTACTS - performance.now()));
    const home = homes[index % homes.length];
    const isReport = index % 10 < REPORTS_OF_TEN || replied.size >= night.sink.taken.length;
    contacts.push(isReport ? reported(night, index, home, answered) : replies(night, replied, index));
  }
  await Promise.all(contacts);
  return answered;
}

async function reported(
  night: FastNight,
  index: number,
  home: PlaceMatch | undefined,
  answered: number[],
): Promise<void> {
  const place = home ? { propertyId: home.property.id, unitId: home.unit?.id ?? null } : {};
  const startedAt = performance.now();
  await night.report(TIERS[index % TIERS.length] ?? 'P3', place);
  answered.push(performance.now() - startedAt);
}

/** Whoever was asked last says yes; every other time a resident writes that it is worse. */
async function replies({ sink }: FastNight, replied: Set<string>, index: number): Promise<void> {
  const asked = sink.taken.findLast(({ key, text }) => nameIn(text) !== null && !replied.has(key));
  const told = sink.taken.findLast(({ key, text }) => nameIn(text) === null && !replied.has(key));
  const message = index % 2 === 0 ? (asked ?? told) : (told ?? asked);
  if (!message) return;
  replied.add(message.key);
  const named = nameIn(message.text);
  await sink.reply({
    id: `storm-${index}`,
    from: message.to,
    text: named ? `1${named.code} 30` : 'when will somebody come?',
  });
}

/** Scrolls the queue up and down, and measures the longest time between two frames. */
async function scroll(browser: Browser, night: FastNight): Promise<{ stop(): Promise<number> }> {
  const { page } = await openWindow(browser, night.child().address());
  await page.locator('main.screen-desk').waitFor();
  await page.locator('.queue').first().hover();
  await page.evaluate(watchFrames);
  let isOver = false;
  const wheeling = wheel(page, () => isOver);
  return {
    async stop() {
      isOver = true;
      await wheeling;
      return page.evaluate(() => (globalThis as unknown as { longestFrameMs: number }).longestFrameMs); // as set below
    },
  };
}

/** Runs in the page. */
function watchFrames(): void {
  const page = globalThis as unknown as {
    longestFrameMs: number;
    requestAnimationFrame(run: (at: number) => void): void;
  }; // a window
  page.longestFrameMs = 0;
  let last: number | null = null;
  const frame = (at: number): void => {
    if (last !== null) page.longestFrameMs = Math.max(page.longestFrameMs, at - last);
    last = at;
    page.requestAnimationFrame(frame);
  };
  page.requestAnimationFrame(frame);
}

async function wheel(page: Page, isOver: () => boolean): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    await page.mouse.wheel(0, turn % 20 < 10 ? WHEEL_PX : -WHEEL_PX);
    await pause(50);
  }
}

/** Until nothing is on its way and nothing is due within seconds. */
async function drained({ folder }: FastNight): Promise<void> {
  const { read, close } = openForReading(folder);
  const limit = AbortSignal.timeout(DRAIN_MS);
  try {
    for (;;) {
      const soon = Date.now() + 5_000;
      const sql = 'SELECT count(*) AS n FROM outbox WHERE lease_until IS NOT NULL OR next_at < ?';
      if (read.get<{ n: number }>(sql, soon)?.n === 0) return;
      if (limit.aborted) return;
      await pause(200);
    }
  } finally {
    close();
  }
}

/** What the import of all those units took is another figure. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // outside Linux there is no peak to forget
  }
}

/** The most the process held since, as Linux counts it; null elsewhere. */
function peakMemoryMb(pid: number): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak) / 1_000;
  } catch {
    return null; // no such file outside Linux
  }
}

function figuresOf(
  night: FastNight,
  seen: {
    readonly answered: readonly number[];
    readonly longestFrameMs: number | null;
    readonly peakMb: number | null;
  },
): readonly Figure[] {
  const found = judge(night);
  const lost = found.lost.length + found.neverLeft.length;
  const note = `${CONTACTS} contacts, ${seen.answered.length} of them reports; ${night.sink.taken.length} texts at the sink, ${found.held} held for phones that have had enough`;
  const inBrowser = NO_BROWSER === '' ? 'all the machine’s cores shared with the browser' : 'no browser here';
  return [
    { name: 'storm: reports or texts of steps lost', value: lost, unit: 'texts', target: 0, note },
    { name: 'storm: texts at the sink twice by key', value: found.twice.length, unit: 'texts', target: 0 },
    { name: 'storm: report answered as saved, p99', value: percentile(seen.answered, 0.99), unit: 'ms', target: null },
    { name: 'storm: core at its largest', value: seen.peakMb, unit: 'MB', target: 400 },
    {
      name: 'storm: longest frame while the queue scrolls',
      value: seen.longestFrameMs,
      unit: 'ms',
      target: 100,
      note: inBrowser,
    },
  ];
}
