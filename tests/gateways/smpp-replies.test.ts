import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SmsDriver } from '../../electron/core/notify/driver.ts';
import { eventually, patience, until } from '../patience.ts';
import { type CommittingSink, committingSink } from './committing-sink.ts';
import { openSmpp, quickDeps } from './smpp-rig.ts';
import { phoneWith } from './smsc-outcomes.ts';
import { openSmsc, type Smsc } from './smsc-rig.ts';

/** Replies and receipts that have to outlive a core that refuses, ends or starts again. */

const VERA = '+12025550143';
/** Three parts of UCS-2, with an emoji across the first seam. */
const LONG = `${'á'.repeat(66)}${'🔧'.repeat(50)}`;

let folder: string;
let smsc: Smsc;
const started: SmsDriver[] = [];
/** What happens to parts that have waited for the others long enough: never by itself here. */
const partsOverdue: (() => void)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-smpp-'));
  smsc = await openSmsc();
});
afterEach(async () => {
  for (const driver of started.splice(0)) await driver.stop();
  await smsc.close();
  rmSync(folder, { recursive: true, force: true });
});

async function startDriver(sink: CommittingSink): Promise<SmsDriver> {
  const quick = quickDeps([], folder);
  const driver = openSmpp(smsc.config, {
    ...quick,
    timer(delayMs, run) {
      // 2 minutes are what parts wait, less what has passed since the first came; nothing else waits as long.
      if (delayMs <= 60_000) quick.timer(delayMs, run);
      else partsOverdue.push(run);
    },
  });
  started.push(driver);
  await driver.start(sink);
  return driver;
}

const reply = (sink: CommittingSink, nth = 0) => eventually(() => sink.replies[nth] ?? null, 'the reply');
const spooled = (): number => readdirSync(folder).filter((name) => name.startsWith('smpp-part-')).length;

describe('a reply in parts', () => {
  it.each([
    ['in order', [0, 1, 2]],
    ['the other way round', [2, 1, 0]],
    ['with one of them twice', [0, 0, 1, 2]],
  ])('is put together when they come %s', async (_, order) => {
    const sink = committingSink();
    await startDriver(sink);
    smsc.reply(VERA, LONG, order);
    expect((await reply(sink)).text).toBe(LONG);
    await until(() => spooled() === 0, 'nothing to be left over');
    expect(sink.handedIn).toHaveLength(1);
  });

  it('is put together although we were away between two parts', async () => {
    const first = committingSink();
    const driver = await startDriver(first);
    const others = smsc.reply(VERA, LONG, [0, 1]);
    await until(() => spooled() === 2, 'two parts to be written down');
    await driver.stop();
    const second = committingSink();
    await startDriver(second);
    expect([first.handedIn, second.handedIn]).toEqual([[], []]);
    others([2]);
    expect((await reply(second)).text).toBe(LONG);
  });

  it('is offered to the core until it is committed, under one id, although the SMSC has let go of it', async () => {
    const sink = committingSink();
    sink.refuseNext(2);
    await startDriver(sink);
    smsc.reply(VERA, LONG);
    const { id, text } = await reply(sink);
    expect(text).toBe(LONG);
    expect(sink.handedIn).toEqual([id, id, id]);
  });

  it('is handed in with a gap when a part never comes', async () => {
    const sink = committingSink();
    await startDriver(sink);
    smsc.reply(VERA, 'x'.repeat(400), [0, 2]);
    await until(() => spooled() === 2, 'two parts to be written down');
    for (const run of partsOverdue.splice(0)) run();
    expect((await reply(sink)).text).toBe(`${'x'.repeat(153)} […] ${'x'.repeat(94)}`);
  });
});

describe('a reply in one piece', () => {
  it('is acknowledged only after it was committed', async () => {
    const sink = committingSink();
    sink.refuseNext(3);
    await startDriver(sink);
    smsc.reply(VERA, '1');
    const { id } = await reply(sink);
    expect(sink.handedIn).toEqual([id, id, id, id]);
    expect(smsc.turnedDown()).toBe(3);
  });

  it('keeps its place before the next of the same phone', async () => {
    const sink = committingSink();
    sink.refuseNext(2);
    await startDriver(sink);
    for (const text of ['1', '2', '3']) smsc.reply(VERA, text);
    await reply(sink, 2);
    expect(sink.replies.map((each) => each.text)).toEqual(['1', '2', '3']);
  });
});

describe('a receipt', () => {
  it('that comes after a restart is known by what was written down', async () => {
    const first = committingSink();
    const driver = await startDriver(first);
    const phone = phoneWith('noReceipt', VERA);
    const result = await driver.send({ key: 'before', to: phone, text: 'hello', expiresAt: null }, patience());
    await until(() => readdirSync(folder).includes('smpp-taken.jsonl'), 'the id to be written down');
    await driver.stop();
    const second = committingSink();
    await startDriver(second);
    const id = result.kind === 'accepted' ? result.ref : null;
    await smsc.report(phone, id ?? '', 'DELIVRD');
    expect(second.reports).toEqual([{ key: 'before', state: 'delivered', reason: null }]);
  });

  it('for an id nobody knows is let go', async () => {
    const sink = committingSink();
    await startDriver(sink);
    await smsc.report(VERA, '5affffff', 'DELIVRD');
    expect(sink.reports).toEqual([]);
    expect(smsc.turnedDown()).toBe(0);
  });
});
